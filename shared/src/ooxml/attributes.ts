import { decodeEntities } from "./decode-entities";

/** Longer names and values are passed over: nothing that a person wrote into an attribute comes near. */
const longestName = 500;
const longestValue = 100_000;

/**
 * Names and values of the attributes of a tag as it is written, in their order; entities of values decoded. Takes quoted
 * values only, as XML demands. Linear in the length of the tag, whatever stands in it.
 */
export function* attributesOf(tag: string): Generator<[name: string, value: string], void> {
  let position = 0;
  for (;;) {
    const equals = tag.indexOf("=", position);
    if (equals === -1) return;
    const nameEnd = skipSpaceBack(tag, equals, position);
    let nameStart = nameEnd;
    while (nameStart > position && nameEnd - nameStart <= longestName && !isDelimiter(tag[nameStart - 1]!)) nameStart--;
    let quote = equals + 1;
    while (quote < tag.length && isSpace(tag[quote]!)) quote++;
    const mark = tag[quote];
    if (mark !== '"' && mark !== "'") {
      position = equals + 1;
      continue;
    }
    const end = tag.indexOf(mark, quote + 1);
    if (end === -1) return;
    position = end + 1;
    const wellNamed = nameEnd > nameStart && nameEnd - nameStart <= longestName;
    if (wellNamed && end - quote <= longestValue)
      yield [tag.slice(nameStart, nameEnd), decodeEntities(tag.slice(quote + 1, end))];
  }
}

/** Value of an attribute of a tag; "" when it has none. */
export function attributeValue(tag: string, name: string): string {
  for (const [key, value] of attributesOf(tag)) if (key === name) return value;
  return "";
}

function skipSpaceBack(tag: string, from: number, least: number): number {
  let end = from;
  while (end > least && isSpace(tag[end - 1]!)) end--;
  return end;
}

function isSpace(character: string): boolean {
  return character === " " || character === "\n" || character === "\t" || character === "\r";
}

function isDelimiter(character: string): boolean {
  return isSpace(character) || "=<>/\"'".includes(character);
}

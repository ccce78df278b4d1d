import { lineWords } from "../draft-blocks";
import { kindOfName, type LineKind } from "../line-labels";

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

const textName =
  /^(?:内容|本文|文|事項|要旨|text|content|summary|statement|item|task|title|name|タスク|実施内容|決定内容|対応内容)$/iu;
const ownerName = /^(?:担当(?:者|課|部署)?|責任者|owner|assignee|who)$/iu;
const dueName = /^(?:期限|期日|締切|due(?:[ _]?date)?|deadline|by|when)$/iu;
const sourcesName =
  /^(?:根拠|出典|発言(?:番号)?|番号|sources?|citations?|evidence|refs?|references|utterances?|lines?)$/iu;
const kindName = /^(?:種別|区分|分類|種類|kind|type|category|label)$/iu;

/**
 * The lines of minutes in an answer of JSON, in the form that is asked for; undefined for an answer that is none. Read are one
 * value in words or in a code fence, and one object a line; of a text that was cut, the objects that are whole.
 */
export function linesOfJson(answer: string): string[] | undefined {
  const plain = answer.replace(/<think>[^]*?<\/think>/gu, "").replace(/```[a-z]*/giu, "");
  const start = plain.search(/[{[]\s*["{[\]}]/u);
  if (start < 0 || /[\p{L}\p{N}]{40}/u.test(plain.slice(0, start))) return undefined;
  const end = Math.max(plain.lastIndexOf("}"), plain.lastIndexOf("]"));
  if (end < start) return undefined;
  const whole = parsed(plain.slice(start, end + 1));
  const values = whole === undefined ? pieces(plain) : [whole];
  if (values.length === 0) return undefined;
  const lines = values.flatMap((value) => linesOf(value, undefined));
  return lines.length === 0 ? undefined : lines;
}

/** Objects that hold no others: what is whole of one object a line, or of a text that was cut. */
function pieces(text: string): Json[] {
  return (text.match(/\{[^{}]*\}/gu) ?? []).flatMap((piece) => parsed(piece) ?? []);
}

function parsed(text: string): Json | undefined {
  try {
    const value = JSON.parse(text.replace(/,\s*(?=[}\]])/gu, "")) as Json;
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    // Most answers are no JSON.
    return undefined;
  }
}

function linesOf(value: Json, kind: LineKind | undefined): string[] {
  if (value === null || typeof value === "boolean" || typeof value === "number") return [];
  if (typeof value === "string") return [formatted(kind, value)];
  if (Array.isArray(value)) return value.flatMap((one) => linesOf(one, kind));
  const entries = Object.entries(value);
  const of = (name: RegExp): Json | undefined => entries.find(([key]) => name.test(key))?.[1];
  const named = kindOf(of(kindName)) ?? kind;
  const text = of(textName);
  const topics = entries.filter(([key]) => kindOfName(key) === "topic");
  const isItem = typeof text === "string" && entries.every(([, one]) => !isNested(one) || isNumbers(one));
  if (isItem) {
    const fields =
      named === "action" ? `｜担当：${wordOf(of(ownerName)) || "未定"}｜期限：${wordOf(of(dueName)) || "未定"}` : "";
    return [`${formatted(named, text)}${fields}${marksOf(of(sourcesName))}`];
  }
  const rest = entries.filter((entry) => !topics.includes(entry) && entry[1] !== text);
  return [
    ...(typeof text === "string" ? [formatted("topic", text)] : []),
    ...topics.flatMap(([, one]) => linesOf(one, "topic")),
    ...rest.flatMap(([key, one]) => {
      const own = kindOfName(key);
      return own === "other" || (typeof one === "string" && own === undefined)
        ? []
        : linesOf(one, own ?? (isNested(one) ? kind : undefined));
    }),
  ];
}

function formatted(kind: LineKind | undefined, text: string): string {
  return `${lineWords.ja[kind ?? "discussion"]}：${text.replace(/\s+/gu, " ").trim()}`;
}

function kindOf(value: Json | undefined): LineKind | undefined {
  const kind = typeof value === "string" ? kindOfName(value) : undefined;
  return kind === "other" ? undefined : kind;
}

function isNested(value: Json): boolean {
  return typeof value === "object" && value !== null;
}

function isNumbers(value: Json): boolean {
  return Array.isArray(value) && value.every((one) => wordOf(one) !== "");
}

function wordOf(value: Json | undefined): string {
  if (Array.isArray(value)) return value.map((one) => wordOf(one)).join("、");
  return typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "";
}

function marksOf(value: Json | undefined): string {
  const numbers =
    wordOf(value)
      .normalize("NFKC")
      .match(/[0-9]{1,4}/gu) ?? [];
  return numbers.length === 0 ? "" : ` [${numbers.join(",")}]`;
}

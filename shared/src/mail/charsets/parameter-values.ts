import { charsetNamed, decodeBytes, tellCharset } from "../../charsets";
import { bytesOf } from "./transfer-encoding";

interface Section {
  name: string;
  /** The whole of it, from its semicolon. */
  written: string;
  number: number;
  isEncoded: boolean;
  value: string;
}

/** No file name is in more. */
const mostSections = 200;
const section = /;\s*(filename|name)\*(?:(\d{1,3})(\*)?)?\s*=\s*("[^"]*"|[^\s;]*)/gi;

/**
 * File names in a field of a header that are encoded and continued as RFC 2231 has it, as one value in UTF-8 where they are in
 * another charset than they say, or than UTF-8. Other values stay as they are.
 */
export function mendParameterValues(field: string): string {
  if (!/^content-(?:type|disposition)\s*:/i.test(field) || !field.includes("*")) return field;
  const sections = [...field.matchAll(section)].map(([written, name, number, star, value]): Section => ({
    name: name!.toLowerCase(),
    written,
    number: Number(number ?? 0),
    isEncoded: number === undefined || star !== undefined,
    value: value!.replace(/^"(.*)"$/s, "$1"),
  }));
  if (sections.length > mostSections) return field;
  let mended = field;
  for (const name of new Set(sections.map((one) => one.name))) {
    const own = sections.filter((one) => one.name === name).sort((a, b) => a.number - b.number);
    const start = /^([^']*)'[^']*'/.exec(own[0]!.value);
    if (!own[0]!.isEncoded) continue;
    const charset = start?.[1] ?? "";
    const bytes = Uint8Array.from(
      runsOf(own, start?.[0].length ?? 0).flatMap(({ value, isEncoded }) => [...valueBytes(value, isEncoded)]),
    );
    const told = tellCharset(bytes, charset);
    if (told === "utf-8" && (charset === "" || charsetNamed(charset) === "utf-8")) continue;
    for (const [index, { written }] of own.entries())
      mended = mended.replace(written, () =>
        index === 0 ? `; ${name}*=UTF-8''${encoded(decodeBytes(bytes, told))}` : "",
      );
  }
  return mended;
}

/** Encoded sections that follow each other are one: an escape may be cut between them. */
function runsOf(own: readonly Section[], start: number): Pick<Section, "value" | "isEncoded">[] {
  const runs: Pick<Section, "value" | "isEncoded">[] = [];
  for (const [index, { value, isEncoded }] of own.entries()) {
    const last = runs.at(-1);
    const words = index === 0 ? value.slice(start) : value;
    if (last !== undefined && last.isEncoded && isEncoded) last.value += words;
    else runs.push({ value: words, isEncoded });
  }
  return runs;
}

function valueBytes(value: string, isEncoded: boolean): Uint8Array {
  const plain = isEncoded
    ? value.replace(/%([0-9a-f]{2})/gi, (_all, digits: string) => String.fromCharCode(parseInt(digits, 16)))
    : value;
  return bytesOf(plain);
}

/** Every byte that is no letter or digit as an escape; quotation marks and stars have a meaning of their own here. */
function encoded(text: string): string {
  return [...new TextEncoder().encode(text)]
    .map((byte) => {
      const one = String.fromCharCode(byte);
      return /[\w.-]/.test(one) ? one : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
    })
    .join("");
}

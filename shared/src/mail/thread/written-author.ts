import type { MailAddress } from "../read-mail";

const address = "[^\\s<>()\\[\\]\"',;:、。（）]{1,80}@[A-Za-z0-9][A-Za-z0-9.-]{0,100}[A-Za-z0-9]";
const inBrackets = new RegExp(
  `[<＜\\[(（]\\s{0,2}(?:mailto:)?(${address})(?:\\s{0,2}[<＜\\[(]\\s{0,2}mailto:[^<>\\s]{1,200}[>＞\\])])?\\s{0,2}[>＞\\])）]`,
  "u",
);
const naked = new RegExp(`(?:mailto:)?(${address})`, "u");
const longest = 400;

/** An address in a text, and where it stands with its brackets. */
export function findAddress(text: string): { address: string; start: number; end: number } | undefined {
  const part = text.slice(0, longest);
  if (!part.includes("@")) return undefined;
  const match = inBrackets.exec(part) ?? naked.exec(part);
  if (match === null) return undefined;
  return { address: match[1]!.replace(/[.。]+$/, ""), start: match.index, end: match.index + match[0].length };
}

/** A person as the value of a header names one: 鈴木 一郎 <suzuki@example.go.jp>, "Suzuki" [mailto:...], suzuki@example.go.jp (鈴木). */
export function authorFrom(value: string): MailAddress | undefined {
  const part = value.slice(0, longest).trim();
  const found = findAddress(part);
  let name = found === undefined ? part : `${part.slice(0, found.start)} ${part.slice(found.end)}`;
  // "A on behalf of B" was written by A; of several the first counts.
  name = name.split(/\s(?:on behalf of|im Auftrag von|de la part de|en nombre de)\s|;|の代理で|（代理送信/iu)[0]!;
  name = plainName(name);
  if (name === "" && found === undefined) return undefined;
  return { name: name === found?.address ? "" : name, address: found?.address ?? "" };
}

/** A name without quotation marks, brackets and marks around it. */
export function plainName(text: string): string {
  let name = text.replace(/[\s\u3000]+/g, " ").trim();
  for (let before = ""; before !== name;) {
    before = name;
    name = name
      .replace(/^["'“”‘’*_,、:：;<>＜＞[\]\s-]+|["'“”‘’*_,、:：;<>＜＞[\]\s-]+$/gu, "")
      .replace(/^[(（]([^()（）]{0,100})[)）]$/u, "$1")
      .replace(/[(（]\s*[)）]/gu, "");
  }
  return name.slice(0, 120);
}

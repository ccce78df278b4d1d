import { foldWidth, nameOfLabel } from "../../language";
import type { Block, TaskLanguage } from "../../vocabulary";

/**
 * The mail that is to be answered: the newest that the person did not write. Undefined for an empty thread.
 * @param blocks oldest first
 */
export function mailToAnswer(blocks: readonly Block[], sender: string | undefined): Block | undefined {
  return blocks.findLast((block) => !isBy(block, sender)) ?? blocks.at(-1);
}

function isBy(block: Block, sender: string | undefined): boolean {
  const name = squeezed(nameOfLabel(block.label));
  const own = squeezed(sender ?? "");
  if (name === "" || own === "") return false;
  const parts = nameOfLabel(block.label)
    .split(/[\s\u3000（）()、,/]+/)
    .map(squeezed)
    .filter((part) => part !== "");
  return own.includes(name) || name.includes(own) || parts.every((part) => own.includes(part));
}

const office = /(?:省|庁|局|部|課|室|係|班|署|所|院|会|社|法人|機構|協会|組合|センター|銀行|事務局|窓口)$/u;
const titled = /(?:様|殿|氏|先生|御中|各位|さん)$/u;

/** The first line of a reply: who wrote the mail, politely addressed. Empty when the label names nobody. */
export function salutationFor(block: Block | undefined, language: TaskLanguage): string {
  const name = nameOfLabel(block?.label);
  if (name === "") return "";
  // What stands before the @ of an address without a name is none.
  if (/^[a-z0-9._+-]+$/.test(name)) return language === "en" ? "Dear Sir or Madam," : "御担当者様";
  if (language === "en") return `Dear ${name},`;
  // 佐藤花子（総務課） -> 総務課　佐藤花子様
  const inBrackets = /^(.{1,40}?)\s*[（(]([^）)]{1,40})[）)]$/u.exec(name);
  const plain = inBrackets === null ? name : `${inBrackets[2]}　${inBrackets[1]}`;
  if (titled.test(plain)) return plain;
  const post = /^(.*?)[\s\u3000]*(?:ご|御)?担当(?:者)?$/u.exec(plain);
  if (post !== null) return post[1] === "" ? "御担当者様" : `${post[1]}　御担当者様`;
  return office.test(plain) ? `${plain}　御中` : `${plain}様`;
}

/** Width and spaces do not part names. */
export function squeezed(text: string): string {
  return foldWidth(text).toLowerCase().replace(/\s+/g, "");
}

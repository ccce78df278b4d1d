import { nameItemAt } from "./name-item";
import type { NameSpan } from "./name-span";

/** [09:14] kuroki.t: …, 10:02 由良 あかり> …: who writes in a chat, behind the time. */
const turn =
  /(?<=^|[\r\n])[ 　\t]*[[（(【]?(?:[0-9]{4}[/-][0-9]{1,2}[/-][0-9]{1,2}[ T])?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?[\])）】]?[ 　\t]{1,4}(?=([^\r\n:：>＞]{1,24}?)[ 　]?[:：>＞])/gu;
/** Letters with a dot, a line or a figure in them, as accounts are called. */
const handle = /^@?[a-z]+(?:[._-][a-z]+|[._-]?[0-9]+)+$/u;

/** Names and handles of who writes, in the lines of a chat. */
export function findHandleNames(text: string): NameSpan[] {
  const found: NameSpan[] = [];
  for (const match of text.matchAll(turn)) {
    const start = match.index + match[0].length;
    const words = match[1]!;
    const name = nameItemAt(text, start, "strong");
    if (handle.test(words)) found.push({ start, end: start + words.length, sure: true });
    else if (name?.end === start + words.length) found.push(name);
  }
  return found;
}

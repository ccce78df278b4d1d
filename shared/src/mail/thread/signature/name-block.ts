import { foldWidth } from "../../../language/width";
import {
  isClosing,
  isContact,
  isDrawn,
  isOffice,
  isOfTheText,
  isProse,
  isReach,
  isRunning,
  looseMark,
} from "./signature-lines";

const mostLines = 5;
const longestLine = 40;
const answered = /(?:[。．.？?！!：:、，,]|か)[」』）)]?\s*$/u;

/**
 * Where a name with an office stands alone at the end of answers between quotes: the index of its first line, the number of
 * lines for none. It signs the mail and answers nothing.
 * @param above the last quoted line above these lines
 * @param author name of who wrote the mail, where it is known
 */
export function nameBlockStart(texts: readonly string[], above: string, author: string | undefined): number {
  let last = texts.length - 1;
  while (last >= 0 && texts[last]!.trim() === "") last -= 1;
  let start = last + 1;
  while (start > 0 && texts[start - 1]!.trim() !== "") start -= 1;
  const block = texts.slice(start, last + 1).map((text) => text.trim());
  if (block.length === 0 || block.length > mostLines) return texts.length;
  if (block.some((text) => text.length > longestLine || isProse(text) || isRunning(text) || /[0-9０-９]/u.test(text)))
    return texts.length;
  const isAlone = texts.slice(0, start).every((text) => text.trim() === "");
  // 「担当はどなたですか。」 may be answered by a name.
  if (isAlone && answered.test(above)) return texts.length;
  const names = block.filter((text) => !isOffice(text) || isNameOf(text, author));
  return names.length === 1 && (isNameOf(names[0]!, author) || (author === undefined && block.length > 1))
    ? start
    : texts.length;
}

/**
 * Where a paragraph at the very end is the writer's name with an office, or stands below a drawn line, although it tells no way to
 * reach them: the index of its first line, the number of lines for none. A name alone stays in the text, as a close does.
 */
export function writerBlockStart(texts: readonly string[], author: string | undefined): number {
  if (author === undefined) return texts.length;
  let last = texts.length - 1;
  while (last >= 0 && texts[last]!.trim() === "") last -= 1;
  let start = last + 1;
  while (start > 0 && texts[start - 1]!.trim() !== "" && !isMark(texts[start - 1]!)) start -= 1;
  const block = texts.slice(start, last + 1).map((text) => text.trim());
  const isBelowMark = start > 0 && isMark(texts[start - 1]!);
  const hasWordsAbove = texts.slice(0, start).some((text) => text.trim() !== "" && !isMark(text));
  if (block.length === 0 || block.length > mostLines || !hasWordsAbove) return texts.length;
  if (
    block.some(
      (text) => text.length > longestLine || isProse(text) || isRunning(text) || isOfTheText(text) || isLabelled(text),
    )
  )
    return texts.length;
  const names = block.filter((text) => isNameOf(bareOf(text), author));
  const others = block.filter((text) => !names.includes(text) && !isOffice(text) && !isContact(text));
  if (names.length !== 1 || (others.length > 0 && !isCard(block, others, author))) return texts.length;
  if (!isBelowMark && !block.some((text) => isOffice(text) && !isWholly(text, author)) && !block.some(isContact))
    return texts.length;
  return isBelowMark ? start - 1 : start;
}

/** The writer's own name, then what they do in words of any kind ("International Desk"), and how to reach them. */
function isCard(block: readonly string[], others: readonly string[], author: string): boolean {
  return (
    isNameOf(bareOf(block[0]!), author) &&
    block.some(isReach) &&
    others.length <= 2 &&
    others.every((text) => !/[0-9０-９.。！？!?:：]/u.test(text) && !isClosing(text))
  );
}

/** 「届け先：防災課　高梨」 says something of the text. */
function isLabelled(text: string): boolean {
  return /^[^:：]{1,10}[:：]/u.test(text) && !isContact(text) && !/^(?:担当|氏名|所属|名前|部署)/u.test(text);
}

function isMark(text: string): boolean {
  return isDrawn(text) || looseMark.test(text);
}

/** Without the number behind it: 「橋本（内線９９９９）」 */
function bareOf(line: string): string {
  return line
    .replace(/[（(][^（()）]*[)）]\s*$/u, "")
    .replace(/[\s\u3000]*(?:内線|直通|tel|電話)[\s\u3000]*[.:：]?[\s\u3000]*[0-9０-９\-－−ー()（）]+\s*$/iu, "")
    .trim();
}

/** The line is the name of the sender as the header has it: an office that writes its own name signs as a person does. */
function isWholly(line: string, author: string): boolean {
  const plain = (text: string): string => foldWidth(text).toLowerCase().replace(/\s+/g, "");
  return plain(line) === plain(author);
}

/** 「高梨」, 「高梨 透」, 「財政課　高梨」, "Ewa" */
function isNameOf(line: string, author: string | undefined): boolean {
  if (author === undefined) return false;
  const name = foldWidth(author).toLowerCase();
  const words = foldWidth(line).toLowerCase().split(/\s+/);
  const whole = name.replace(/\s+/g, "");
  const told = words.at(-1)!;
  // 「会計課旅費係」 is of 会計課.
  if (isOffice(author) && words.join("").startsWith(whole)) return true;
  return words.join("").endsWith(whole) || (told !== "" && whole.startsWith(told)) || name.split(/\s+/).includes(told);
}

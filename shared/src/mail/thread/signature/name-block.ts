import { foldWidth } from "../../../language/width";
import { isOffice, isProse, isRunning } from "./signature-lines";

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

/** 「高梨」, 「高梨 透」, 「財政課　高梨」, "Ewa" */
function isNameOf(line: string, author: string | undefined): boolean {
  if (author === undefined) return false;
  const name = foldWidth(author).toLowerCase();
  const words = foldWidth(line).toLowerCase().split(/\s+/);
  const whole = name.replace(/\s+/g, "");
  const told = words.at(-1)!;
  return words.join("").endsWith(whole) || (told !== "" && whole.startsWith(told)) || name.split(/\s+/).includes(told);
}

import { foldWidth } from "../../language";

/** Marks and numbers that a list sets before its items. */
export const listMark =
  /^[\s\u3000]*(?:(?:[・●○◯■□◆◇▪•‣＊*–—-]|[(（]?(?:[0-9０-９]{1,3}|[ア-ン]|[a-zａ-ｚ])[)）.．、]|(?:[0-9０-９]{1,2})(?=[\s\u3000])|[①-⑳]|(?:質問|設問|問|[QＱ])\s*[0-9０-９]{0,3}\s*(?:[.．:：、)）]|(?<=[0-9０-９])(?=[\s\u3000])))[\s\u3000]*)+/u;
/** 「ア　回数」 */
const letterMark = /^[ア-ンａ-ｚ][\u3000\s]+/u;

const numberMark =
  /^[\s\u3000]*(?:[（(]\s?([0-9０-９]{1,2})\s?[)）]|([①-⑳])|(?:質問|設問|問|[QＱ])\s*([0-9０-９]{1,2})|([0-9０-９]{1,2})(?:[)）.．、:：]|(?=[\s\u3000])))/u;

/** The number that a list sets before a line; undefined where there is none. */
export function numberBefore(line: string): number | undefined {
  const match = numberMark.exec(line.slice(0, 20));
  if (match === null) return undefined;
  const circled = match[2]?.codePointAt(0);
  if (circled !== undefined) return circled - "①".codePointAt(0)! + 1;
  return Number(foldWidth(match[1] ?? match[3] ?? match[4]!));
}

/** True where a line begins with the mark of a list. */
export function isItem(line: string): boolean {
  return listMark.test(line) || letterMark.test(line);
}

/** A sentence as it is told: without list marks and line breaks. */
export function plainSentence(sentence: string): string {
  return sentence
    .replace(/\s*[\r\n\v\u2028\u2029]+\s*/g, "")
    .replace(listMark, "")
    .replace(letterMark, "")
    .replace(/^\s*※[\s\u3000]*/u, "")
    .trim();
}

import { isRequest } from "./find-requests";

const quoteMark = /^\s*(?:[>＞]|\|\s)/;
/** The head of a quoted mail: behind one of these stands nothing new, unless the lines behind it are marked as quoted. */
const head =
  /^\s*(?:-{2,}\s*(?:Original Message|元のメッセージ|転送されたメッセージ|Forwarded message)\s*-{2,}|_{10,}|On\b.{5,120}\bwrote:|.{0,80}(?:さんは?|様が|が)書きました\s*[:：]|20[0-9]{2}[年/-].{5,80}(?:[:：]|<[^>]+>\s*[:：]?))\s*$|^\s*(?:From|差出人|送信者)\s*[:：].{3,}$/i;

/**
 * What a mail says itself. What it quotes of earlier mails is taken off, because those stand in the thread; a quoted question
 * that is answered right below it stays, because the answer (「８０名です。」) says nothing without it.
 */
export function ownWords(text: string): string {
  const lines = text.split(/\r\n|[\r\n\v\u2028\u2029]/);
  const kept: string[] = [];
  for (const [index, line] of lines.entries()) {
    if (head.test(line) && kept.some((one) => one.trim() !== "")) {
      const behind = lines.slice(index + 1).find((one) => one.trim() !== "");
      if (behind === undefined || !quoteMark.test(behind)) break;
      continue;
    }
    if (!quoteMark.test(line)) {
      kept.push(line);
      continue;
    }
    const next = lines.slice(index + 1).find((one) => one.trim() !== "");
    if (next !== undefined && !quoteMark.test(next) && !head.test(next) && isRequest(unquoted(line))) kept.push(line);
  }
  return kept
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** A quoted line without its marks and list marks. */
export function unquoted(line: string): string {
  return line
    .replace(/^(?:\s*[>＞|])+\s*/, "")
    .replace(/^[\s\u3000]*(?:[・●○]|[(（]?[0-9０-９]{1,2}[)）.．、]|[①-⑳])[\s\u3000]*/u, "")
    .trim();
}

/** Quoted questions of a mail and what is written below each. */
export function inlineAnswers(words: string): { quoted: string; answer: string }[] {
  const found: { quoted: string; answer: string }[] = [];
  for (const line of words.split("\n")) {
    if (quoteMark.test(line)) found.push({ quoted: unquoted(line), answer: "" });
    else if (found.length > 0) found.at(-1)!.answer += `${line}\n`;
  }
  // A paragraph is what answers; what stands behind it belongs to the rest of the mail.
  return found.map(({ quoted, answer }) => ({ quoted, answer: answer.trim().split(/\n\s*\n/)[0]! }));
}

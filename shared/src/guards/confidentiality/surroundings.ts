import type { Span } from "../../vocabulary";
import { Gap, linesOf, type CompactText } from "./compact-text";
import type { Candidate } from "./candidate";
import { candidatesIn } from "./candidates";
import { firstIndex } from "./first-index";
import { itemNumber } from "./item-number";

/** What stands around candidates of one text; made once, asked often. */
export interface Surroundings {
  view: CompactText;
  candidates: Candidate[];
  lines: Span[];
}

export function lookAround(view: CompactText): Surroundings {
  return { view, candidates: candidatesIn(view), lines: linesOf(view) };
}

const wordCharacter = /[\p{L}\p{N}ー々〆ヶ]/u;
const particle = /[のをにはがとでもやへ]/;
/** Kanji compounds with 秘 that are no mark, also when their letters stand apart or one a line. */
const wordsWithSecret = /^(?:秘[書密匿訣境伝蔵策術湯話薬宝史録儀跡露計法]|[神便黙守官奥隠]秘)/;

/** Text of the surroundings without what belongs to a mark: labels of forms, dates, other axes, copy numbers. */
const labelWords = new RegExp(
  [
    "^[^:=。、0-9]{1,10}(?:区分|格付け?|分類|レベル|ランク|種別|等級)[:=]",
    "(?:(?:本)?(?:文書|資料|書類|ファイル|メール)|情報)の?(?:機密性の?)?(?:格付け?|区分|分類)|情報格付け?|格付け?(?:区分)?|機密(?:性)?(?:区分|レベル|の?格付け?)|秘密区分|文書区分|情報区分|取り?扱い?(?:区分|制限|条件|方法)|取り?扱い?|処理区分",
    "(?:完全性|可用性)[:=\\-_]?[0-9一二三]?(?:[ab])?(?:情報)?|要保全情報|要安定情報|要保護情報|機密性|自治体",
    "情報|文書|資料|書類|ファイル|データ|扱い?|指定|区分|分類|レベル|ランク|種別|標識|表示|期限|期間|厳守|のこと|相当|級|用",
    "保存期間|保存期限|有効期[限間]|無期限|永年|当分の間|別途指示が?あるまで|公表まで|公表日?まで|発表まで|解禁まで|会議終了まで",
    "(?:令和|平成|昭和|r|h)?(?:[0-9]{1,4}|元|○+|[一二三四五六七八九十]+)(?:年度?|月|日|時|分|/|\\.|-)(?:末|間)?|まで|保存|作成|公表|以降|以後|から|常用",
    "指定番号|整理番号|番号|(?:全)?[0-9]+(?:部|枚)(?:の?(?:内|うち))?(?:の?第?[0-9]+号?)?|部数|第[0-9]+号|no\\.?[0-9]+|[0-9]+/[0-9]+|-[0-9]+-|p\\.?[0-9]+|page[0-9]+(?:of[0-9]+)?",
    "classification|sensitivity|confidentiality|handling|level|class|information|document|draft|copy|re|fwd?|転送|返信|draft|only|only",
    "案|写し?|原本|版|未定稿|素案|たたき台|暫定版?|及び|かつ|並びに|または|又は|兼",
  ].join("|"),
  "gi",
);

/** True when nothing but marks, labels and signs stands in the stretch. Digits and letters left over are something. */
export function onlyMarks({ view, candidates }: Surroundings, stretch: Span): boolean {
  let rest = "";
  let from = stretch.start;
  const first = firstIndex(candidates, ({ start }) => start >= stretch.start);
  for (let index = first; index < candidates.length && candidates[index]!.end <= stretch.end; index += 1) {
    const candidate = candidates[index]!;
    rest += view.text.slice(from, candidate.start) + " ";
    from = candidate.end;
  }
  rest += view.text.slice(from, stretch.end);
  const left = rest.replace(itemNumber, "").replace(labelWords, "");
  return !wordCharacter.test(left.replace(/[○ー]/g, ""));
}

/** Characters that are looked at before and behind a candidate. */
const window = 300;

/** The line that holds the candidate's start, or the lines it spans when it is wrapped. */
export function lineOf({ lines }: Surroundings, candidate: Span): Span {
  const at = firstIndex(lines, (line) => candidate.start < line.end);
  const first = lines[at] ?? { start: candidate.start, end: candidate.end };
  const last = lines[firstIndex(lines, (line) => candidate.end <= line.end)] ?? first;
  // A label is short; without a window a text of one endless line would take the square of its length.
  return { start: Math.max(first.start, candidate.start - window), end: Math.min(last.end, candidate.end + window) };
}

/** True in the middle of a line so long that it can only be running text. */
export function isInRunningLine({ lines }: Surroundings, candidate: Span): boolean {
  const line = lines[firstIndex(lines, ({ end }) => candidate.start < end)];
  if (line === undefined || line.end - line.start <= 2 * window) return false;
  return candidate.start - line.start > 20 && line.end - candidate.end > 20;
}

/** End of a mark together with the noun it may carry (情報, 文書, 扱い). */
export function endWithNoun({ view }: Surroundings, candidate: Candidate): number {
  const tail = /^(?:\((?:案|写し?|原本)\))?(?:相当)?(?:情報|文書|資料|書類|扱い?|取扱い?|指定|データ)?(?:扱い?)?/.exec(
    view.text.slice(candidate.end),
  );
  const end = candidate.end + (tail?.[0].length ?? 0);
  // 特定秘密 指定番号: what only looks like the noun begins the next word.
  if (isWordAt(view, end) && !isWordAt(view, candidate.end)) return candidate.end;
  // 極秘事項 is a mark, 取扱注意事項 a chapter of every manual.
  return candidate.reason === "secret" && view.text.startsWith("事項", end) ? end + 2 : end;
}

function isWordAt({ text, gaps }: CompactText, index: number): boolean {
  return index < text.length && gaps[index] === Gap.None && wordCharacter.test(text[index]!);
}

/** How a candidate is cut off from what stands before or behind it. */
export type Border = "strong" | "weak" | "none";

export function leftBorder({ view }: Surroundings, start: number): Border {
  if (start === 0) return "strong";
  const before = view.text[start - 1]!;
  const gap = view.gaps[start]!;
  if (gap >= Gap.Wide) return "strong";
  if (gap === Gap.Space)
    return particle.test(before) && !/(?:について|に関して)$/.test(view.text.slice(Math.max(0, start - 4), start))
      ? "none"
      : "strong";
  if (wordCharacter.test(before)) return "none";
  return /[・、,，。]/.test(before) ? "weak" : "strong";
}

export function rightBorder({ view }: Surroundings, end: number): Border {
  if (end >= view.text.length) return "strong";
  const after = view.text[end]!;
  const gap = view.gaps[end]!;
  if (gap >= Gap.Wide) return "strong";
  if (gap === Gap.Space) return particle.test(after) ? "none" : "strong";
  if (wordCharacter.test(after)) return "none";
  return /[・、,，。]/.test(after) ? "weak" : "strong";
}

/** True for 秘 that is half of a word whose characters stand apart or one a line (秘 書 課, 神 秘). */
export function isHalfOfWord({ view }: Surroundings, candidate: Candidate): boolean {
  if (candidate.end - candidate.start !== 1) return false;
  const { text, gaps } = view;
  const { start, end } = candidate;
  const behind = end < text.length && (end + 1 >= text.length || gaps[end + 1]! > Gap.None || gaps[end] === Gap.None);
  if (behind && wordsWithSecret.test(text.slice(start, end + 1))) return true;
  const ahead = start > 0 && (start - 1 === 0 || gaps[start - 1]! > Gap.None || gaps[start] === Gap.None);
  return ahead && wordsWithSecret.test(text.slice(start - 1, end));
}

/** Document numbers: 官秘第12号, 秘第3号. */
export function isDocumentNumber({ view }: Surroundings, candidate: Candidate): boolean {
  return (
    /秘$/.test(view.text.slice(candidate.start, candidate.end)) &&
    /^第(?:[0-9]+|○+|[一二三四五六七八九十]+)号(?![a-z]*部)/.test(view.text.slice(candidate.end)) &&
    !/部(?:の内|のうち|中)?$/.test(view.text.slice(Math.max(0, candidate.start - 8), candidate.start))
  );
}

const opening = "([{「『【〔<《〈\"'“‘";
const closing = ")]}」』】〕>》〉\"'”’";

/** The brackets right around the candidate's row of marks, if any. */
export function bracketAround(
  around: Surroundings,
  candidate: Candidate,
): { start: number; end: number; quoting: boolean } | undefined {
  const { text } = around.view;
  const line = lineOf(around, candidate);
  if (text[candidate.start] === "(" && text[candidate.end - 1] === ")") {
    return { start: candidate.start, end: candidate.end, quoting: false };
  }
  let open = candidate.start - 1;
  while (open >= line.start && !opening.includes(text[open]!) && !closing.includes(text[open]!)) open -= 1;
  if (open < line.start || !opening.includes(text[open]!)) return undefined;
  const wanted = closing[opening.indexOf(text[open]!)]!;
  // Looked for in the line only: the rest of the text may be long.
  const found = text.slice(candidate.end, line.end).indexOf(wanted);
  if (found === -1) return undefined;
  const close = candidate.end + found;
  return { start: open, end: close + 1, quoting: /[「『"'“‘]/.test(text[open]!) };
}

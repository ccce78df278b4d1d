import type { Span } from "../../vocabulary";
import type { Candidate } from "./candidate";
import { Gap } from "./compact-text";
import type { MarkingPlace } from "./marking";
import { bracketAround, endWithNoun, leftBorder, onlyMarks, rightBorder, type Surroundings } from "./surroundings";
import { aboutMarks, titleAfter } from "./title-words";

/** 【機密性2】令和7年度… at the start of a line of a mail's text. */
export function isPrefixInBrackets(around: Surroundings, candidate: Candidate, line: Span): boolean {
  const bracket = bracketAround(around, candidate);
  const { text } = around.view;
  if (bracket === undefined || bracket.quoting || !"【[〔<《".includes(text[bracket.start]!)) return false;
  if (!onlyMarks(around, bracket) || !/^[>|※★]*$/.test(text.slice(line.start, bracket.start))) return false;
  return !/^[のをにはがとでもや:]/.test(text.slice(bracket.end)) && !titleAfter.test(text.slice(bracket.end, line.end));
}

/** Titles of what explains marks; a bill, a list or a contract may well carry one. */
const explainsMarks =
  /格付|区分|分類|定義|とは|例示|記入例|見本|サンプル|様式|方法|手順|手続|保管|取り?扱い?|管理|研修|講習|手引|マニュアル|ガイドライン|テキスト|第[0-9一二三四五六七八九十]+[章節条]/;

/** 想定問答（機密性3情報）: the title a pasted paper begins with, its mark behind it in brackets. */
export function isSuffixOfTitle(around: Surroundings, candidate: Candidate, line: Span): boolean {
  const bracket = bracketAround(around, candidate);
  if (line.start > 0 || bracket === undefined || bracket.quoting || bracket.end !== line.end) return false;
  const title = around.view.text.slice(line.start, bracket.start);
  if (title.length > 40 || /[。、:]/.test(title) || /[ぁ-ん]$/.test(title)) return false;
  return onlyMarks(around, bracket) && !explainsMarks.test(title);
}

/** Re:, Fw: and the like change nothing (P11). */
const replyPrefix = /^(?:(?:re|fwd?|返信|転送)[:\]]|\[(?:re|fwd?)\])+/i;

/** True when its brackets make a candidate a marking; undefined when it stands in no brackets of its own. */
export function inBrackets(
  around: Surroundings,
  candidate: Candidate,
  line: Span,
  where: MarkingPlace,
): boolean | undefined {
  const bracket = bracketAround(around, candidate);
  if (bracket === undefined) return undefined;
  if (!onlyMarks(around, bracket)) return isOneOfLabels(around, candidate, bracket, line) ? true : undefined;
  const { text } = around.view;
  const before = text.slice(line.start, bracket.start);
  const after = text.slice(bracket.end, line.end);
  const goesOn = /^[のをにはがとでもや]/.test(after);
  if (bracket.quoting) {
    return (
      leftBorder(around, bracket.start) === "strong" &&
      cutOff(around, bracket.start, line.start) &&
      rightBorder(around, bracket.end) === "strong" &&
      cutOff(around, bracket.end, line.end)
    );
  }
  const rest = before + after;
  if (goesOn) return where !== "firstPage" && !aboutMarks.test(rest) && !titleAfter.test(after);
  if (before.replace(replyPrefix, "") === "") return true;
  if (isRunning(text.slice(line.start, line.end), where)) return false;
  if (after === "" || /^[[(【.]/.test(after))
    return (
      !(candidate.reason === "incomplete" && /(?:格付け?|区分|機密性)$/.test(before)) &&
      !/(?:定義|とは|区分|分類|例示|記入例|見本|サンプル)$/.test(before)
    );
  return text[bracket.start] === "【" || !aboutMarks.test(rest);
}

/** 【○○省・機密性2】: one of several labels between strong brackets at the edge of the line. */
function isOneOfLabels(around: Surroundings, candidate: Candidate, bracket: Span, line: Span): boolean {
  const { text } = around.view;
  if (!"【[〔".includes(text[bracket.start]!) || (bracket.start > line.start && bracket.end < line.end)) return false;
  const inside = text.slice(bracket.start, bracket.end);
  if (inside.length > 30 || aboutMarks.test(inside)) return false;
  const end = endWithNoun(around, candidate);
  return leftBorder(around, candidate.start) !== "none" && rightBorder(around, end) !== "none";
}

/** True when white space or the edge of the line stands at the offset. */
function cutOff({ view }: Surroundings, offset: number, edge: number): boolean {
  return offset === edge || view.gaps[offset]! >= Gap.Space;
}

/** A sentence, as opposed to a title or a row of labels. */
export function isRunning(line: string, where: MarkingPlace): boolean {
  if (where === "fileName") return false;
  return (
    /。/.test(line) ||
    (line.length > 40 && /(?:する|した|ます|ました|である|いる|れる|こと|ため|もの)$/.test(line)) ||
    (line.length > 60 && /、/.test(line))
  );
}

import type { Span } from "../../vocabulary";
import type { Candidate } from "./candidate";
import { Gap } from "./compact-text";
import { firstIndex } from "./first-index";
import { inBrackets, isPrefixInBrackets, isRunning, isSuffixOfTitle } from "./label-brackets";
import { isLatinLabel, touchesLatin } from "./label-latin";
import { isCellOfRow, isKeyOfTable } from "./label-row";
import type { MarkingPlace } from "./marking";
import { isAnnouncedMark, isItemOfList } from "./listed-mark";
import { markBehindNumber } from "./numbered-mark";
import {
  endWithNoun,
  isDocumentNumber,
  isHalfOfWord,
  isInRunningLine,
  leftBorder,
  lineOf,
  onlyMarks,
  rightBorder,
  type Surroundings,
} from "./surroundings";
import { aboutMarks, denial, statistic, titleAfter } from "./title-words";
import { isWrappedMention } from "./wrapped-mention";

/** True for a candidate that is a marking because of how it stands: alone, in brackets, or in a row of labels. */
export function isLabel(around: Surroundings, candidate: Candidate, where: MarkingPlace): boolean {
  if (isHalfOfWord(around, candidate) || isDocumentNumber(around, candidate)) return false;
  if (isInRunningLine(around, candidate)) return false;
  const { text, gaps } = around.view;
  const line = lineOf(around, candidate);
  const end = endWithNoun(around, candidate);
  const behind = text.slice(end, line.end);
  if (denial.test(text.slice(candidate.end, line.end)) || isDenied(text.slice(line.start, candidate.start)))
    return false;
  if (asksAbout(text.slice(line.start, candidate.start) + " " + text.slice(candidate.end, line.end))) return false;
  if (statistic.test(behind) && gaps[end] !== Gap.Line) return false;
  if (where === "body" && isKeyOfTable(around, candidate, line)) return false;
  if (candidate.reason === "incomplete" && chapterNumber.test(text.slice(line.start, candidate.start))) return false;
  if (where === "body" || where === "firstPage") {
    const numbered = markBehindNumber(around, candidate, line);
    if (numbered !== undefined) return numbered === "mark";
  }
  if (onlyMarks(around, line) && hasFreeBorders(around, candidate, end))
    return (
      (where !== "body" && where !== "firstPage") ||
      !(
        isItemOfList(around, line) ||
        isAnnouncedMark(around, candidate, line) ||
        isWrappedMention(around, candidate, line)
      )
    );
  if (where === "body") {
    return (
      isPrefixInBrackets(around, candidate, line) ||
      isSuffixOfTitle(around, candidate, line) ||
      isCellOfRow(around, candidate, line) ||
      isNumberedItem(around, candidate, end)
    );
  }
  if (candidate.latin === true) return isLatinLabel(around, candidate, line, where);
  const bracketed = inBrackets(around, candidate, line, where);
  if (bracketed !== undefined) return bracketed;
  if (candidate.labelOnly === true && where === "firstPage") return false;
  return standsFree(around, candidate, end, line, where);
}

function hasFreeBorders(around: Surroundings, candidate: Candidate, end: number): boolean {
  if (candidate.latin === true) return !touchesLatin(around, candidate);
  const left = leftBorder(around, candidate.start);
  const right = rightBorder(around, end);
  return (
    (left !== "none" || followsLabel(around, candidate.start)) &&
    (right !== "none" || startsLabel(around, end) || joinsNextLine(around, end))
  );
}

/** 格付は機密性2, ○月○日まで取扱注意: the word before belongs to the label. */
function followsLabel({ view }: Surroundings, start: number): boolean {
  return /(?:(?:格付け?|区分|取り?扱い?|分類|種別|制限|レベル|自治体)(?:は|が)?|まで(?:は|の間は?)?|(?:以降|以後|から|より|後)は?|年|月|日|情報|文書|資料|書類|[0-9])$/.test(
    view.text.slice(Math.max(0, start - 12), start),
  );
}

function startsLabel({ view }: Surroundings, end: number): boolean {
  return /^(?:[0-9]|令和|平成|完全性|可用性|機密性|厳守|のこと|とする|[a-z]|期限|保存|無期限|全)/i.test(
    view.text.slice(end, end + 6),
  );
}

/** 機密性３情報及び at the end of a line. */
function joinsNextLine({ view }: Surroundings, end: number): boolean {
  return view.gaps[end + 2] === Gap.Line && /^(?:及び|又は|かつ)/.test(view.text.slice(end, end + 2));
}

function isDenied(before: string): boolean {
  return /(?:非|not|non-?|un|no)$/i.test(before);
}

function asksAbout(line: string): boolean {
  return (
    /(?:[?]|(?:です|ます|でしょう|ない)か[?。]?|とは何か?|か否か)[)\]」】]*$/.test(line) &&
    !/(?:願|いただけ|もらえ|くださ)/.test(line)
  );
}

/** 「資料は次のとおり。一、機密性３情報　二、次第」: an item of its own inside a line. */
function isNumberedItem(around: Surroundings, candidate: Candidate, end: number): boolean {
  const { text, gaps } = around.view;
  const before = text.slice(Math.max(0, candidate.start - 6), candidate.start);
  const number = /[一二三四五六七八九十]{1,3}、$/.exec(before);
  if (number === null || candidate.labelOnly === true || rightBorder(around, end) !== "strong") return false;
  return /(?:^|。)[一二三四五六七八九十]{1,3}、$/.test(before) || gaps[candidate.start - number[0].length]! >= Gap.Wide;
}

/** 第３章　機密性: a heading, not a mark without its digit. */
const chapterNumber = /第(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[章節項款編部]$/;

function standsFree(around: Surroundings, candidate: Candidate, end: number, line: Span, where: MarkingPlace): boolean {
  const { text, gaps } = around.view;
  const whole = text.slice(line.start, line.end);
  const after = text.slice(end, line.end);
  let left = leftBorder(around, candidate.start);
  let right = rightBorder(around, end);
  if (
    left === "none" &&
    followsLabel(around, candidate.start) &&
    !/[のをにがとでや]$/.test(text.slice(line.start, candidate.start))
  )
    left = "strong";
  if (right === "none" && where === "fileName" && /^(?:[0-9]|v[0-9.]|ver|rev|final|draft)/i.test(after))
    right = "strong";
  if (isRunning(whole, where)) return false;
  if (left === "strong" && right === "strong") {
    const explained =
      /(?:おそれ|相当|必要|要する|(?:す|れ|あ)る|した|ない|いう)(?:もの|文書|こと|情報|場合)[。]?$/.test(after);
    const isDefinition =
      (/^[:=]/.test(after) && (after.length > 20 || /(?:もの|文書|こと|情報|場合)[。]?$/.test(after))) ||
      (where === "firstPage" && explained);
    return where === "subject" || where === "fileName" || !isDefinition;
  }
  if ((where === "subject" || where === "fileName") && candidate.start === line.start && right === "weak") {
    // 取扱注意・委員名簿; but 秘・極秘文書の管理 speaks of marks.
    const next = around.candidates[firstIndex(around.candidates, ({ start }) => start >= end + 1)];
    return next?.start !== end + 1 && !aboutMarks.test(after);
  }
  if (left !== "none" && right !== "none") return onlyMarks(around, segmentAround(around, candidate, line));
  if (candidate.labelOnly === true || /^\(?秘\)?$/.test(text.slice(candidate.start, candidate.end))) return false;
  const isClass = /性|confidentiality/i.test(text.slice(candidate.start, candidate.end));
  if (!isClass && where !== "fileName") return false;
  if (left !== "none" && right === "none") {
    // 機密性2会議資料: a class glued to the title; 機密性3情報の取扱要領 is a title.
    const first = text[end]!;
    return (
      gaps[end] === Gap.None &&
      !/[ぁ-ん]/.test(first) &&
      !titleAfter.test(after) &&
      !titleAfter.test(text.slice(candidate.end)) &&
      !aboutMarks.test(after)
    );
  }
  if (left === "none" && right !== "none") {
    const before = text.slice(line.start, candidate.start);
    return (!/[ぁ-ん]$/.test(before) || /について$/.test(before)) && (right === "strong" || after === "");
  }
  return false;
}

/** Row of labels around a candidate: what stands between wide gaps. */
function segmentAround({ view }: Surroundings, candidate: Candidate, line: Span): Span {
  let start = candidate.start;
  while (start > line.start && view.gaps[start]! < Gap.Wide) start -= 1;
  let end = candidate.end;
  while (end < line.end && view.gaps[end]! < Gap.Wide) end += 1;
  return { start, end };
}

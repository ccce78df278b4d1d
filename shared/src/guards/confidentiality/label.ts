import type { Span } from "../../vocabulary";
import { Gap } from "./compact-text";
import type { Candidate } from "./mark-patterns";
import type { MarkingPlace } from "./marking";
import {
  bracketAround,
  endWithNoun,
  isDocumentNumber,
  isHalfOfWord,
  leftBorder,
  lineOf,
  onlyMarks,
  rightBorder,
  type Surroundings,
} from "./surroundings";

/** What follows a mark in the title of a rule, a form or a case; not behind the mark of the document itself. */
const titleAfter =
  /^(?:等|など)?(?:の|に|を|は|が)?(?:取り?扱|管理|保護|保全|保持|定義|指定|区分|格付|解除|漏|流出|紛失|台帳|一覧|件数|に?関する|について|場合|事項|品|物|業務|者|制度|法|規|要領|要綱|基準|研修|委員|審査|適性|箇所|点検|点|欄|誓約|契約|様式|マーク|表示|シール|ラベル|スタンプ|印)/;
/** Words of titles that speak about marks. */
const aboutMarks =
  /規程|規定|規則|要領|要綱|ガイドライン|手引|マニュアル|基準|研修|講習|法律|条例|政令|調査|アンケート|委員会|審議会|検討会|様式|記入例|契約|誓約|同意書|定義|とは|考え方|見直し|件数|集計|一覧|訓練|テスト|監査|q&a|faq/i;
const technical =
  /^(?:computing|vms?|virtual|containers?|clients?|transport|transactions?|ledger|spaces?|guests?|access|nodes?|gke|enclaves?|ai|inference|managers?|management|keys?|sharing|scanning|services?|stores?|storage|rotation|vault|santa|garden|ballot|recipes?|agents?|weapons?|rooms?)(?![a-z])/i;
const statistic = /^[:=]?(?:約|計)?[0-9,.]+(?:件|%|割|冊|点|人|名|通|文書|種類|か所|箇所)/;
const denial =
  /^(?:情報|文書|資料|指定)?(?:等|など)?(?:[:=・]|は|の|が|を|も)*(?:指定)?(?:なし|無し|無$|ない|ありません|含まない|含まず|含みません|含まれ(?:ない|ません|ていません|ておりません)|該当(?:なし|無し|しない|せず|しません)|ではない|ではありません|でない|以外|対象外|不要)/;

/** True for a candidate that is a marking because of how it stands: alone, in brackets, or in a row of labels. */
export function isLabel(around: Surroundings, candidate: Candidate, where: MarkingPlace): boolean {
  if (isHalfOfWord(around, candidate) || isDocumentNumber(around, candidate)) return false;
  const { text, gaps } = around.view;
  const line = lineOf(around, candidate);
  const end = endWithNoun(around, candidate);
  const behind = text.slice(end, line.end);
  if (denial.test(text.slice(candidate.end, line.end)) || isDenied(text.slice(line.start, candidate.start)))
    return false;
  if (asksAbout(text.slice(line.start, candidate.start) + " " + text.slice(candidate.end, line.end))) return false;
  if (statistic.test(behind) && gaps[end] !== Gap.Line) return false;
  if (onlyMarks(around, line) && hasFreeBorders(around, candidate, end)) return !isItemOfList(around, line, where);
  if (where === "body") return isPrefixInBrackets(around, candidate, line);
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
  return (left !== "none" || followsLabel(around, candidate.start)) && (right !== "none" || startsLabel(around, end));
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

function isDenied(before: string): boolean {
  return /(?:非|not|non-?|un|no)$/i.test(before);
}

function asksAbout(line: string): boolean {
  return (
    /(?:[?]|(?:です|ます|でしょう|ない)か[?。]?|とは何か?|か否か)[)\]」】]*$/.test(line) &&
    !/(?:願|いただけ|もらえ|くださ)/.test(line)
  );
}

/** One item of a list of marks (・極秘 / ・秘 / ・取扱注意) is the definition of marks, not a marking. */
function isItemOfList(around: Surroundings, line: Span, where: MarkingPlace): boolean {
  if (where === "header" || where === "footer" || where === "fileName") return false;
  const { text } = around.view;
  const bullet = /^(?:[・*]|-(?!-)|\([0-9a-z]\)|[0-9]{1,2}[.)]|[ア-ン][.)])/;
  if (!bullet.test(text.slice(line.start, line.end))) return false;
  const position = around.lines.findIndex((candidate) => candidate.start === line.start);
  return [around.lines[position - 1], around.lines[position + 1]].some(
    (neighbour) => neighbour !== undefined && bullet.test(text.slice(neighbour.start, neighbour.end)),
  );
}

/** 【機密性2】令和7年度… at the start of a line of a mail's text. */
function isPrefixInBrackets(around: Surroundings, candidate: Candidate, line: Span): boolean {
  const bracket = bracketAround(around, candidate);
  const { text } = around.view;
  if (bracket === undefined || bracket.quoting || !"【[〔<《".includes(text[bracket.start]!)) return false;
  if (!onlyMarks(around, bracket) || !/^[>|※★]*$/.test(text.slice(line.start, bracket.start))) return false;
  return !/^[のをにはがとでもや:]/.test(text.slice(bracket.end)) && !titleAfter.test(text.slice(bracket.end, line.end));
}

/** Undefined when the candidate stands in no brackets of its own. */
function inBrackets(around: Surroundings, candidate: Candidate, line: Span, where: MarkingPlace): boolean | undefined {
  const bracket = bracketAround(around, candidate);
  if (bracket === undefined || !onlyMarks(around, bracket)) return undefined;
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
  if (before === "") return true;
  if (isRunning(text.slice(line.start, line.end), where)) return false;
  if (after === "" || /^[[(【.]/.test(after)) return !/(?:定義|とは|区分|分類|例示|記入例|見本|サンプル)$/.test(before);
  return text[bracket.start] === "【" || !aboutMarks.test(rest);
}

/** True when white space or the edge of the line stands at the offset. */
function cutOff({ view }: Surroundings, offset: number, edge: number): boolean {
  return offset === edge || view.gaps[offset]! >= Gap.Space;
}

/** A sentence, as opposed to a title or a row of labels. */
function isRunning(line: string, where: MarkingPlace): boolean {
  if (where === "fileName") return false;
  return (
    /。/.test(line) ||
    (line.length > 40 && /(?:する|した|ます|ました|である|いる|れる|こと|ため|もの)$/.test(line)) ||
    (line.length > 60 && /、/.test(line))
  );
}

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
  if (right === "none" && where === "fileName" && /^[0-9a-z]/i.test(after)) right = "strong";
  if (isRunning(whole, where)) return false;
  if (left === "strong" && right === "strong") {
    const isDefinition = /^[:=]/.test(after) && (after.length > 20 || /(?:もの|文書|こと|情報|場合)[。]?$/.test(after));
    return where === "subject" || where === "fileName" || !isDefinition;
  }
  if ((where === "subject" || where === "fileName") && candidate.start === line.start && right === "weak") {
    // 取扱注意・委員名簿; but 秘・極秘文書の管理 speaks of marks.
    return !around.candidates.some(({ start }) => start === end + 1) && !aboutMarks.test(after);
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

function touchesLatin({ view }: Surroundings, { start, end }: Candidate): boolean {
  const touches = (index: number, gapAt: number): boolean =>
    index >= 0 && index < view.text.length && view.gaps[gapAt] === Gap.None && /[a-z]/i.test(view.text[index]!);
  return touches(start - 1, start) || touches(end, end);
}

/** English marks: neighbours one space away belong to the same phrase (Confidential Computing). */
function isLatinLabel(around: Surroundings, candidate: Candidate, line: Span, where: MarkingPlace): boolean {
  if (touchesLatin(around, candidate)) return false;
  const { text, gaps } = around.view;
  const before = text.slice(line.start, candidate.start);
  const after = text.slice(candidate.end, line.end);
  if (technical.test(after.replace(/^[-_./]+/, "")) || aboutMarks.test(after)) return false;
  if (isRunning(before + after, where) || /^[ぁ-ん]/.test(after)) return false;
  const bracket = bracketAround(around, candidate);
  if (bracket !== undefined && onlyMarks(around, bracket)) {
    return !bracket.quoting && !/^[のをにはがとでもや]/.test(text.slice(bracket.end, line.end));
  }
  const joins = (index: number, gapAt: number): boolean =>
    gaps[gapAt]! <= Gap.Space && /[a-z0-9]/i.test(text[index] ?? "") && index >= line.start && index < line.end;
  const joinsLeft = joins(candidate.start - 1, candidate.start);
  const joinsRight = joins(candidate.end, candidate.end);
  if (!joinsLeft && !joinsRight)
    return !/[ァ-ヶー一-龠]$/.test(before) || gaps[candidate.start]! > Gap.None || where === "fileName";
  if (candidate.labelOnly === true) return false;
  const written = text.slice(candidate.start, candidate.end);
  // CONFIDENTIAL Budget plan: the mark in capitals, the title not.
  const rest = (before + after).replace(/[^a-z]/gi, "");
  const stands = written === written.toUpperCase() && rest !== rest.toUpperCase();
  const noun =
    /^[-_ ]?(?:report|draft|memo|minutes|plan|document|information|data|material|list|notes|budget|proposal)/i.test(
      after,
    );
  return (stands && (before === "" || after === "")) || (before === "" && noun && where !== "firstPage");
}

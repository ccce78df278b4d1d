import { one, three, two, unknown, type Candidate } from "./candidate";
import { Gap, type CompactText } from "./compact-text";

const separator = String.raw`[:=\-_~・./|()\[\]{}「」『』【】〔〕<>《》〈〉"'#,、]{0,3}`;
const digit = "(?:[1-9]|[一二三四壱弐参]|i{1,3})";
const axisWord = "(?:の?(?:情報の?)?(?:格付け?|区分|レベル|クラス|分類|等級|ランク))?(?:は|が)?";
const nextDigit = `(?:[・,、/|~]|又は|または|若しくは|もしくは|or|から|及び|および|と)(?:機密性)?(?:${digit})`;

/** 機密性 with its digit, in any spelling; also 機密3情報 and the axes in a row (機密性・完全性・可用性：2・2・1). */
const classMark = new RegExp(
  `(自治体|自治体の)?(?:要)?機密(?:性${axisWord}|(?=${digit}))(?:[・/]完全性[・/]可用性)?(?:情報)?${separator}(${digit})((?:[-_・]?[abc](?![a-z]))?)` +
    `((?:${nextDigit}){0,2})([・/,]?(?:情報)?以[上下]|未満)?`,
  "gi",
);
const englishClassMark = new RegExp(
  `confidentiality(?:class|level|rating|category)?${separator}(${digit})(?![a-z0-9])`,
  "gi",
);

const everyDigit = new RegExp(digit, "gi");

/** 機密性 whose digit is missing, blank or none of 1 to 3. */
const incompleteMark =
  /機密性(?:の?(?:格付け?|区分))?(?:[:=]|は)?(?:[○□_?*×△☐]+|\(\)|\[\]|「」|【】|<>|x{1,2})(?:情報)?|機密性[:=]?情報|機密性(?:の?(?:格付け?|区分))?[:=]?(?=$)|機密性[:=](?=$)/gi;

const digitOf: Record<string, string> = {
  一: "1",
  壱: "1",
  i: "1",
  二: "2",
  弐: "2",
  ii: "2",
  三: "3",
  参: "3",
  iii: "3",
};

function classOf(written: string, letter: string | undefined): Pick<Candidate, "class" | "decision" | "reason"> {
  const known = digitOf[written.toLowerCase()] ?? written;
  const municipal = letter !== undefined && letter !== "";
  const isA = /a$/i.test(letter ?? "");
  if (known === "3") {
    if (municipal && !isA) return { ...unknown, reason: "municipal" };
    return { ...three, reason: municipal ? "municipal" : "class-3" };
  }
  if (municipal) return { ...unknown, reason: "incomplete" };
  if (known === "2") return { ...two, reason: "class-2" };
  if (known === "1") return { ...one, reason: "class-1" };
  return { ...unknown, reason: "incomplete" };
}

/** Finds 機密性 with its class, whole or incomplete, in any spelling. */
export function classMarksIn(view: CompactText): Candidate[] {
  const found: Candidate[] = [];
  const scanner = new RegExp(classMark);
  for (let match = scanner.exec(view.text); match !== null; match = scanner.exec(view.text)) {
    const candidate = fromClassMatch(match, view);
    if (candidate === undefined) continue;
    found.push(candidate);
    // A second mark right behind (機密性2、機密性3) was looked at, but is a mark of its own.
    scanner.lastIndex = candidate.end;
  }
  for (const match of view.text.matchAll(englishClassMark)) {
    found.push({ start: match.index, end: match.index + match[0].length, ...classOf(match[1]!, undefined) });
  }
  for (const match of view.text.matchAll(incompleteMark)) {
    found.push({ start: match.index, end: match.index + match[0].length, ...unknown, reason: "incomplete" });
  }
  return found;
}

function fromClassMatch(match: RegExpExecArray, view: CompactText): Candidate | undefined {
  const start = match.index;
  let end = start + match[0].length;
  const [, , first] = match;
  let [, , , letter, more, range] = match;
  const firstAt = start + match[0].length - (range?.length ?? 0) - more!.length - (letter?.length ?? 0) - first!.length;
  const afterFirst = firstAt + first!.length;
  const afterLetter = afterFirst + (letter?.length ?? 0);
  // What stands on the next line is no part of the mark: 機密性3情報 / 以下のとおり, 機密性3 / B案について.
  if (letter !== undefined && letter !== "" && !isSuffix(view, afterFirst, afterLetter)) {
    [letter, more, range, end] = ["", "", undefined, afterFirst];
  } else if (more !== "" && goesOver(view, afterLetter, afterLetter + more!.length)) {
    [more, range, end] = ["", undefined, afterLetter];
  } else if (range !== undefined && goesOver(view, end - range.length, end)) {
    [range, end] = [undefined, end - range.length];
  }
  // 機密性 at the end of one line and "1 はじめに" on the next are no mark; 機密性 / 2情報 in vertical writing are.
  if (view.gaps[firstAt] === Gap.Line) {
    const rest = view.text.slice(firstAt + first!.length);
    if (view.gaps[firstAt + first!.length] !== Gap.Line && !/^[abc]?情/i.test(rest)) return undefined;
  }
  // 機密性情報_一覧: the numeral begins another word.
  if (
    view.gaps[end] === Gap.None &&
    /[一二三四]$/.test(view.text.slice(start, end)) &&
    /^(?!情報|文書|資料|書類|相当|級|扱|取|等|以[上下]|及|又|案|の)[一-龠]/.test(view.text.slice(end, end + 2))
  )
    return undefined;
  // 機密性2 0件, 機密性2.1: the digit goes on.
  const after = view.text[end] ?? "";
  if (view.gaps[end] === Gap.None && /[0-9a-z十百]/i.test(after)) return undefined;
  if (/^\.[0-9]/.test(view.text.slice(end)) && view.gaps[end] === Gap.None) return undefined;
  if (range !== undefined) return { start, end, ...unknown, reason: "incomplete" };
  const digits = [first!, ...(more === "" ? [] : (more!.match(everyDigit) ?? []))];
  if (digits.length > 1) {
    if (/完全性/.test(match[0])) return { start, end, ...classOf(first!, letter) };
    const inCircle = circledDigits(view, firstAt, end);
    if (inCircle.length === 1) return { start, end, ...classOf(inCircle[0]!, undefined) };
    // Two marks in full, side by side, are two marks; a choice of digits is a form nobody filled in.
    if (/機密性/.test(more!) && digits.length === 2) {
      end = firstAt + first!.length + (letter?.length ?? 0);
      return { start, end, ...classOf(first!, letter) };
    }
    return { start, end, ...unknown, reason: "incomplete" };
  }
  return { start, end, ...classOf(first!, letter) };
}

/** True when a line ends inside of a stretch or right before it. */
function goesOver({ gaps }: CompactText, start: number, end: number): boolean {
  return gaps.slice(start, end).includes(Gap.Line);
}

/** 3A and 3 A; not the letter that begins what comes next (機密性3 B案). */
function isSuffix(view: CompactText, start: number, end: number): boolean {
  if (goesOver(view, start, end) || view.gaps[start]! >= Gap.Wide) return false;
  const joins = end < view.text.length && view.gaps[end] === Gap.None;
  return (
    view.gaps[start] === Gap.None ||
    !(joins && /[\p{L}\p{N}]/u.test(view.text[end]!)) ||
    /^(?:情報|文書|資料)/.test(view.text.slice(end, end + 2))
  );
}

function circledDigits(view: CompactText, start: number, end: number): string[] {
  const digits: string[] = [];
  for (let index = start; index < end; index += 1) {
    if (view.circled[index] === true && /[1-3]/.test(view.text[index]!)) digits.push(view.text[index]!);
  }
  return digits;
}

import type { Span } from "../../vocabulary";
import type { Candidate } from "./candidate";
import { firstIndex } from "./first-index";
import type { Surroundings } from "./surroundings";

const box = /[□☐◻⬜▢☑☒■✓✔✅◼⬛◾▣●○]|\[[x✓✔レ○●*]?\]|\([x✓✔レ○●*]?\)/gi;
const filled = /^(?:[☑☒■✓✔✅◼⬛◾▣●]|[[(][x✓✔レ○●*][)\]])$/i;
/** Signs that are boxes wherever they stand; ■ and ○ may also be the bullet of a heading. */
const realBox = /[☐☑☒◻⬜▢✅]|\[[x✓✔レ○●*]?\]|\([✓✔レ○●*]?\)/i;

/** A form in which a class is chosen: what it says about the candidates inside it. */
export interface ChoiceForm {
  span: Span;
  /** Marks behind a filled box; empty with `unfilled` false when something else was chosen. */
  chosen: Candidate[];
  unfilled: boolean;
}

interface Entry {
  filled: boolean;
  label: Span;
}

/** Finds forms of boxes (□機密性3 ☑機密性2 □機密性1; 機密性 □3 ■2 □1), over one line or several. */
export function choiceForms(around: Surroundings): ChoiceForm[] {
  const forms: ChoiceForm[] = [];
  let group: Span[] = [];
  const close = (): void => {
    if (group.length > 0) {
      const form = readForm(around, { start: group[0]!.start, end: group.at(-1)!.end });
      if (form !== undefined) forms.push(form);
    }
    group = [];
  };
  for (const line of around.lines) {
    const text = around.view.text.slice(line.start, line.end);
    const first = text.search(box);
    if (first === -1) close();
    else {
      // A line that begins with a box goes on with the form above it.
      if (first > 2) close();
      group.push(line);
    }
  }
  close();
  return forms;
}

function readForm(around: Surroundings, span: Span): ChoiceForm | undefined {
  const text = around.view.text.slice(span.start, span.end);
  // ○秘 and (秘) are marks, not boxes.
  const boxes = [...text.matchAll(box)].filter((match) => !/^[○●]秘/.test(text.slice(match.index)));
  if (boxes.length === 0 || (boxes.length === 1 && !realBox.test(boxes[0]![0]) && boxes[0]![0] !== "□"))
    return undefined;
  if (!boxes.some((match) => realBox.test(match[0]) || "□■".includes(match[0])) && !mixed(boxes)) return undefined;
  const entries = entriesOf(text, boxes, span);
  const inside = around.candidates.slice(
    firstIndex(around.candidates, ({ end }) => end > span.start),
    firstIndex(around.candidates, ({ start }) => start >= span.end),
  );
  const classRow = /機密性[^□☐◻⬜▢☑☒■✓✔✅[(]{0,6}$/.test(text.slice(0, boxes[0]!.index));
  const digits = classRow ? entries.map(({ label }) => digitAt(around, label)) : [];
  if (digits.some((digit) => digit !== undefined)) {
    const chosen = entries.flatMap((entry, index) =>
      entry.filled && digits[index] !== undefined ? [ofDigit(digits[index], entry.label)] : [],
    );
    return { span, chosen, unfilled: !entries.some((entry) => entry.filled) };
  }
  const belongs = (entry: Entry): Candidate[] =>
    inside
      .slice(
        firstIndex(inside, ({ start }) => start >= entry.label.start - 1),
        firstIndex(inside, ({ start }) => start > entry.label.start + 2),
      )
      .filter((candidate) => candidate.end <= entry.label.end && isWholeLabel(around, candidate, entry.label));
  const belonging = entries.map(belongs);
  if (belonging.every((candidates) => candidates.length === 0)) return undefined;
  return {
    span,
    chosen: belonging.flatMap((candidates, index) => (entries[index]!.filled ? candidates : [])),
    unfilled: !entries.some((entry) => entry.filled),
  };
}

function digitAt({ view }: Surroundings, label: Span): string | undefined {
  return /^[123](?![0-9])/.exec(view.text.slice(label.start, label.end))?.[0];
}

/** ■機密性3情報の取扱い is a heading with a bullet. */
function isWholeLabel({ view }: Surroundings, candidate: Candidate, label: Span): boolean {
  return !/^(?:情報|文書|資料)?(?:の|を|は|に|が|と|等)/.test(view.text.slice(candidate.end, label.end));
}

/** ● among ○ is a choice; either alone is a bullet. */
function mixed(boxes: RegExpMatchArray[]): boolean {
  const signs = boxes.map((match) => match[0]);
  return signs.includes("●") && signs.includes("○");
}

function entriesOf(text: string, boxes: RegExpMatchArray[], span: Span): Entry[] {
  const last = boxes.at(-1)!;
  const trailing = last.index! + last[0].length === text.length && boxes[0]!.index! > 0;
  return boxes.map((match, index) => {
    const from = match.index!;
    const to = from + match[0].length;
    const previous = boxes[index - 1];
    const label = trailing
      ? { start: previous === undefined ? 0 : previous.index! + previous[0].length, end: from }
      : { start: to, end: boxes[index + 1]?.index ?? text.length };
    return { filled: filled.test(match[0]), label: { start: span.start + label.start, end: span.start + label.end } };
  });
}

function ofDigit(digit: string | undefined, label: Span): Candidate {
  const at = { start: label.start, end: label.start + 1 };
  if (digit === "3") return { ...at, class: "3", decision: "block", reason: "class-3" };
  if (digit === "2") return { ...at, class: "2", decision: "clearedOnly", reason: "class-2" };
  return { ...at, class: "1", decision: "allow", reason: "class-1" };
}

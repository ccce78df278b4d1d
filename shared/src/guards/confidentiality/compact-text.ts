import { normaliseWithOffsets } from "../../language";
import type { Span } from "../../vocabulary";

/** White space that stood before a character: none, one space, a wide one (two or more, full width), a tab, a line end. */
export const Gap = { None: 0, Space: 1, Wide: 2, Tab: 3, Line: 4 } as const;
export type Gap = (typeof Gap)[keyof typeof Gap];

/**
 * A text without its white space, folded to one spelling, that still knows where the white space stood. Marks are
 * printed with letters apart (極　秘), wrapped, or one character a line (vertical writing); here they are all alike.
 */
export interface CompactText {
  text: string;
  /** White space before each character of `text`; one more entry for the end, which is a line end. */
  gaps: Gap[];
  /** True where the character was printed in a circle (②): how a form is filled by hand. */
  circled: boolean[];
  /** Stretch of the source that a stretch of `text` was made from. */
  toSource(start: number, end: number): Span;
}

const secretSign = "\ue000";
const invisible = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufe00-\ufe0f\u20dd-\u20e0\u20e2-\u20e4]/;
const circledDigit = /[\u2460-\u2473\u2776-\u2793\u24f5-\u24fe]/;

/** Signs that compatibility normalisation leaves alone, by the plain ones they stand for. */
function plain(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0x2776 && code <= 0x277e) return String(code - 0x2775);
  if (code >= 0x2780 && code <= 0x2788) return String(code - 0x277f);
  if (code >= 0x278a && code <= 0x2792) return String(code - 0x2789);
  if (code >= 0x24f5 && code <= 0x24fd) return String(code - 0x24f4);
  if (code >= 0x2010 && code <= 0x2015) return "-";
  if (character === "─" || character === "━" || character === "−") return "-";
  if (character === "祕") return "秘";
  if (character === "〇" || character === "◯") return "○";
  return character;
}

/** What a character is here, remembered by its UTF-16 unit: a text has few different ones. */
const Kind = { Unseen: 0, Letter: 1, Sign: 2, Space: 3, Invisible: 4 } as const;
const kinds = new Uint8Array(0x10000);

function kindOf(character: string): number {
  const code = character.charCodeAt(0);
  if (kinds[code] === Kind.Unseen) {
    if (invisible.test(character)) kinds[code] = Kind.Invisible;
    else if (/\s/.test(character)) kinds[code] = Kind.Space;
    else kinds[code] = plain(character) === character ? Kind.Letter : Kind.Sign;
  }
  return kinds[code]!;
}

export function compact(source: string): CompactText {
  const folded = normaliseWithOffsets(source.replaceAll("㊙", secretSign));
  const characters: string[] = [];
  const gaps: Gap[] = [];
  const circled: boolean[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let gap: Gap = Gap.Line;
  for (let index = 0; index < folded.text.length; index += 1) {
    const character = folded.text[index]!;
    const from = folded.toSource(index);
    const to = folded.toSourceEnd(index + 1);
    if (character === "\u2028" || character === "\u2029") {
      gap = Gap.Line;
      continue;
    }
    const kind = kindOf(character);
    if (kind === Kind.Invisible) continue;
    if (kind === Kind.Space) {
      gap = Math.max(gap, gapOf(character, source.slice(from, to), gap)) as Gap;
      continue;
    }
    const first = source.charCodeAt(from);
    const inCircle = first >= 0x2460 && first <= 0x2793 && circledDigit.test(source.slice(from, to));
    for (const written of character === secretSign ? "(秘)" : kind === Kind.Sign ? plain(character) : character) {
      characters.push(written);
      gaps.push(gap);
      circled.push(inCircle);
      starts.push(from);
      ends.push(to);
      gap = Gap.None;
    }
  }
  gaps.push(Gap.Line);
  return {
    text: characters.join(""),
    gaps,
    circled,
    toSource: (start, end) => ({
      start: start < starts.length ? starts[start]! : source.length,
      end: end > 0 ? ends[Math.min(end, ends.length) - 1]! : 0,
    }),
  };
}

function gapOf(character: string, written: string, before: Gap): Gap {
  if (/[\n\r\v\f\u0085]/.test(character)) return Gap.Line;
  if (character === "\t") return Gap.Tab;
  if (written === "\u3000" || before >= Gap.Space) return Gap.Wide;
  return Gap.Space;
}

/** Lines of a compact text as [start, end) stretches. */
export function linesOf({ text, gaps }: CompactText): Span[] {
  const lines: Span[] = [];
  let start = 0;
  for (let index = 1; index <= text.length; index += 1) {
    if (gaps[index] === Gap.Line) {
      lines.push({ start, end: index });
      start = index;
    }
  }
  return lines;
}

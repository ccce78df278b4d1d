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
  const { text: whole } = folded;
  let text = "";
  /** Letters from here on are part of the text as they stand, and not yet in it. */
  let letters = 0;
  /** By character of the text: where it stands in `whole`. Only the sign for (秘) becomes three. */
  const places = new Int32Array(whole.length + 2 * (whole.split(secretSign).length - 1));
  const gaps = new Array<Gap>(places.length + 1).fill(Gap.None);
  const circled = new Array<boolean>(places.length).fill(false);
  let length = 0;
  let gap: Gap = Gap.Line;
  for (let index = 0; index < whole.length; index += 1) {
    const code = whole.charCodeAt(index);
    const kind = kinds[code] || kindOf(whole[index]!);
    if (kind === Kind.Letter && code !== 0xe000) {
      if (gap !== Gap.None) gaps[length] = gap;
      gap = Gap.None;
      if (isCircled(source, folded.toSource(index))) circled[length] = true;
      places[length++] = index;
      continue;
    }
    if (letters < index) text += whole.slice(letters, index);
    letters = index + 1;
    const character = whole[index]!;
    if (character === "\u2028" || character === "\u2029") gap = Gap.Line;
    else if (kind === Kind.Space) {
      const written = source.slice(folded.toSource(index), folded.toSourceEnd(index + 1));
      gap = Math.max(gap, gapOf(character, written, gap)) as Gap;
    } else if (kind !== Kind.Invisible) {
      const inCircle = isCircled(source, folded.toSource(index));
      for (const written of character === secretSign ? "(秘)" : plain(character)) {
        text += written;
        gaps[length] = gap;
        circled[length] = inCircle;
        places[length++] = index;
        gap = Gap.None;
      }
    }
  }
  if (letters < whole.length) text += whole.slice(letters);
  gaps.length = length + 1;
  gaps[length] = Gap.Line;
  circled.length = length;
  return {
    text,
    gaps,
    circled,
    toSource: (start, end) => ({
      start: start < length ? folded.toSource(places[start]!) : source.length,
      end: end > 0 && length > 0 ? folded.toSourceEnd(places[Math.min(end, length) - 1]! + 1) : 0,
    }),
  };
}

/** A digit in a circle, black or white, single or double. */
function isCircled(source: string, at: number): boolean {
  const code = source.charCodeAt(at);
  return code >= 0x2460 && code <= 0x2793 && (code <= 0x2473 || code >= 0x2776 || (code >= 0x24f5 && code <= 0x24fe));
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

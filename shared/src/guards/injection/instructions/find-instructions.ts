import { foldWidth } from "../../../language";
import type { Block, Finding, Span } from "../../../vocabulary";
import { findEncoded } from "./encoded-text";
import { englishPatterns, japanesePatterns, type InstructionKind } from "./instruction-patterns";

/** A sentence of a source that speaks to a program rather than to its reader. */
export interface FoundInstruction extends Span {
  kind: InstructionKind;
}

/** Longer blocks are looked at piece by piece. */
const pieceLength = 20_000;
/** Blocks with more of them are told of the first ones. */
const mostOfBlock = 5;
const mostFindings = 50;
const longestQuoted = 120;

/**
 * Finds sentences that address an AI: that call earlier instructions void, give it a role, ask for its prompt, tell it what to
 * write or to keep from its user, marks of chat templates, encoded words. A warning: nothing is taken out for it, and nobody is
 * safe because nothing was found. Japanese and English, the commonest form in some other languages. Linear; spans are the
 * whole sentences, in order, none within another.
 */
export function findInstructions(text: string): FoundInstruction[] {
  const found: FoundInstruction[] = [];
  for (let start = 0; start < text.length; start += pieceLength) {
    const piece = text.slice(start, start + pieceLength + 500);
    for (const one of inPiece(piece)) found.push({ ...one, start: one.start + start, end: one.end + start });
  }
  return withoutOverlaps(found);
}

/** `instruction-in-source` { text, kind } for each such sentence of the blocks, with its place. */
export function instructionFindings(blocks: readonly Block[]): Finding[] {
  const findings: Finding[] = [];
  for (const { id, text } of blocks) {
    for (const { start, end, kind } of findInstructions(text).slice(0, mostOfBlock)) {
      findings.push({
        guard: "injection",
        code: "instruction-in-source",
        severity: "warning",
        values: { text: quoted(text.slice(start, end)), kind },
        source: [{ blockId: id, start, end }],
      });
    }
    if (findings.length >= mostFindings) break;
  }
  return findings;
}

function quoted(sentence: string): string {
  const plain = sentence.replace(/\s+/g, " ").trim();
  return plain.length <= longestQuoted ? plain : `${plain.slice(0, longestQuoted)}…`;
}

function inPiece(piece: string): FoundInstruction[] {
  const folded = foldWidth(piece);
  const found: FoundInstruction[] = [];
  for (const { kind, pattern } of englishPatterns)
    for (const match of folded.matchAll(pattern))
      found.push({ kind, ...sentenceAt(piece, match.index, match.index + match[0].length) });
  if (/[\u3041-\u9fff]/.test(piece)) {
    const { text, places } = withoutSpaces(folded);
    for (const { kind, pattern } of japanesePatterns) {
      for (const match of text.matchAll(pattern)) {
        const last = places[match.index + match[0].length - 1] ?? piece.length - 1;
        found.push({ kind, ...sentenceAt(piece, places[match.index] ?? 0, last + 1) });
      }
    }
  }
  for (const { start, end } of findEncoded(piece)) found.push({ kind: "encoded", start, end });
  return found;
}

/** The text without white space (line ends stay), and where each character stood. */
function withoutSpaces(text: string): { text: string; places: number[] } {
  const places: number[] = [];
  const kept: string[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index]!;
    if (sign === " " || sign === "\t" || sign === "\u3000") continue;
    kept.push(sign);
    places.push(index);
  }
  return { text: kept.join(""), places };
}

const longestSentence = 400;

function sentenceAt(text: string, from: number, to: number): Span {
  let start = from;
  while (
    start > 0 &&
    from - start < longestSentence &&
    !/[。．！？!?\n]/.test(text[start - 1]!) &&
    !/\.\s$/.test(text.slice(Math.max(0, start - 2), start))
  )
    start -= 1;
  let end = to;
  while (
    end < text.length &&
    end - to < longestSentence &&
    !/[。．！？!?\n]/.test(text[end - 1] ?? "") &&
    !/^\.\s/.test(text.slice(end - 1, end + 1))
  )
    end += 1;
  while (start < from && /\s/.test(text[start]!)) start += 1;
  while (end > to && /\s/.test(text[end - 1]!)) end -= 1;
  return { start, end };
}

function withoutOverlaps(found: readonly FoundInstruction[]): FoundInstruction[] {
  const sorted = [...found].sort((one, other) => one.start - other.start || other.end - one.end);
  const kept: FoundInstruction[] = [];
  for (const one of sorted) {
    const last = kept.at(-1);
    if (last !== undefined && one.start < last.end) last.end = Math.max(last.end, one.end);
    else kept.push({ ...one });
  }
  return kept;
}

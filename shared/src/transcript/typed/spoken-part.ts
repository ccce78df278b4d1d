import { isTimeAlone } from "./line-times";

/** A heading of the words themselves, below notes that a machine made of them (Gemini in Google Meet). */
const heading =
  /^[#■◆*📖\s]*(?:transcript|transcription|文字起こし(?:全文|結果|テキスト|本文)?|トランスクリプト|会話(?:全文|ログ))[\s:：*]*$/iu;
const sign = /^(?:[#■◆📖]|\*\*)/u;
/** What Markdown adds to a time that stands as a heading: 「### 00:05:00 {#00:05:00}」. */
const headedTime = /^#{1,6}\s+(\S{4,12}?)\s*(?:\{#[^}]*\})?\s*$/u;

const longestHead = 60;

/**
 * Parts a file at the heading of its words, where it has one with the sign of a heading: what stands above is a machine's account
 * of the meeting, which nobody said.
 */
export function spokenPart(raw: readonly string[]): { above: string[]; lines: string[] } {
  const lines = withoutQuotes(raw);
  const at = lines.findIndex(
    (line) => line.length < longestHead && sign.test(line.trim()) && heading.test(line.trim()),
  );
  // Below it stands more than a line or two.
  const filled = lines.slice(at + 1).filter((line) => line.trim() !== "").length;
  const cut = at < 0 || filled < 3 ? 0 : at + 1;
  return { above: lines.slice(0, cut).filter((line) => line.trim() !== ""), lines: lines.slice(cut).map(withoutHead) };
}

/** Lines of a file that quotes all that is said, as Markdown does: 「> はい」. */
function withoutQuotes(lines: readonly string[]): readonly string[] {
  const filled = lines.filter((line) => line.trim() !== "");
  const quoted = filled.filter((line) => /^> ?(?!>)/u.test(line)).length;
  if (quoted < 3 || quoted * 5 < filled.length * 4) return lines;
  return lines.map((line) => line.replace(/^> ?/u, ""));
}

function withoutHead(line: string): string {
  const time = line.startsWith("#") && line.length < longestHead ? headedTime.exec(line)?.[1] : undefined;
  return time !== undefined && isTimeAlone(time) ? time : line;
}

import { cleanText } from "../../guards/injection/clean-text";
import type { Hue } from "../../guards/injection/html/hue";
import type { MailPart } from "../../guards/injection/html/html-reading";
import { readMailBody, type MailBody } from "../../guards/injection/mail-body";
import type { HiddenText } from "../../guards/injection/hidden-text";
import { withComparisons } from "./comparisons";
import { deepest, plainLines } from "./plain-lines";
import { letterPrefixes, quoteMarks } from "./quote-marks";

/** A line of a body. */
export interface BodyLine {
  /** As it is shown. */
  raw: string;
  /** Without marks of quoting. */
  text: string;
  /** How often it is quoted. */
  depth: number;
  /** What the mail program marks it as. */
  part?: MailPart;
  /** The bright colour of all its text. */
  hue?: Hue;
}

/** The lines that a body shows, and what it holds without showing it. Empty lines part paragraphs; they have no depth of their own. */
export function bodyLines(body: MailBody): { lines: BodyLine[]; hidden: HiddenText[] } {
  const reading = readMailBody(body, { layout: true });
  const isPage = body.html !== undefined && reading.blocks.some(({ spaced, part }) => spaced || part !== undefined);
  const isPlain = body.html === undefined || (!isPage && reading.visible === cleanText(body.text ?? "").text);
  if (isPlain) return { lines: plainLines(reading.visible), hidden: reading.hidden };
  const lines: BodyLine[] = [];
  const raws = reading.blocks.flatMap(({ text }) => text.split("\n"));
  const prefixes = letterPrefixes(raws);
  for (const { text, quoted = 0, spaced, part, hue } of reading.blocks) {
    if (spaced === true && lines.length > 0) lines.push({ raw: "", text: "", depth: quoted });
    for (const raw of text.split("\n")) {
      const { depth, rest } = quoteMarks(raw, prefixes);
      lines.push({
        raw,
        text: rest,
        depth: Math.min(deepest, quoted + depth),
        ...(part === undefined ? {} : { part }),
        ...(hue === undefined ? {} : { hue }),
      });
    }
  }
  return { lines: withComparisons(lines), hidden: reading.hidden };
}

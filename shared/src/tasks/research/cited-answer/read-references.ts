import { headingNumber, numberedLine, referenceLine } from "./reference-section";
import { bareAddress, markdownLink, webAddress } from "./web-address";

/** A source that an answer names. */
export interface Citation {
  number: number;
  title: string;
  /** http or https only. */
  url?: string;
}

/** Reads the references of an answer; of several entries with one number the first counts. */
export function readReferences(lines: readonly string[]): Citation[] {
  const citations = new Map<number, Citation>();
  let underHeading: number | undefined;
  for (const line of lines) {
    const ofHeading = headingNumber(line);
    if (ofHeading !== undefined) {
      underHeading = ofHeading;
      continue;
    }
    const entry = underHeading === undefined ? entryOf(line) : entryUnder(underHeading, line);
    if (entry !== undefined && !citations.has(entry.number)) citations.set(entry.number, entry);
  }
  return [...citations.values()].sort((a, b) => a.number - b.number);
}

function entryOf(line: string): Citation | undefined {
  const match = referenceLine.exec(line) ?? numberedLine.exec(line);
  if (match === null) return undefined;
  return citation(Number(match[1]!.normalize("NFKC")), match[2]!);
}

/** Below 「### 参考情報 n」 the first link is the source; quotations stand before it. */
function entryUnder(number: number, line: string): Citation | undefined {
  return markdownLink.test(line) || bareAddress.test(line) ? citation(number, line) : undefined;
}

/** A reference of its number and the text behind it: title and address, or only one of them. */
export function citation(number: number, text: string): Citation | undefined {
  const link = markdownLink.exec(text);
  const url = webAddress(link?.[2] ?? bareAddress.exec(text)?.[0] ?? "");
  const title = cleanTitle(link?.[1] ?? text.replace(bareAddress, " "));
  const pages = link === null ? "" : cleanTitle(text.slice(link.index + link[0].length));
  const shown = [title, /^p{1,2}\.\s*\d/i.test(pages) ? pages : ""].filter((part) => part !== "").join(" ");
  if (shown === "" && url === undefined) return undefined;
  return { number, title: shown === "" ? url! : shown, ...(url === undefined ? {} : { url }) };
}

/** A title without marks of markdown, pictograms and separators around it. */
function cleanTitle(text: string): string {
  return text
    .replace(/\*\*|__|`/g, "")
    .replace(/\\([[\]()*_\\])/g, "$1")
    .replace(/\p{Extended_Pictographic}\ufe0f?/gu, "")
    .replace(/^[\s\-–—|｜:：,、・*]+|[\s\-–—|｜:：,、。．.・*(（<>]+$/g, "")
    .trim();
}

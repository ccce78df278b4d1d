import { setImmediate as otherWork } from "node:timers/promises";
import { couldMark } from "./could-mark";
import { decodeHtml } from "./html-entities";
import { inlineElements as inline, pageText } from "./page-text";

/** Elements whose content is no markup. */
const raw = new Set(["script", "style", "xmp"]);
/** Readings of kanji, which stand between them. */
const readings = new Set(["rt", "rp", "rtc"]);

/** What an HTML page says, for the gate: more than a reader sees, because all of it leaves. */
export interface HtmlText {
  title: string;
  /** What is shown, line by line. */
  lines: string[];
  /** What the page says of itself. */
  meta: string[];
  /** Comments, scripts, styles, readings, and every attribute that could hold a marking. */
  aside: string[];
}

/** Tags read without a pause: a few ten milliseconds. */
const tagsPerTurn = 20_000;

/**
 * What a page says to its reader, by the parser that panes and servers share, and all the rest that leaves with the file: a
 * parser drops what it cannot place, such as a tag that never ends, but the bytes are sent all the same (decision 19).
 */
export async function htmlText(html: string): Promise<HtmlText> {
  const leaving = await textOfBytes(html);
  const page = await pageText(html, otherWork);
  // Too complex for any browser to be fast: then only the bytes count.
  if (page === undefined) return leaving;
  const shown = new Set(page.lines);
  const more = leaving.lines.filter((line) => !shown.has(line));
  return {
    title: page.title === "" ? leaving.title : page.title,
    lines: page.lines,
    meta: leaving.meta,
    aside: [...new Set([...more, ...leaving.aside])],
  };
}

/** Linear in the length of the page, whatever stands in it; other requests have their turn meanwhile. */
async function textOfBytes(html: string): Promise<HtmlText> {
  const shown: string[] = [];
  const titles: string[] = [];
  const meta: string[] = [];
  const aside: string[] = [];
  let inTitle = false;
  let inReading = false;
  let position = 0;
  const put = (from: number, to: number): void => {
    if (to <= from) return;
    const text = html.slice(from, to);
    if (inTitle) titles.push(text);
    if (inReading) aside.push(text);
    else shown.push(text);
  };
  for (let tags = 1; position < html.length; tags++) {
    if (tags % tagsPerTurn === 0) await otherWork();
    const open = html.indexOf("<", position);
    if (open === -1) break;
    const next = html[open + 1] ?? "";
    if (!/[A-Za-z/!?]/.test(next)) {
      put(position, open + 1);
      position = open + 1;
      continue;
    }
    put(position, open);
    if (html.startsWith("<!--", open)) {
      // "<!-->" is a whole comment.
      const end = html.indexOf("-->", open + 2);
      aside.push(html.slice(open + 4, end === -1 ? html.length : Math.max(end, open + 4)));
      position = end === -1 ? html.length : end + 3;
      continue;
    }
    const end = tagEnd(html, open);
    const tag = html.slice(open, end);
    position = end;
    const closing = next === "/";
    const name = /^<\/?([A-Za-z][A-Za-z0-9:-]{0,40})/.exec(tag)?.[1]?.toLowerCase() ?? "";
    if (couldMark(tag)) for (const value of valuesOf(tag)) (name === "meta" ? meta : aside).push(value);
    if (name === "title") inTitle = !closing;
    else inTitle &&= inline.has(name);
    // A reading without an end tag ends with the ruby, or with anything that is no part of one.
    if (name === "ruby" || !inline.has(name)) inReading = false;
    if (readings.has(name)) inReading = !closing;
    else if (!inline.has(name)) shown.push("\n");
    if (raw.has(name) && !closing) {
      const stop = endOfRaw(html, end, name);
      for (const text of stringsOf(html.slice(end, stop))) aside.push(text);
      position = stop;
    }
  }
  put(position, html.length);
  const lines = linesOf(shown.join(""));
  return {
    title: linesOf(titles.join("")).join(" "),
    lines,
    meta: meta.flatMap(linesOf),
    aside: [...new Set(aside.flatMap(linesOf))],
  };
}

function linesOf(text: string): string[] {
  return decodeHtml(text)
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** Longer tags are read as ending at their first ">", whatever quotes they have open. */
const longestTag = 100_000;

/** Offset behind the tag; ">" in quotes does not end it, and neither does a quote that is never closed hide the page. */
function tagEnd(html: string, open: number): number {
  const limit = Math.min(html.length, open + longestTag);
  let quote = "";
  let value = false;
  let first = -1;
  for (let index = open + 1; index < limit; index++) {
    const character = html[index]!;
    if (character === ">" && first === -1) first = index;
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === ">") return index + 1;
    else if (character === "=") value = true;
    else if (value && (character === '"' || character === "'")) quote = character;
    else if (!/\s/.test(character)) value = false;
    // No tag begins within a tag: a stray "<" is text, so that unclosed ones cost their own length only.
    if (quote === "" && character === "<") return index;
  }
  return first === -1 ? limit : first + 1;
}

/** Values of the attributes, quoted or not; names as well where they could mark something. */
function valuesOf(tag: string): string[] {
  const values: string[] = [];
  if (!tag.includes("=")) return [decodeHtml(tag.slice(1))];
  const all: string[] = [];
  // Every alternative begins with another character, so that nothing is read twice.
  for (const match of tag.replace(/^<[^\s>]*/, "").matchAll(/"([^"]*)"|'([^']*)'|([^\s"'=<>]+)(=?)/g)) {
    const [, double, single, bare, equals] = match;
    const value = decodeHtml(double ?? single ?? bare ?? "");
    if (couldMark(value)) for (const text of stringsOf(value)) values.push(text);
    if (equals !== "=") all.push(value);
  }
  // 「機密性」 and 「3」 of one element are read together.
  return values.length > 0 && all.length > 1 ? [...values, all.join(" ").slice(0, longestRow)] : values;
}

/** Characters of the values of one tag that are read as one line. */
const longestRow = 1000;

/** A script or style, and each of its strings with its escapes resolved: CSS shows those of `content`. */
function stringsOf(code: string): string[] {
  if (!couldMark(code) && !code.includes("\\")) return [];
  const texts = [code];
  for (const [, double, single] of code.matchAll(/"([^"\n]*)"|'([^'\n]*)'/g)) {
    const text = (double ?? single ?? "").replace(
      /\\(?:u\{?([0-9a-fA-F]{1,6})\}?|x([0-9a-fA-F]{2})|([0-9a-fA-F]{1,6})\s?)/g,
      (_, long?: string, short?: string, css?: string) => {
        const value = Number.parseInt(long ?? short ?? css ?? "", 16);
        return value <= 0x10ffff ? String.fromCodePoint(value) : "";
      },
    );
    if (couldMark(text)) texts.push(text);
  }
  return texts;
}

function endOfRaw(html: string, from: number, name: string): number {
  const end = new RegExp(`</${name}`, "gi");
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}

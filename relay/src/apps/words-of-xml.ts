import { setImmediate as otherWork } from "node:timers/promises";
import { attributesOf, decodeEntities, ParagraphReader, tokenize, type XmlToken } from "@genai-office/shared/ooxml";
import { ZipProblem } from "../ai-app-server/inputs/zip-archive";
import { couldMark } from "./could-mark";

/** What an XML part of a document says. */
export interface WordsOfXml {
  /** Paragraphs as a reader sees them; empty ones included. */
  paragraphs: string[];
  /**
   * What leaves with the file beside them, each once: deleted and replaced text, fallback copies, alternative texts and
   * other attributes, field codes, values with what names them (「機密性」「3」 of a property as 「機密性 3」).
   */
  aside: string[];
}

/** Tokens read without a pause: a few ten milliseconds. */
const tokensPerTurn = 20_000;

/**
 * Reads everything a part says, for the gate.
 * @throws ZipProblem "too-large" for more than `maximumCharacters`
 */
export async function wordsOfXml(xml: string, maximumCharacters: number): Promise<WordsOfXml> {
  const shown = new ParagraphReader(xml);
  const aside = new AsideReader(xml, maximumCharacters);
  let tokens = 0;
  for (const token of tokenize(xml)) {
    shown.take(token);
    aside.take(token);
    if (++tokens % tokensPerTurn === 0) await otherWork();
  }
  const known = new Set(shown.texts);
  return { paragraphs: shown.texts, aside: aside.lines().filter((line) => !known.has(line)) };
}

const paragraphs = new Set(["w:p", "a:p", "text", "svg:text"]);
const insertions = new Set(["w:ins", "w:moveTo"]);
/** What empty elements stand for, as a reader of the file may take them. */
const signs: Record<string, string> = { "w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "\u2011" };

/** Elements above a text that may name it, and characters of their names. */
const naming = 3;
const longestNaming = 200;

class AsideReader {
  private readonly found = new Set<string>();
  /** Of each open paragraph: all its text, and its text before tracked changes. */
  private readonly open: { all: string; before: string }[] = [];
  /** Of each open element: what it says of its content. */
  private readonly names: string[] = [];
  private characters = 0;
  private inserted = 0;
  private inCode = false;

  constructor(
    private readonly xml: string,
    private readonly maximumCharacters: number,
  ) {}

  lines(): string[] {
    while (this.open.length > 0) this.closeParagraph();
    return [...this.found];
  }

  take(token: XmlToken): void {
    if (token.kind === "text") return this.takeText(decodeEntities(this.xml.slice(token.start, token.end)));
    if (token.kind === "other") return this.takeOther(token);
    if (token.kind !== "close") this.takeAttributes(token);
    else this.names.pop();
    if (token.name === "w:instrText") this.inCode = token.kind === "open";
    if (insertions.has(token.name)) this.inserted += token.kind === "open" ? 1 : token.kind === "close" ? -1 : 0;
    if (paragraphs.has(token.name)) {
      if (token.kind === "open") this.open.push({ all: "", before: "" });
      else if (token.kind === "close" && this.open.length > 0) this.closeParagraph();
    } else if (token.kind !== "close" && signs[token.name] !== undefined) this.append(signs[token.name]!);
  }

  private takeText(text: string): void {
    if (text.trim() === "" && /[\r\n]/.test(text)) return;
    if (this.inCode) this.add(text);
    else if (this.open.length > 0) this.append(text);
    else if (text.trim() !== "") {
      this.add(text);
      const names = this.names.slice(-naming).filter((name) => name !== "");
      if (names.length > 0 && text.length <= longestNaming) this.add(`${names.join(" ")} ${text.trim()}`);
    }
  }

  private takeOther({ start, end }: XmlToken): void {
    const content = this.xml.slice(start, end).replace(/^<!--|^<!\[CDATA\[|-->$|\]\]>$/g, "");
    if (this.xml.startsWith("<![CDATA[", start)) this.takeText(content);
    else if (couldMark(content)) this.add(content);
  }

  private takeAttributes({ kind, name, start, end }: XmlToken): void {
    const tag = this.xml.slice(start, end);
    const values: string[] = [];
    let own = "";
    if (couldMark(tag)) {
      const local = name.slice(name.indexOf(":") + 1);
      if (couldMark(local)) values.push(local);
      for (const [key, value] of attributesOf(tag)) {
        if (couldMark(key)) this.add(`${key} ${value}`);
        if (value === "" || key.startsWith("xmlns")) continue;
        if (couldMark(value)) this.add(value);
        values.push(value);
      }
      if (values.length > 1) this.add(values.join(" "));
      own = values.filter(couldMark).join(" ").slice(0, longestNaming);
      if (name === "w:sym") own = "";
    }
    if (name === "w:sym") this.append(symbol(tag));
    if (kind === "open") this.names.push(own);
  }

  private append(text: string): void {
    const last = this.open.at(-1);
    if (last === undefined) return;
    last.all += text;
    if (this.inserted === 0) last.before += text;
  }

  private closeParagraph(): void {
    const { all, before } = this.open.pop()!;
    this.add(all);
    if (before !== all) this.add(before);
  }

  private add(text: string): void {
    const line = text.trim();
    if (line === "" || this.found.has(line)) return;
    this.characters += line.length;
    if (this.characters > this.maximumCharacters) throw new ZipProblem("too-large");
    this.found.add(line);
  }
}

/** Character of w:sym (ECMA-376 part 1, 17.3.3.30); fonts of symbols shift it into a private area. */
function symbol(tag: string): string {
  for (const [key, value] of attributesOf(tag)) {
    if (key !== "w:char" || !/^[0-9A-Fa-f]{1,4}$/.test(value)) continue;
    const code = Number.parseInt(value, 16);
    return String.fromCharCode(code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code);
  }
  return "";
}

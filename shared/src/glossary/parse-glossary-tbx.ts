import { SaxesParser, type SaxesTagPlain } from "saxes";
import type { TaskLanguage } from "../vocabulary";
import { TermCollector } from "./collect-terms";
import { entryTerms, type TbxEntry, type TbxTerm } from "./tbx-entry";
import type { GlossaryName, GlossaryReading } from "./glossary-reading";

/** Elements inside of each other; a termbase has about ten. */
const deepest = 60;

const entryElements = new Set(["termEntry", "conceptEntry"]);
const languageElements = new Set(["langSet", "langSec"]);
const termElements = new Set(["tig", "ntig", "termSec"]);

/** Data categories that tell something here; the others are passed over. */
const statusCategories = new Set(["administrativeStatus", "normativeAuthorization"]);

/**
 * Reads a 用語集 in TBX (ISO 30042; docs/glossary.md): v2 (`martif`, `termEntry`, `tig`, `ntig`) and v3 (`conceptEntry`,
 * `termSec`), v3 in both styles, DCA (`<termNote type="administrativeStatus">`) and DCT (`<min:administrativeStatus>`). The
 * preferred wording of each language is the term; deprecated and superseded ones must not be used; admitted ones are further
 * wordings of the same translation. Every entry that cannot be read as it stands is a problem with its number. No entity is
 * expanded and nothing is fetched. Never throws on odd text.
 */
export function parseGlossaryTbx(text: string, name: GlossaryName): GlossaryReading {
  const collector = new TermCollector();
  // The declarations of a document type may hold entities that grow; termbases have none.
  if (/<!ENTITY/i.test(text)) {
    collector.problem("entities-not-allowed", 0);
    return collector.reading(name);
  }
  const reader = new TbxReader(collector);
  if (!reader.read(text.replace(/^\ufeff/, ""))) collector.problem("broken-xml", reader.entries);
  else if (!reader.isTbx) collector.problem("not-tbx", 0);
  return collector.reading(name);
}

interface Open {
  name: string;
  /** Category of a descriptive element: the value of its type, or its own name in the DCT style. */
  category: string;
  text: string;
}

class TbxReader {
  /** Entries begun so far. */
  entries = 0;
  isTbx = false;
  private readonly open: Open[] = [];
  private entry: TbxEntry | undefined;
  private language: TaskLanguage | undefined;
  private term: TbxTerm | undefined;

  constructor(private readonly collector: TermCollector) {}

  /** False when the text is no XML to its end; what was read before is kept. */
  read(text: string): boolean {
    const parser = new SaxesParser();
    let broken = false;
    parser.on("error", () => (broken = true));
    parser.on("opentag", (tag) => {
      if (broken) return;
      if (this.open.length >= deepest) broken = true;
      else this.begin(tag);
    });
    parser.on("text", (words) => this.take(words));
    parser.on("cdata", (words) => this.take(words));
    parser.on("closetag", () => {
      if (!broken) this.end();
    });
    // In pieces, so that a text that is broken at its beginning is not read to its end.
    for (let start = 0; start < text.length && !broken; start += pieceLength) {
      parser.write(text.slice(start, start + pieceLength));
    }
    if (!broken) parser.close();
    return !broken;
  }

  private begin({ name: qualified, attributes }: SaxesTagPlain): void {
    const name = qualified.slice(qualified.indexOf(":") + 1);
    if (this.open.length === 0) this.isTbx = name === "martif" || name === "tbx" || name === "TBX";
    this.open.push({ name, category: attributes["type"] ?? name, text: "" });
    if (entryElements.has(name)) {
      this.entries += 1;
      this.entry = { terms: [], notes: [], otherLanguages: 0 };
    } else if (languageElements.has(name) && this.entry !== undefined) {
      const code = (attributes["xml:lang"] ?? attributes["lang"] ?? "").toLowerCase().split(/[-_]/)[0];
      this.language = code === "ja" || code === "en" ? code : undefined;
      if (this.language === undefined) this.entry.otherLanguages += 1;
    } else if (termElements.has(name) && this.language !== undefined) {
      this.term = { language: this.language, wording: "", status: "", isProperNoun: false };
    }
  }

  private take(words: string): void {
    const top = this.open.at(-1);
    if (top !== undefined) top.text += words;
  }

  private end(): void {
    const closed = this.open.pop();
    if (closed === undefined) return;
    const { name, category, text } = closed;
    const parent = this.open.at(-1);
    // <term>information <hi>system</hi></term>: inline elements belong to their term.
    if (parent !== undefined && (name === "hi" || parent.name === "term")) parent.text += text;
    if (name === "term" && this.term !== undefined) this.term.wording = text;
    else if (statusCategories.has(category) && this.term !== undefined) this.term.status = text.trim();
    else if (category === "partOfSpeech" && this.term !== undefined) this.term.isProperNoun = /proper/i.test(text);
    else if ((category === "definition" || name === "note") && this.entry !== undefined) this.entry.notes.push(text);
    else if (termElements.has(name)) {
      if (this.term !== undefined) this.entry?.terms.push(this.term);
      this.term = undefined;
    } else if (languageElements.has(name)) this.language = undefined;
    else if (entryElements.has(name) && this.entry !== undefined) {
      entryTerms(this.entry, this.entries, this.collector);
      this.entry = undefined;
    }
  }
}

const pieceLength = 65_536;

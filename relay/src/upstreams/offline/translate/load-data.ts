import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = new URL("./data/", import.meta.url);

/** A term and its English; "bare" when it stands without an article. */
export type GlossaryEntry = [japanese: string, english: string, article?: "bare"];
/** A verb of する: its stem, and base, past, participle and -ing of the English one. */
export type VerbEntry = [stem: string, base: string, past: string, participle: string, ing: string];
/** A sentence with slots: plain and polite Japanese, English. */
export type PatternEntry = [plain: string, polite: string, english: string];
/** A counting word: Japanese, English singular and plural. */
export type CounterEntry = [japanese: string, singular: string, plural: string];
export type PairEntry = [japanese: string, english: string];

/** The engine's translation memory, glossary and patterns: data of the suite's own making, under `data/`. */
export interface TranslationData {
  terms: GlossaryEntry[];
  modifiers: PairEntry[];
  verbs: VerbEntry[];
  patterns: PatternEntry[];
  phrases: PairEntry[];
  conjunctions: PairEntry[];
  counters: CounterEntry[];
}

let loaded: TranslationData | undefined;

/** Reads the data at its first use and keeps it. */
export function translationData(): TranslationData {
  loaded ??= {
    terms: readdirSync(new URL("glossary/", folder))
      .sort()
      .flatMap((name) => read<GlossaryEntry>(`glossary/${name}`)),
    modifiers: read("modifiers.json"),
    verbs: read("verbs.json"),
    patterns: [...read<PatternEntry>("patterns-with-verbs.json"), ...read<PatternEntry>("patterns.json")],
    phrases: read("phrases.json"),
    conjunctions: read("conjunctions.json"),
    counters: read("counters.json"),
  };
  return loaded;
}

function read<Entry>(name: string): Entry[] {
  return JSON.parse(readFileSync(fileURLToPath(new URL(name, folder)), "utf8")) as Entry[];
}

import { englishDatePattern } from "./english-values";
import { japaneseDate } from "./japanese-values";
import { translationData, type PatternEntry, type VerbEntry } from "./load-data";

type SlotKind = "noun" | "date" | "value";

/** A pattern of one language, ready to match; `letters` is how much of it is fixed words. */
export interface Pattern {
  /** Lower-case words that a sentence must hold; looked for first, because most patterns fit no sentence at hand. */
  fixed: string[];
  /** Compiled at its first use: compiling all would hold the thread for half a second. */
  matcher(): RegExp;
  kinds: ReadonlyMap<string, SlotKind>;
  letters: number;
  entry: PatternEntry;
  /** Which form of the verb the slot takes, counted as in the data; 0 is the Japanese stem. */
  verbForm: number;
}

export const verbForms: Readonly<Record<string, number>> = { V: 1, "V.past": 2, "V.participle": 3, "V.ing": 4 };

/** A part of a template: fixed words, or a slot such as {a}, {the a}, {d:date}, {a?is|are}, {V.past}. */
export const slot = /\{([^}]+)\}/g;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

let japanese: Pattern[] | undefined;
let english: Pattern[] | undefined;

function kindsOf(template: string): Map<string, SlotKind> {
  const kinds = new Map<string, SlotKind>();
  for (const [, name = ""] of template.matchAll(slot)) {
    if (/^[a-z](?::|$)/.test(name)) kinds.set(name[0]!, (name.slice(2) || "noun") as SlotKind);
  }
  return kinds;
}

/** Patterns with more fixed words are tried first: they say more. */
function sorted(patterns: Pattern[]): Pattern[] {
  return patterns.sort((one, other) => other.letters - one.letters);
}

function compile(
  template: string,
  part: (name: string) => string,
): { source: string; letters: number; fixed: string[] } {
  let source = "";
  let letters = 0;
  const pieces: string[] = [];
  let end = 0;
  for (const match of template.matchAll(slot)) {
    const fixed = template.slice(end, match.index);
    letters += fixed.length;
    pieces.push(...fixed.split("、"));
    source += escaped(fixed) + part(match[1]!);
    end = match.index + match[0].length;
  }
  const last = template.slice(end);
  const fixed = [...pieces, ...last.split("、")]
    .map((piece) => piece.toLowerCase())
    .filter((piece) => piece.trim() !== "");
  return { source: source + escaped(last), letters: letters + last.length, fixed };
}

/** The groups of a sentence that fits a pattern. */
export function groupsOf(
  { fixed, matcher }: Pattern,
  sentence: string,
  lower: string,
): Record<string, string> | undefined {
  return fixed.every((piece) => lower.includes(piece)) ? matcher().exec(sentence)?.groups : undefined;
}

function compiledOnce(source: string, flags: string): () => RegExp {
  let compiled: RegExp | undefined;
  return () => (compiled ??= new RegExp(source, flags));
}

export function japanesePatterns(): Pattern[] {
  const stems = alternatives(0);
  japanese ??= sorted(
    translationData().patterns.flatMap((entry) =>
      [entry[0], entry[1]].map((template) => {
        const kinds = kindsOf(entry[0]);
        const { source, letters, fixed } = compile(template, (name) => {
          if (name.startsWith("V")) return `(?<V>${stems})`;
          return kinds.get(name[0]!) === "date" ? `(?<${name[0]}>${japaneseDate})` : `(?<${name[0]}>.+?)`;
        });
        const matcher = compiledOnce(`^${source.replaceAll("、", "、?")}$`, "u");
        return { fixed, matcher, kinds, letters, entry, verbForm: 0 };
      }),
    ),
  );
  return japanese;
}

export function englishPatterns(): Pattern[] {
  english ??= sorted(
    translationData().patterns.map((entry) => {
      const kinds = kindsOf(entry[0]);
      let verbForm = 0;
      const { source, letters, fixed } = compile(entry[2].replace(/\.$/, ""), (name) => {
        const choice = /^[a-z]\?(.+)\|(.+)$/.exec(name);
        if (choice !== null) return `(?:${choice[1]}|${choice[2]})`;
        const form = verbForms[name];
        if (form !== undefined) {
          verbForm = form;
          return `(?<V>${alternatives(form)})`;
        }
        const [, article, , variable = ""] = /^((the|on) )?([a-z])/i.exec(name) ?? [];
        const value = kinds.get(variable) === "date" ? `(?<${variable}>${englishDatePattern})` : `(?<${variable}>.+?)`;
        return /^on /i.test(article ?? "") ? `(?:(?:on|in|at) )?${value}` : value;
      });
      return { fixed, matcher: compiledOnce(`^${source}$`, "iu"), kinds, letters, entry, verbForm };
    }),
  );
  return english;
}

function alternatives(form: number): string {
  const words = [...new Set(translationData().verbs.map((verb) => verb[form]!))];
  return words
    .sort((one, other) => other.length - one.length)
    .map(escaped)
    .join("|");
}

export function verbOf(word: string, form: number): VerbEntry {
  const lower = word.toLowerCase();
  return translationData().verbs.find((verb) => verb[form] === lower)!;
}

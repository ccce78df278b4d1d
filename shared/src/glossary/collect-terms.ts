import type { GlossaryTerm } from "../vocabulary";
import {
  longestWording,
  mostTerms,
  type GlossaryName,
  type GlossaryProblem,
  type GlossaryProblemCode,
  type GlossaryReading,
} from "./glossary-reading";

/** Takes terms row by row, checks them, and brings together what is said of one pair of wordings. */
export class TermCollector {
  private readonly terms = new Map<string, GlossaryTerm>();
  private readonly problems: GlossaryProblem[] = [];

  problem(code: GlossaryProblemCode, row: number, dropped = true): void {
    this.problems.push({ code, row, dropped });
  }

  add(term: GlossaryTerm, row: number): void {
    const { ja, en, note } = term;
    if (ja === "" && en === "") return this.problem("no-term", row);
    const forbidden = [...new Set(term.forbidden ?? [])];
    if ([ja, en, ...forbidden].some(({ length }) => length > longestWording)) return this.problem("too-long", row);
    if (this.terms.size >= mostTerms) return this.problem("too-many-terms", row);
    const others = forbidden.filter((wording) => wording !== ja && wording !== en);
    if (others.length < forbidden.length) this.problem("forbidden-is-preferred", row, false);
    const key = JSON.stringify([ja, en]);
    const known = this.terms.get(key);
    const all = [...new Set([...(known?.forbidden ?? []), ...others])];
    const notes = [...new Set([known?.note, note].filter((text) => text !== undefined && text !== ""))].join("\n");
    this.terms.set(key, {
      ja,
      en,
      kind: known === undefined || known.kind === "term" ? term.kind : known.kind,
      ...(all.length === 0 ? {} : { forbidden: all }),
      ...(notes === "" ? {} : { note: notes }),
    });
  }

  reading({ id, version }: GlossaryName): GlossaryReading {
    const terms = [...this.terms.values()];
    return {
      glossary: {
        id,
        version,
        languages: (["ja", "en"] as const).filter((language) => terms.some((term) => term[language] !== "")),
        terms,
      },
      problems: this.problems.sort((one, other) => one.row - other.row),
    };
  }
}

/** A cell or an element as a wording: one line, no white space around it. Width stays: the glossary is as it was written. */
export function wordingOf(text: string | undefined): string {
  return (text ?? "").replace(/[\s\u3000\ufeff\u200b]+/g, " ").trim();
}

import type { GlossaryTerm, TaskLanguage } from "../vocabulary";
import { wordingOf, type TermCollector } from "./collect-terms";

/** One wording of an entry of a termbase. */
export interface TbxTerm {
  language: TaskLanguage;
  wording: string;
  /** Value of administrativeStatus or normativeAuthorization as written, e.g. "deprecatedTerm-admn-sts". */
  status: string;
  isProperNoun: boolean;
}

/** One concept of a termbase. */
export interface TbxEntry {
  terms: TbxTerm[];
  notes: string[];
  /** Languages that are neither Japanese nor English. */
  otherLanguages: number;
}

/** Hands over what an entry says: the preferred wordings, the admitted ones beside them, and what must not be used. */
export function entryTerms({ terms, notes, otherLanguages }: TbxEntry, row: number, collector: TermCollector): void {
  const written = terms
    .map((term) => ({ ...term, wording: wordingOf(term.wording) }))
    .filter(({ wording }) => wording !== "");
  if (written.length === 0) return collector.problem(otherLanguages > 0 ? "no-known-language" : "no-term", row);
  const isForbidden = ({ status }: TbxTerm): boolean =>
    /deprecated|superseded|obsolete|notrecommended|forbidden/i.test(status);
  const forbidden = written.filter(isForbidden).map(({ wording }) => wording);
  const used = written.filter((term) => !isForbidden(term));
  if (used.length === 0) return collector.problem("only-forbidden", row);
  const of = (language: TaskLanguage): string[] => {
    const own = used.filter((term) => term.language === language);
    const preferred = own.findIndex(({ status }) => /preferred|standardized/i.test(status));
    const [first] = own.splice(Math.max(0, preferred), 1);
    return first === undefined ? [] : [first, ...own].map(({ wording }) => wording);
  };
  const [ja = "", ...otherJa] = of("ja");
  const [en = "", ...otherEn] = of("en");
  const kind: GlossaryTerm["kind"] = used.some(({ isProperNoun }) => isProperNoun) ? "name" : "term";
  const note = notes.map(wordingOf).filter(Boolean).join("\n");
  collector.add(
    { ja, en, kind, ...(forbidden.length === 0 ? {} : { forbidden }), ...(note === "" ? {} : { note }) },
    row,
  );
  for (const wording of otherJa) collector.add({ ja: wording, en, kind }, row);
  for (const wording of otherEn) collector.add({ ja, en: wording, kind }, row);
}

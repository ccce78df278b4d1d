import type { TaskLanguage } from "./step";

/** What a term of a ministry's 用語集 names: a term of the trade, an organisation or office, a law, a title, anything else. */
export type GlossaryTermKind = "term" | "name" | "law" | "title" | "other";

/** One concept of a 用語集: what it is called, and what it must not be called. */
export interface GlossaryTerm {
  /** Japanese wording; empty when the glossary knows none. */
  ja: string;
  /** English wording; empty when the glossary knows none. At least one of the two is not empty. */
  en: string;
  kind: GlossaryTermKind;
  /** Wordings that must not be used for the concept, in either language. */
  forbidden?: string[];
  /** For people; never part of a prompt. */
  note?: string;
}

/** A ministry's 用語集 (issue 4, terms). */
export interface Glossary {
  /** Stable name, e.g. "mof-common"; with the version it is audited instead of the terms. */
  id: string;
  /** Whatever the ministry counts its editions by, e.g. "2026-10" or "3". */
  version: string;
  /** Languages that the terms have wordings in. */
  languages: TaskLanguage[];
  terms: GlossaryTerm[];
}

import type { Figure } from "../../figures";

/** What a word is to the rest of its clause, as its particle says; "" where none does. */
export type Role = "topic" | "subject" | "object" | "to" | "from" | "by" | "of" | "with" | "";

/** A word of meaning, or a figure, where it stands in a clause. */
export interface Token {
  text: string;
  kind: "word" | "figure";
  role: Role;
  /** UTF-16 offsets in the text of the passage. */
  start: number;
  end: number;
  /** Number of the stretch between commas, counted through the passage. */
  phrase: number;
  /** True for what is done or said of something: a verb, an adjective, a noun with する. */
  isPredicate: boolean;
  /** True for words that only frame what is said. */
  light: boolean;
  figure?: Figure;
}

/** A stretch with a predicate of its own. */
export interface Clause {
  text: string;
  start: number;
  end: number;
  /** Number of its sentence within the passage. */
  sentence: number;
  tokens: Token[];
}

/** A text read for judging: folded, without fillers and without the speaker's name before it. */
export interface Passage {
  text: string;
  language: "ja" | "en";
  clauses: Clause[];
  /** Names of who speaks, title and name apart; empty for plain paragraphs. */
  speaker: string[];
}

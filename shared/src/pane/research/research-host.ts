import type { Places } from "../../guards";

/** Text of what the person has before them, and every place of it where a marking may stand. */
export interface TakenText {
  text: string;
  places: Places;
}

/** A change of the document that can be taken back. */
export interface InsertedAnswer {
  /** Where it went. */
  at: "selection" | "end";
  undo(): Promise<void>;
}

/** What the Office around the pane lends to 調べる. All rejections are GenaiErrors. */
export interface ResearchHost {
  source: "document" | "mail";
  /** The selected text, or the whole when nothing is selected. */
  take(signal: AbortSignal): Promise<TakenText>;
  /** Puts paragraphs below what is selected; undefined where nothing can be written. */
  insert?: ((paragraphs: string[]) => Promise<InsertedAnswer>) | undefined;
}

import type { ParagraphSource } from "./paragraph-source";
import type { TextPlace } from "./text-map";

/** The selection in the body. Anchor and focus may be in either order. */
export interface BodySelection {
  readonly anchor: TextPlace;
  readonly focus: TextPlace;
}

/** The open document as the page sees it. */
export interface HostDocument extends ParagraphSource {
  /** Characters of a paragraph as the host counts them, its mark left out. */
  lengthOf(paragraph: number): number;
  save(): Uint8Array;
  onChanged(listener: () => void): () => void;
  onSelectionChanged(listener: () => void): () => void;
  select(selection: BodySelection): void;
  /** Undefined when the selection is outside of the body, in a note for example. */
  selection(): BodySelection | undefined;
  /** Touched paragraphs and shown characters of the selection. */
  selectionSize(): { readonly paragraphs: number; readonly characters: number };
}

import type { WordPackage } from "@genai-office/office-host/package";

/** One piece of a paragraph's content, as the host counts characters. */
export interface SourcePiece {
  /** "text", "tab", "break", "note", "object", "ruby", "field", "code" and others. */
  readonly kind: string;
  /** Child of the run, or the formula itself. */
  readonly node: Element;
  readonly start: number;
  readonly length: number;
  /** White space at the start of the XML text that Word does not show. */
  readonly lead: number;
}

/** What drawing needs to know of the live document: the body, its paragraphs in order, and what they are made of. */
export interface ParagraphSource {
  /** The live package. Never changed from here. */
  readonly package: WordPackage;
  readonly body: Element;
  paragraphs(): readonly Element[];
  pieces(paragraph: Element): readonly SourcePiece[];
}

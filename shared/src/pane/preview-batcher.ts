import { createFrameBatcher, type FrameBatcher } from "./frame-batcher";

/** A piece of a preview; one that says `restarted` begins the text anew. */
export interface PreviewPiece {
  text: string;
  restarted?: boolean;
}

/** Collects the pieces of a preview and hands them on once per painted frame, as one. */
export function createPreviewBatcher(
  handOn: (text: string, restarted: boolean) => void,
): Pick<FrameBatcher<PreviewPiece>, "push" | "flush" | "cancel"> {
  return createFrameBatcher<PreviewPiece>((pieces) => {
    const from = pieces.map((piece) => piece.restarted === true).lastIndexOf(true);
    const fresh = from === -1 ? pieces : pieces.slice(from);
    handOn(fresh.map((piece) => piece.text).join(""), from !== -1);
  });
}

import { normaliseWithOffsets, type NormalisedText } from "../../language";

/** Texts looked at last, folded; a translation is folded once for its terms, not once for each of them. */
let latest: { text: string; folded: NormalisedText } | undefined;

/** A text in one width (NFKC), with the way back to its offsets. */
export function foldWording(text: string): NormalisedText {
  if (latest?.text === text) return latest.folded;
  const folded = normaliseWithOffsets(text);
  latest = { text, folded };
  return folded;
}

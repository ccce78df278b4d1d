import type { ReplyParts, ReplyResult } from "@genai-office/shared/tasks";
import type { Finding } from "@genai-office/shared/vocabulary";
import { markedPieces, type MarkedPiece } from "../work/marked-pieces";

export type ReplyPartName = keyof ReplyParts;

const order: readonly ReplyPartName[] = ["salutation", "greeting", "conclusion", "details", "closing", "signature"];

export interface PlacedPart {
  name: ReplyPartName;
  pieces: MarkedPiece[];
  /** What was found in it. */
  findings: Finding[];
}

/** The parts of a reply in their order, each with what was found in it at the spot; what points nowhere comes apart. */
export function placedParts({ parts, text, findings }: Pick<ReplyResult, "parts" | "text" | "findings">): {
  parts: PlacedPart[];
  elsewhere: Finding[];
} {
  const taken = new Set<Finding>();
  let from = 0;
  const placed = order.flatMap((name): PlacedPart[] => {
    const words = parts[name];
    if (words === "") return [];
    const start = text.indexOf(words, from);
    if (start === -1) return [{ name, pieces: [{ text: words }], findings: [] }];
    from = start + words.length;
    const own = findings.filter(({ output }) => output !== undefined && output.start < from && output.end > start);
    const fresh = own.filter((finding) => !taken.has(finding));
    fresh.forEach((finding) => taken.add(finding));
    return [{ name, pieces: markedPieces(text, start, from, own), findings: fresh }];
  });
  return { parts: placed, elsewhere: findings.filter((finding) => !taken.has(finding)) };
}

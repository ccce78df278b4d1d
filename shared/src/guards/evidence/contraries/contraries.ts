import { splitSentences } from "../../../language";
import type { Comparison } from "../comparison";
import type { EvidenceReason } from "../supports";
import { turnsBoundRound } from "./bounds";
import { turnsEnds } from "./ends";
import { turnsExcess } from "./excess";
import { turnsInclusion } from "./inclusion";
import { turnsIntention } from "./intention";
import { turnsNeedless } from "./needless";
import { turnsPermission } from "./permission";
import { turnsSameness } from "./sameness";
import { turnsUndone } from "./undone";

/** Pairs of contraries that need more than a table of opposites: what they are said of is read with them. */
export const contraries: readonly {
  name: string;
  reason: EvidenceReason;
  holds: (one: Comparison) => boolean;
}[] = [
  { name: "bound turned round", reason: "quantity", holds: ({ line, texts }) => turnsBoundRound(line.text, texts) },
  { name: "same and other", reason: "negation", holds: ({ line, texts }) => turnsSameness(line.text, texts) },
  { name: "counted in or out", reason: "quantity", holds: ({ line, texts }) => turnsInclusion(line.text, texts) },
  {
    name: "permitted and forbidden",
    reason: "negation",
    holds: ({ line, texts }) => turnsPermission(line.text, sentencesOf(texts)),
  },
  {
    name: "meant and not meant",
    reason: "negation",
    holds: ({ line, texts }) => turnsIntention(line.text, sentencesOf(texts)),
  },
  { name: "undone, told as done", reason: "negation", holds: ({ line, texts }) => turnsUndone(line.text, texts) },
  { name: "first and last", reason: "swapped", holds: ({ line, texts }) => turnsEnds(line.text, texts) },
  {
    name: "wanted, called needless",
    reason: "negation",
    holds: ({ line, texts }) => turnsNeedless(line.text, sentencesOf(texts)),
  },
  { name: "more and less", reason: "swapped", holds: ({ line, texts }) => turnsExcess(line.text, texts) },
];

function sentencesOf(texts: readonly string[]): string[] {
  return texts.flatMap((text) => splitSentences(text).map(({ start, end }) => text.slice(start, end)));
}

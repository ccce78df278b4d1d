import type { Block, Finding, Span, Statement } from "../../vocabulary";
import { judgeEvidence, type EvidenceJudgement, type EvidenceReason } from "./supports";

/** What a person is told first: a wrong fact before a missing word. */
const order: readonly EvidenceReason[] = [
  "nothing-cited",
  "corrected",
  "figure",
  "name",
  "decision",
  "negation",
  "swapped",
  "quantity",
  "condition",
  "modality",
  "cause",
  "words",
  "language",
];

/** Blocks on either side of a cited one that tell what it is about. */
const contextWithin = 12;

/** The one reason that a finding names. */
export function mainReason({ reasons }: EvidenceJudgement): EvidenceReason {
  return order.find((reason) => reasons.includes(reason)) ?? "words";
}

/** Codes of the findings that mark a statement 「未確認」. */
const unconfirmedCodes: readonly string[] = ["statement-unconfirmed", "evidence-unsure"];

/** True for a finding that says that a statement which stayed in the output is not borne out. */
export function isUnconfirmed({ guard, code }: Pick<Finding, "guard" | "code">): boolean {
  return guard === "evidence" && unconfirmedCodes.includes(code);
}

/**
 * Judges statements that stay in an output, each by the blocks it cites: `statement-unconfirmed` { reason } at its place where
 * they do not bear it out, or rules cannot tell. Statements without sources have a finding of their own, headings none. What
 * cannot be compared because it is in another language is told once: `evidence-other-language`.
 * @param places where each statement stands in the output
 */
export function findUnconfirmed(
  statements: readonly Statement[],
  places: readonly Span[],
  blocks: readonly Block[],
): Finding[] {
  const at = new Map(blocks.map((block, index) => [block.id, index]));
  const findings: Finding[] = [];
  let otherLanguage = false;
  statements.forEach(({ text, sources, layout }, index) => {
    const indexes = sources.flatMap((id) => at.get(id) ?? []);
    if (layout === "heading" || indexes.length === 0) return;
    const near = blocks.slice(
      Math.max(0, Math.min(...indexes) - contextWithin),
      Math.min(...indexes) + contextWithin + 1,
    );
    const judgement = judgeEvidence(
      text,
      indexes.map((place) => blocks[place]!),
      { context: near.filter(({ id }) => !sources.includes(id)) },
    );
    const isOtherLanguage = judgement.verdict === "unsure" && judgement.reasons.includes("language");
    otherLanguage ||= isOtherLanguage;
    if (judgement.verdict === "supported" || isOtherLanguage) return;
    findings.push({
      guard: "evidence",
      code: "statement-unconfirmed",
      severity: "warning",
      values: { reason: mainReason(judgement) },
      source: sources.map((blockId) => ({ blockId })),
      ...(places[index] === undefined ? {} : { output: places[index] }),
    });
  });
  if (otherLanguage) findings.push({ guard: "evidence", code: "evidence-other-language", severity: "info" });
  return findings;
}

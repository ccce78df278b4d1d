import type { UsageEvent } from "../../../vocabulary";
import { isRecord } from "../is-record";

/** Names of token counts, in small letters without underscores: every provider has its own. */
const inputNames = ["prompttokencount", "tooluseprompttokencount", "inputtokens", "inputtokencount", "prompttokens"];
const outputNames = [
  "candidatestokencount",
  "thoughtstokencount",
  "outputtokens",
  "outputtokencount",
  "completiontokens",
];

/**
 * Adds up the tokens of all models an app has used (`usageMetadata`: a list of `{modelVersion, tokens: {…}}`, or its JSON
 * text). Costs are left alone. Undefined when nothing was counted.
 */
export function readUsage(metadata: unknown): UsageEvent | undefined {
  let inputTokens = 0;
  let outputTokens = 0;
  let counted = false;
  for (const entry of entriesOf(metadata)) {
    const counts = [entry.tokens, entry.usage, entry, entry.estimatedCostInfo].find(hasCounts);
    if (counts === undefined) continue;
    counted = true;
    inputTokens += sumOf(counts, inputNames);
    outputTokens += sumOf(counts, outputNames);
  }
  return counted ? { type: "usage", inputTokens, outputTokens } : undefined;
}

function entriesOf(metadata: unknown): Record<string, unknown>[] {
  if (typeof metadata === "string") {
    try {
      return entriesOf(JSON.parse(metadata) as unknown);
    } catch {
      // Counts are an extra: an answer without them is as good.
      return [];
    }
  }
  return (Array.isArray(metadata) ? (metadata as unknown[]) : [metadata]).filter(isRecord);
}

function hasCounts(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && sumNames(value).length > 0;
}

function sumNames(counts: Record<string, unknown>): string[] {
  return Object.keys(counts).filter((key) => {
    const value = counts[key];
    const known = inputNames.includes(plainName(key)) || outputNames.includes(plainName(key));
    return known && typeof value === "number" && Number.isFinite(value);
  });
}

function sumOf(counts: Record<string, unknown>, names: readonly string[]): number {
  return sumNames(counts)
    .filter((key) => names.includes(plainName(key)))
    .reduce((sum, key) => sum + (counts[key] as number), 0);
}

function plainName(key: string): string {
  return key.toLowerCase().replaceAll("_", "");
}

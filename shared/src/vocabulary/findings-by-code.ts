import type { Finding } from "./finding";

/** How many findings there are of each code; undefined without any. */
export function findingsByCode(findings: readonly Pick<Finding, "code">[]): Record<string, number> | undefined {
  if (findings.length === 0) return undefined;
  const counts: Record<string, number> = {};
  for (const { code } of findings) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

import type { Finding } from "../../vocabulary";

/** `requests-not-listed` { count }: a mail asks more than a result lists. */
export function notListed(count: number, blockId: string): Finding {
  return {
    guard: "coverage",
    code: "requests-not-listed",
    severity: "warning",
    values: { count },
    source: [{ blockId }],
  };
}

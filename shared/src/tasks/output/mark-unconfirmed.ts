import { isUnconfirmed } from "../../guards";
import type { Finding } from "../../vocabulary";

/**
 * The text of an output with a mark behind every statement that its sources do not bear out, for places that show text and
 * nothing else (a message, Markdown). Each statement is marked once.
 */
export function markUnconfirmed(text: string, findings: readonly Finding[], mark: string): string {
  const ends = new Set(
    findings.flatMap((finding) => (isUnconfirmed(finding) && finding.output !== undefined ? [finding.output.end] : [])),
  );
  return [...ends].sort((a, b) => b - a).reduce((marked, end) => marked.slice(0, end) + mark + marked.slice(end), text);
}

import { isUnconfirmed } from "@genai-office/shared/guards";
import type { MinutesResult } from "@genai-office/shared/tasks";
import type { Span, Statement } from "@genai-office/shared/vocabulary";

/** Statements of the minutes in the order in which their text has them. */
export function statementsOf({ topics, decisions, actions }: MinutesResult): Statement[] {
  return [...topics.flatMap(({ discussion }) => discussion), ...decisions, ...actions.map(({ task }) => task)];
}

/**
 * Lines that a guard doubts: not borne out by what they cite, or with a figure, a date or a denial that is not there. Findings
 * say where in `result.text` they stand; what they concern without a place (an owner nobody named) is told by its utterances.
 */
export function doubtedLines(result: MinutesResult): Set<Statement> {
  const doubted = new Set<Statement>();
  const places = placesOf(result);
  for (const finding of result.findings) {
    if (finding.severity === "info" || finding.output === undefined) continue;
    if (!isUnconfirmed(finding) && finding.severity !== "error" && finding.guard !== "figures") continue;
    const { start, end } = finding.output;
    for (const [statement, place] of places) if (start < place.end && end > place.start) doubted.add(statement);
  }
  return doubted;
}

/** Which line of the minutes stands at a place of `result.text`; the first of several. */
export function linesAt(result: MinutesResult): (span: Span | undefined) => Statement | undefined {
  const places = [...placesOf(result)];
  return (span) =>
    span === undefined ? undefined : places.find(([, { start, end }]) => span.start < end && span.end > start)?.[0];
}

function placesOf(result: MinutesResult): Map<Statement, Span> {
  const places = new Map<Statement, Span>();
  let from = 0;
  for (const statement of statementsOf(result)) {
    const start = result.text.indexOf(statement.text, from);
    if (start < 0) continue;
    from = start + statement.text.length;
    places.set(statement, { start, end: from });
  }
  return places;
}

import { layOutStatements, type PlacedStatement } from "@genai-office/shared/pane";
import type { ThreadPoint, ThreadRequest, ThreadSummaryResult } from "@genai-office/shared/tasks";
import type { Finding } from "@genai-office/shared/vocabulary";

/** A line of the summary as it is shown. */
export interface ThreadLine {
  placed: PlacedStatement;
  /** Who wrote the mail, and when (YYYY-MM-DD); empty where nobody knows. */
  who: string;
  date: string;
  request?: ThreadRequest;
  findings: Finding[];
}

export interface ThreadSections {
  /** What is asked of the reader stands first. */
  mine: ThreadLine[];
  others: ThreadLine[];
  decisions: ThreadLine[];
  open: ThreadLine[];
  /** Findings about none of the lines. */
  elsewhere: Finding[];
}

/** The lines of a summary by section, each with what was found in it, marked at the spot. */
export function threadSections(result: ThreadSummaryResult): ThreadSections {
  const { requests, decisions, openPoints, text, findings } = result;
  const mine = requests.filter(({ ofMe }) => ofMe);
  const others = requests.filter(({ ofMe }) => !ofMe);
  const points = [...mine, ...others, ...decisions, ...openPoints].map(({ statement }) => statement);
  const { groups, elsewhere } = layOutStatements(text, points, findings);
  const found = new Map(
    groups.flatMap((group) =>
      group.statements.map((placed, index) => [
        placed.statement,
        { placed, findings: index === 0 ? group.findings : [] },
      ]),
    ),
  );
  const line = (point: ThreadPoint | ThreadRequest, who: string, request?: ThreadRequest): ThreadLine[] => {
    const known = found.get(point.statement);
    if (known === undefined) return [];
    return [{ ...known, who, date: point.date, ...(request === undefined ? {} : { request }) }];
  };
  return {
    mine: mine.flatMap((one) => line(one, one.asker, one)),
    others: others.flatMap((one) => line(one, one.asker, one)),
    decisions: decisions.flatMap((one) => line(one, one.who)),
    open: openPoints.flatMap((one) => line(one, one.who)),
    elsewhere,
  };
}

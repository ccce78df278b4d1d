import { layOutStatements, type PlacedStatement } from "@genai-office/shared/pane";
import type { MinutesAction, MinutesResult, MinutesTopic } from "@genai-office/shared/tasks";
import type { Finding, Statement } from "@genai-office/shared/vocabulary";

/** A line of the minutes, with what the guards say of it. */
export interface MinutesLine {
  placed: PlacedStatement;
  findings: Finding[];
}

export interface MinutesSections {
  topics: { title: string; lines: MinutesLine[] }[];
  decisions: MinutesLine[];
  actions: { line: MinutesLine; owner: string; due: string }[];
  /** Findings that are about no line. */
  elsewhere: Finding[];
}

/**
 * The lines of the minutes by section, each with its findings. Lines that were struck have a list of their own in the record;
 * the findings that tell of them are left out here.
 */
export function minutesSections({ topics, decisions, actions, text, findings }: MinutesResult): MinutesSections {
  // In the order in which they stand in the text.
  const statements = [
    ...topics.flatMap(({ discussion }: MinutesTopic) => discussion),
    ...decisions,
    ...actions.map(({ task }: MinutesAction) => task),
  ];
  const told = findings.filter(({ code }) => code !== "line-unsupported");
  const { groups, elsewhere } = layOutStatements(text, statements, told);
  const lines = new Map<Statement, MinutesLine>();
  for (const group of groups) {
    group.statements.forEach((placed, index) => {
      // A group holds several statements only where they stand in one paragraph: what was seen is said behind the last.
      const isLast = index === group.statements.length - 1;
      lines.set(placed.statement, { placed, findings: isLast ? group.findings : [] });
    });
  }
  const lineOf = (statement: Statement): MinutesLine =>
    lines.get(statement) ?? {
      placed: { statement, pieces: [{ text: statement.text }], unconfirmed: false },
      findings: [],
    };
  return {
    topics: topics.map(({ title, discussion }) => ({ title, lines: discussion.map(lineOf) })),
    decisions: decisions.map(lineOf),
    actions: actions.map(({ task, owner, due }) => ({ line: lineOf(task), owner, due })),
    elsewhere,
  };
}

import type { Finding, Span, Statement } from "../vocabulary";

/** A stretch of a statement, with the finding that points at it. */
export interface StatementPiece {
  text: string;
  finding?: Finding;
}

export interface PlacedStatement {
  statement: Statement;
  pieces: StatementPiece[];
  /** True when its sources do not bear it out: it is shown with the badge 「未確認」. */
  unconfirmed: boolean;
}

/** Statements that stand in one paragraph of the output, and the findings to be shown below it. */
export interface StatementGroup {
  layout: Statement["layout"];
  statements: PlacedStatement[];
  findings: Finding[];
}

/** Findings of the evidence guard about statements that stay. Said here: a pane loads the guards after its first paint. */
export function isUnconfirmedFinding({ guard, code }: Finding): boolean {
  return guard === "evidence" && (code === "statement-unconfirmed" || code === "evidence-unsure");
}

/** Where each statement stands in the text; undefined for one whose words are not there. */
function locate(text: string, statements: Statement[]): (Span | undefined)[] {
  let from = 0;
  return statements.map((statement) => {
    const start = text.indexOf(statement.text, from);
    if (start === -1) return undefined;
    from = start + statement.text.length;
    return { start, end: from };
  });
}

/** Cuts a statement where findings begin and end; a finding that overlaps an earlier one is not marked twice. */
function cut(statement: Statement, place: Span | undefined, findings: Finding[]): StatementPiece[] {
  if (place === undefined) return [{ text: statement.text }];
  const pieces: StatementPiece[] = [];
  let at = place.start;
  const marks = findings
    .filter((finding) => finding.output !== undefined)
    .sort((one, other) => one.output!.start - other.output!.start);
  for (const finding of marks) {
    const start = Math.max(finding.output!.start, at);
    const end = Math.min(finding.output!.end, place.end);
    if (end <= start) continue;
    if (start > at) pieces.push({ text: statement.text.slice(at - place.start, start - place.start) });
    pieces.push({ text: statement.text.slice(start - place.start, end - place.start), finding });
    at = end;
  }
  if (at < place.end) pieces.push({ text: statement.text.slice(at - place.start) });
  return pieces;
}

/**
 * Lays the statements of an output out as its paragraphs, each with the findings that point into it.
 * `text` is the output as a whole; spans of findings are offsets in it. Findings without a place, or with one outside
 * every statement, are given back separately: none is lost.
 */
export function layOutStatements(
  text: string,
  statements: Statement[],
  findings: Finding[],
): { groups: StatementGroup[]; elsewhere: Finding[] } {
  const places = locate(text, statements);
  const taken = new Set<Finding>();
  const groups: StatementGroup[] = [];
  let end = 0;
  statements.forEach((statement, index) => {
    const place = places[index];
    const own = findings.filter(
      ({ output }) =>
        place !== undefined && output !== undefined && output.start < place.end && output.end > place.start,
    );
    const fresh = own.filter((finding) => !taken.has(finding));
    fresh.forEach((finding) => taken.add(finding));
    const placed = { statement, pieces: cut(statement, place, own), unconfirmed: own.some(isUnconfirmedFinding) };
    const last = groups[groups.length - 1];
    const sameParagraph = place !== undefined && !text.slice(end, place.start).includes("\n");
    if (last !== undefined && sameParagraph && statement.layout === "sentence" && last.layout === "sentence") {
      last.statements.push(placed);
      last.findings.push(...fresh);
    } else groups.push({ layout: statement.layout, statements: [placed], findings: fresh });
    if (place !== undefined) end = place.end;
  });
  return { groups, elsewhere: findings.filter((finding) => !taken.has(finding)) };
}

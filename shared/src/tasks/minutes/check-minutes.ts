import { mainReason } from "../../guards";
import type { Block, Finding, Statement, TermPair } from "../../vocabulary";
import { checkSummary } from "../summarize/check-summary";
import { checkLanguage } from "../output/check-language";
import { checkAction } from "./check-action";
import { saysTheSame, spelling } from "./join-drafts";
import { minutesText } from "./minutes-text";
import type { DraftLine, MinutesDraft } from "./minutes-draft";
import type { MinutesAction, MinutesRequest, MinutesResult, UnsupportedLine } from "./minutes-request";
import { notSet } from "./parse-action";
import { speakersOf } from "./speakers";
import { TranscriptEvidence } from "./supported-line";

export type CheckedMinutes = Omit<MinutesResult, "usage" | "models">;

/**
 * Keeps of a draft what the transcript bears out: unsupported lines are taken out (`line-unsupported` { line, section, reason }), lines that
 * the rules cannot tell stay with a finding (`evidence-unsure`), owners and dates that nobody named become 「未定」.
 */
export function checkMinutes(
  draft: MinutesDraft,
  request: MinutesRequest,
  blocks: readonly Block[],
  terms: readonly TermPair[] = [],
): CheckedMinutes {
  const language = request.language ?? "ja";
  const evidence = new TranscriptEvidence(blocks, request.date);
  const sieve = new Sieve(evidence);
  const topics = draft.topics
    .map(({ title, lines }) => ({
      title,
      discussion: once(sieve.keep("discussion", lines).map(({ statement }) => statement)),
    }))
    .filter(({ title, discussion }) => title !== "" || discussion.length > 0);
  const decisions = once(sieve.keep("decision", draft.decisions).map(({ statement }) => statement));
  const context = { evidence, blocks, meeting: request.date, language };
  const actionFindings: Finding[] = [];
  const checkedActions = sieve.keep("action", draft.actions).map(({ line, statement }): MinutesAction => {
    const { owner, due, findings } = checkAction(line, context);
    actionFindings.push(...findings);
    return { task: statement, owner, due };
  });
  const actions = joinChecked(checkedActions, notSet(language));
  const speakers = speakersOf(blocks);
  const { title, date } = request;
  const written = minutesText({
    ...(title === undefined ? {} : { title }),
    ...(date === undefined ? {} : { date }),
    language,
    speakers,
    topics,
    decisions,
    actions,
  });
  const unsure = written.statements.flatMap((statement, index): Finding[] =>
    sieve.unsure.has(statement)
      ? [
          {
            guard: "evidence",
            code: "evidence-unsure",
            severity: "warning",
            source: statement.sources.map((blockId) => ({ blockId })),
            output: written.places[index]!,
          },
        ]
      : [],
  );
  return {
    topics,
    decisions,
    actions,
    speakers,
    text: written.text,
    paragraphs: written.paragraphs,
    unsupported: sieve.unsupported,
    findings: [
      ...checkLanguage(
        written.statements.map(({ text }) => text),
        language,
      ),
      ...sieve.unsupported.map(struck),
      ...unsure,
      ...actionFindings,
      ...ofFigures(written, blocks, evidence, terms),
    ],
  };
}

/** Lines of the same words once, with the sources of all of them. */
function once(lines: readonly Statement[]): Statement[] {
  const kept = new Map<string, Statement>();
  for (const line of lines) {
    const same = kept.get(spelling(line.text));
    if (same === undefined) kept.set(spelling(line.text), line);
    else same.sources = [...new Set([...same.sources, ...line.sources])];
  }
  return [...kept.values()];
}

/** Of two entries for one thing to do, the one whose owner or date was refused adds nothing to the other. */
function joinChecked(actions: readonly MinutesAction[], unset: string): MinutesAction[] {
  const kept: MinutesAction[] = [];
  for (const action of actions) {
    const twin = kept.find(
      (other) =>
        saysTheSame(other.task, action.task) &&
        [other.owner, action.owner].some((name, _index, [one, two]) => name === unset || one === two) &&
        [other.due, action.due].some((date, _index, [one, two]) => date === unset || one === two),
    );
    if (twin === undefined) kept.push(action);
    else {
      if (twin.owner === unset) twin.owner = action.owner;
      if (twin.due === unset) twin.due = action.due;
    }
  }
  return kept;
}

/** Figures and wordings of what stayed; dates that a relative date stands for are no finding. */
function ofFigures(
  written: ReturnType<typeof minutesText>,
  blocks: readonly Block[],
  evidence: TranscriptEvidence,
  terms: readonly TermPair[],
): Finding[] {
  const resolved = new Map<string, string[]>();
  for (const statement of written.statements) {
    for (const id of statement.sources) {
      if (!resolved.has(id)) resolved.set(id, evidence.dates(evidence.cited([id])));
    }
  }
  const said = blocks.map((block) => {
    const dates = resolved.get(block.id) ?? [];
    return dates.length === 0 ? block : { ...block, text: `${block.text}\n${dates.join("\n")}` };
  });
  return checkSummary(written, said, terms);
}

function struck({ section, statement, reason }: UnsupportedLine): Finding {
  return {
    guard: "evidence",
    code: "line-unsupported",
    severity: "warning",
    values: { line: statement.text, section, reason },
    source: statement.sources.map((blockId) => ({ blockId })),
  };
}

/** Parts lines into those that stay and those that go. */
class Sieve {
  readonly unsupported: UnsupportedLine[] = [];
  readonly unsure = new Set<Statement>();

  constructor(private readonly evidence: TranscriptEvidence) {}

  keep<Line extends DraftLine>(
    section: UnsupportedLine["section"],
    lines: readonly Line[],
  ): { line: Line; statement: Statement }[] {
    const claim = section === "decision" ? "decision" : "statement";
    return lines.flatMap((line) => {
      const cited = line.sources.length > 0 ? line.sources : this.evidence.findSources(line.text, claim);
      const judgement = this.evidence.judge({ text: line.text, sources: cited }, claim);
      const { verdict, sources } = judgement;
      const statement: Statement = { text: line.text, sources, layout: "bullet" };
      if (verdict === "unsupported") {
        this.unsupported.push({ section, statement, reason: mainReason(judgement) });
        return [];
      }
      if (verdict === "unsure") this.unsure.add(statement);
      return [{ line: { ...line, sources: cited }, statement }];
    });
  }
}

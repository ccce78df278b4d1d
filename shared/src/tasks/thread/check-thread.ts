import { mainReason } from "../../guards";
import type { Finding, Statement, TermPair } from "../../vocabulary";
import { checkLanguage } from "../output/check-language";
import { subjectWords } from "../reply/answers-question";
import { checkSummary } from "../summarize/check-summary";
import { sharedShare } from "./about-share";
import { checkRequest } from "./check-request";
import { isRequest } from "../requests/asks";
import { mostLike } from "./likeness";
import type { DraftThreadLine, ThreadDraft } from "./thread-draft";
import { datesOf, ThreadEvidence } from "./thread-evidence";
import { mailSentences, type ThreadMail } from "./thread-messages";
import type {
  ThreadPoint,
  ThreadRequest,
  ThreadSummaryRequest,
  ThreadSummaryResult,
  UnsupportedThreadLine,
} from "./thread-request";
import { threadText } from "./thread-text";
import { unlistedRequests } from "./unlisted-requests";

export type CheckedThread = Omit<ThreadSummaryResult, "usage" | "models">;

/** An open point that shares this much of its words with a later statement has been concluded. */
const concluded = 0.6;

/**
 * Keeps of a draft what the mails bear out: unsupported lines are taken out (`line-unsupported` { line, section, reason }), lines
 * that the rules cannot tell stay with a finding (`evidence-unsure`). Who and when come from the mail's label, of whom and by when
 * from its words; open points that a later mail concludes are left out.
 * @param options.quotesOnly every line is quoted by an engine that does not translate: its language is that of the mails
 */
export function checkThread(
  draft: ThreadDraft,
  request: Pick<ThreadSummaryRequest, "me" | "language">,
  mails: readonly ThreadMail[],
  { terms = [], quotesOnly = false }: { terms?: readonly TermPair[]; quotesOnly?: boolean } = {},
): CheckedThread {
  const { language, me } = request;
  const evidence = new ThreadEvidence(mails);
  const sieve = new Sieve(evidence);
  const requestFindings: Finding[] = [];
  const asked = sieve.keep("request", draft.requests).map(({ line, statement, mail }) => {
    const { findings, found, ...parts } = checkRequest(line, mail, { mails, me, language });
    requestFindings.push(...findings);
    if (found === undefined) sieve.unsure.add(statement);
    return { found, place: mail.place, entry: { statement, ...parts } satisfies ThreadRequest };
  });
  asked.sort((a, b) => a.place - b.place);
  const requests = asked.map(({ entry }) => entry);
  const decisions = sieve.keep("decision", draft.decisions).map(pointOf).sort(byPlace);
  const openPoints = sieve
    .keep("open", draft.open)
    .filter(({ statement, mail }) => {
      const own = asked.filter(({ place }) => place === mail.place);
      const same = mostLike(statement.text, own, ({ entry, found }) => found?.text ?? entry.statement.text, 0.7);
      return same === undefined && !isConcluded(statement.text, mail, mails);
    })
    .map(pointOf)
    .sort(byPlace);
  const written = threadText({
    language,
    requests,
    decisions: decisions.map(({ point }) => point),
    openPoints: openPoints.map(({ point }) => point),
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
  const said = mails.map((mail) => ({ ...mail.block, text: [mail.evidence, ...datesOf(mail)].join("\n") }));
  return {
    requests,
    decisions: decisions.map(({ point }) => point),
    openPoints: openPoints.map(({ point }) => point),
    text: written.text,
    paragraphs: written.paragraphs,
    unsupported: sieve.unsupported,
    findings: [
      ...(quotesOnly
        ? []
        : checkLanguage(
            written.statements.map(({ text }) => text),
            language,
          )),
      ...sieve.unsupported.map(struck),
      ...unsure,
      ...requestFindings,
      ...unlistedRequests(mails, requests),
      // Places within a mail would be those of its own words, which are not those of the block.
      ...checkSummary(written, said, terms).map(wholeMails),
    ],
  };
}

interface Kept<Line> {
  line: Line;
  statement: Statement;
  mail: ThreadMail;
}

interface PlacedPoint {
  point: ThreadPoint;
  place: number;
}

function pointOf({ statement, mail }: Kept<DraftThreadLine>): PlacedPoint {
  return { point: { statement, who: mail.writer, date: mail.date }, place: mail.place };
}

function byPlace(a: PlacedPoint, b: PlacedPoint): number {
  return a.place - b.place;
}

const putOff =
  /(?:中です|中で(?:ござい|おり|あり)|検討し|待っ|まだ|未定|引き続き|ません|次第|後日|追って|改めて|予定|\b(?:still|not yet|being|pending|will)\b)/iu;

/** A later mail says of the same thing how it is. */
function isConcluded(text: string, mail: ThreadMail, mails: readonly ThreadMail[]): boolean {
  const words = subjectWords(text);
  return mails
    .slice(mail.place + 1)
    .some((later) =>
      mailSentences(later).some(
        (sentence) =>
          !putOff.test(sentence.text) && !isRequest(sentence.text) && sharedShare(words, sentence.text) >= concluded,
      ),
    );
}

function wholeMails(finding: Finding): Finding {
  if (finding.source === undefined) return finding;
  return { ...finding, source: finding.source.map(({ blockId }) => ({ blockId })) };
}

function struck({ section, statement, reason }: UnsupportedThreadLine): Finding {
  return {
    guard: "evidence",
    code: "line-unsupported",
    severity: "warning",
    values: { line: statement.text, section, reason },
    source: statement.sources.map((blockId) => ({ blockId })),
  };
}

/** Parts lines into those that stay, each with the mail it is said in, and those that go. */
class Sieve {
  readonly unsupported: UnsupportedThreadLine[] = [];
  readonly unsure = new Set<Statement>();

  constructor(private readonly evidence: ThreadEvidence) {}

  keep<Line extends DraftThreadLine>(section: UnsupportedThreadLine["section"], lines: readonly Line[]): Kept<Line>[] {
    const claim = section === "decision" ? "decision" : "statement";
    return lines.flatMap((line): Kept<Line>[] => {
      const cited = line.sources.length > 0 ? line.sources : this.evidence.findSources(line.text, claim);
      const mail = this.evidence.origin({ text: line.text, sources: cited });
      const sources = mail === undefined ? cited : [mail.id, ...cited.filter((id) => id !== mail.id)];
      const statement: Statement = { text: line.text, sources, layout: "bullet" };
      const judgement = this.evidence.judge({ text: line.text, sources }, claim);
      if (judgement.verdict === "unsupported" || mail === undefined) {
        const reason = judgement.reasons.length === 0 ? "nothing-cited" : mainReason(judgement);
        this.unsupported.push({ section, statement, reason });
        return [];
      }
      if (judgement.verdict === "unsure") this.unsure.add(statement);
      return [{ line, statement, mail }];
    });
  }
}

import { sourceClauses, weightOf, type SourceClause } from "./alignment";
import type { Clause, Passage, Token } from "./reading/clause";
import { Region } from "./reading/region";

const verb =
  /\b(?:will|would|shall|should|can|could|may|might|must|has|have|had|is|are|was|were|does|did|do|asked|told|sent|said|gave|took|held|made|[a-z]{3,}(?:ed|es))\b/u;
const passive = /\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?\w+(?:ed|en|nt|ld|de)\b/u;
const body = /(?:側|省|庁|局|課|部|室|会|市|県|町|村|国|社|署|府|機構|政府|当局)$/u;

const bodies =
  /^(?:ministr|agenc|department|office|bureau|division|section|committee|council|board|commission|side|government|municipalit|city|town|prefecture|company|firm|contractor|vendor|union|associat|team|chair|director|secretar|court|police|university|hospital|school)/iu;

/**
 * True when the one who acts in a line is the one acted upon in its English source, and the other way round: "the office will
 * send a plan to the department" where the department sends it to the office. English says by order who does what.
 */
export function exchangesEnglishAgents(line: Passage, sources: readonly Passage[]): boolean {
  const given = sourceClauses(sources.filter(({ language }) => language === "en")).filter(
    ({ clause }) => !passive.test(clause.text),
  );
  if (given.length === 0) return false;
  return line.clauses.some((clause) => {
    if (line.language === "en" && passive.test(clause.text)) return false;
    const agents = agentsOf(clause, line);
    if (agents.length === 0) return false;
    const rest = clause.tokens.filter((token) => !agents.includes(token) && weightOf(token) > 0);
    if (rest.length === 0) return false;
    const scored = given.map((source) => ({ source, score: share(rest, source.own, line) }));
    const best = Math.max(...scored.map(({ score }) => score));
    if (best < 0.4) return false;
    return scored.filter(({ score }) => score === best).every(({ source }) => isExchanged(agents, rest, source, line));
  });
}

function agentsOf({ tokens, text, start }: Clause, line: Passage): Token[] {
  const told = tokens.filter((token) => token.kind === "word" && weightOf(token) > 0);
  if (line.language === "ja")
    return told.filter((token) => (token.role === "topic" || token.role === "subject") && isBody(token));
  const at = text.search(verb);
  const agents = at < 0 ? [] : told.filter((token) => token.start < start + at);
  return agents.some(isBody) ? agents : [];
}

/** An office, or the name of someone. */
function isBody({ text, start }: Token): boolean {
  return body.test(text) || bodies.test(text) || (start > 0 && /^[A-Z][a-z]/.test(text));
}

/** What stands before the verb, or before the verb of the clause that this one goes on with. */
function subjectOf({ clause, passage }: SourceClause): { subject: string; rest: string } | undefined {
  const at = clause.text.search(verb);
  if (/^(?:is|are|was|were)$/u.test(verb.exec(clause.text)?.[0] ?? "")) return undefined;
  const before = at < 0 ? "" : clause.text.slice(0, at);
  if (/^\W*(?:instead|then|also)?\W*(?:it|they|he|she)\b/iu.test(before))
    return { subject: "", rest: clause.text.slice(at) };
  if (/[a-z]{3}/iu.test(before.replace(/\b(?:and|it|he|she|they|but|the|that)\b/giu, "")))
    return { subject: before, rest: clause.text.slice(at) };
  const former = passage.clauses.find(({ sentence }) => sentence === clause.sentence);
  const place = former?.text.search(verb) ?? -1;
  return former === undefined || place <= 0 ? undefined : { subject: former.text.slice(0, place), rest: clause.text };
}

function isExchanged(agents: readonly Token[], rest: readonly Token[], source: SourceClause, line: Passage): boolean {
  const parts = subjectOf(source);
  if (parts === undefined) return false;
  const subject = new Region(parts.subject, []);
  if (share(agents, subject, line) >= 0.5) return false;
  if (share(agents, new Region(parts.rest, []), line) < 0.8) return false;
  // 「委員会に対し」 where "it asked the bureau": whoever "it" is, the bureau is not the one who asks.
  if (parts.subject === "") return rest.some((token) => token.role === "to" && isBody(token));
  // Who acts there stands in the line as well, as the one acted upon.
  return rest.some((token) => token.kind === "word" && subject.covers(token, line.text).share >= 0.8);
}

function share(tokens: readonly Token[], region: Region, line: Passage): number {
  const total = tokens.reduce((sum, token) => sum + Math.max(1, weightOf(token)), 0);
  const found = tokens.reduce(
    (sum, token) => sum + Math.max(1, weightOf(token)) * region.covers(token, line.text).share,
    0,
  );
  return total === 0 ? 0 : found / total;
}

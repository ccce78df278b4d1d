import { sentencesOf, weightOf } from "./alignment";
import type { Clause, Passage, Token } from "./reading/clause";
import { bareName, isPersonAt } from "./reading/names";
import { Region } from "./reading/region";

const body =
  /(?:[省庁局課室係班署市町村区県府都道国社党者側院校]|委員会|協議会|審議会|協会|組合|団体|機構|法人|大学|銀行|大臣|知事|市長|町長|村長|事務局|センター)$/u;
/** Acts compared, so that a long source costs no more than its length. */
const mostActs = 200;
/** Share of what is done from which on it is that act, and how much better another's act must fit. */
const same = 0.75;
const margin = 0.3;
/** What is done to the one that the clause tells of turns who acts. */
const turned = /(?:され|[わかがさたなばまら]れ|られ)(?:た|て|る|ます|、)|を(?:受け|もら|いただ)/u;

/** What one body, named in the clause or still told of, does. */
interface Act {
  actor: string;
  isNamed: boolean;
  clause: Clause;
  done: Token[];
  region: Region;
}

/**
 * True when two who act have exchanged their acts: 「県が責任者を指名し、市は研修で支援する」 where 市 names and 県 supports. Each
 * must be told to act in the sources, so that what is only told of someone else counts for nothing. Japanese only.
 */
export function exchangesActs(line: Passage, sources: readonly Passage[]): boolean {
  if (line.language !== "ja") return false;
  const own = actsOf(line).filter(({ isNamed, clause }) => isNamed && !turned.test(clause.text));
  if (own.length === 0) return false;
  const given = sources.flatMap(actsOf).slice(0, mostActs);
  return own.some(({ actor, done }) => {
    const theirs = given.filter((act) => act.actor === actor);
    if (done.length < 2 || theirs.length === 0) return false;
    const fitOf = ({ region }: Act): number => shareOf(done, region, line.text);
    const others = given.filter((act) => act.actor !== actor && !turned.test(act.clause.text) && fitOf(act) >= same);
    if (others.length === 0) return false;
    // What the one of the line does besides must be another thing.
    const best = Math.max(...theirs.map(fitOf));
    return others.some((act) => fitOf(act) >= best + margin);
  });
}

function shareOf(done: readonly Token[], region: Region, line: string): number {
  const total = done.reduce((sum, token) => sum + Math.max(0.5, weightOf(token)), 0);
  return (
    done.reduce((sum, token) => sum + Math.max(0.5, weightOf(token)) * region.covers(token, line).share, 0) / total
  );
}

const known = new WeakMap<Passage, Act[]>();

function actsOf(passage: Passage): Act[] {
  let acts = known.get(passage);
  if (acts === undefined) {
    acts = readActs(passage);
    known.set(passage, acts);
  }
  return acts;
}

function readActs(passage: Passage): Act[] {
  const names = new Set(passage.speaker.map(bareName));
  const isActor = ({ text, end, kind, role }: Token): boolean =>
    kind === "word" &&
    (role === "topic" || role === "subject") &&
    (body.test(text) || isPersonAt(text, passage.text.slice(end, end + 4), names));
  return [...sentencesOf(passage).values()].flatMap((clauses) => {
    let actor: Token | undefined;
    return clauses.flatMap((clause): Act[] => {
      const named = clause.tokens.filter(isActor);
      // Two are told of in one clause: who of them acts is not kept apart here.
      if (named.length > 1) {
        actor = undefined;
        return [];
      }
      actor = named[0] ?? actor;
      const done = clause.tokens.filter(
        (token) =>
          token.kind === "word" && !token.light && token !== actor && !isActor(token) && !body.test(token.text),
      );
      if (actor === undefined || !done.some(({ isPredicate }) => isPredicate)) return [];
      const region = new Region(clause.text, []);
      return [{ actor: bareName(actor.text), isNamed: named.length === 1, clause, done, region }];
    });
  });
}

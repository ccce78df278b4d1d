import { sourceClauses, weightOf, type SourceClause } from "./alignment";
import { saysNoApart } from "./polarity";
import type { Clause, Passage, Token } from "./reading/clause";
import { bareName, isPersonAt } from "./reading/names";

/** Words that say for or against, of one kind: who favours, what is granted, what may be. */
const kinds: readonly { favours: string; opposes: string }[] = [
  { favours: "(?<![不非])(?:賛成|賛同|同意|支持)", opposes: "反対|不賛成|不同意|(?:異議|異存)(?=を|が|あ|は|も|な)" },
  {
    favours: "(?<![不未])(?:承認|許可|認可|採択|可決|採用|受理)",
    opposes: "却下|棄却|否決|否認|不(?:承認|許可|認可|採択|採用|受理)",
  },
  {
    favours: "(?<!\\p{Script=Han})可(?=とす|とし|とさ|とな|です|だ|である|。|$)",
    opposes: "不可(?!欠|能|避|分)|(?<!\\p{Script=Han})否(?=とす|とし|とさ|とな|です|だ|である|。|$)",
  },
];
/** What makes a predicate of such a word; 「反対側」 and 「承認申請」 are none. */
const predicate =
  "(?:を?(?:し|する|され|いたし|致し|でき|表明|示|唱え|得)|に回|です|だ|で(?:あ|き|は|、)|[はもが]?(?:あ[りる]|な[いくしか]|ござい)|の(?:立場|意向|意見|意|考え|声)|。|$|、|と(?:の|し|す|さ|な|述|い|発|主))";
const patterns = kinds.map(({ favours, opposes }) => ({
  favours: new RegExp(`(?:${favours})${predicate}`, "gu"),
  opposes: new RegExp(`(?:${opposes})${predicate}`, "gu"),
}));
/** 「賛成しかねる」, 「異議はありません」: said the other way round. */
const denied =
  /^(?:を|は|が|も|で|し|する|て|い|いたし|でき|され|唱え|表明|示|あり|ござい|得られ|こと|に){0,5}(?:ない|なかった|なく|なし|ません|かね|ず(?!つ|っ))/u;
/** Asked, supposed or counted, and so nobody's. */
const open = /^[^、。]{0,8}?(?:か[。？?」]|か$|かどうか|か否か|なら|(?<!の)場合|[るの](?:方|者|人)[はがのも]|多数)/u;
/** A stance towards leaving something undone. */
const towardsNot = /(?:(?<![少危])ない|なかった|ません)(?:こと|案|方針|という|との)/u;

interface Stance {
  kind: number;
  side: "for" | "against";
  start: number;
  length: number;
}

/** The one stance of each kind in a clause; none where it names both sides. */
function stancesIn(text: string): Stance[] {
  return patterns.flatMap(({ favours, opposes }, kind): Stance[] => {
    const found = [
      ...[...text.matchAll(favours)].map((match) => ({ match, isFor: true })),
      ...[...text.matchAll(opposes)].map((match) => ({ match, isFor: false })),
    ].flatMap(({ match, isFor }): Stance[] => {
      const length = /^\p{Script=Han}+/u.exec(match[0])![0].length;
      const behind = text.slice(match.index + length, match.index + length + 24);
      if (open.test(behind)) return [];
      const side = isFor === denied.test(behind) ? "against" : "for";
      return [{ kind, side, start: match.index, length }];
    });
    const [first] = found;
    return first !== undefined && found.every(({ side }) => side === first.side) ? [first] : [];
  });
}

/** Who takes it: the person or body that the clause, or its sentence before it, tells of. */
function takerOf(clause: Clause, passage: Passage): string | undefined {
  const named = passage.clauses
    .filter(({ sentence, start }) => sentence === clause.sentence && start <= clause.start)
    .flatMap(({ tokens }) => tokens)
    .filter((token) => isTaker(token, passage))
    .at(-1);
  return named === undefined ? undefined : bareName(named.text);
}

const body = /[\p{Script=Han}\p{Script=Katakana}](?:省|庁|局|課|室|市|町|村|県|府|区|会|社|党|機構)$/u;

function isTaker({ text, end, role }: Token, passage: Passage): boolean {
  if (role !== "topic" && role !== "subject" && role !== "from") return false;
  return isPersonAt(text, passage.text.slice(end, end + 4), new Set(passage.speaker.map(bareName))) || body.test(text);
}

export type StanceAgreement = "same" | "opposed";

/**
 * Compares what a clause of a line says that someone favours, grants or allows with what its sources say, by who takes the
 * stance and towards what; negations elsewhere do not matter. Undefined where there is no stance to compare.
 */
export function compareStances(line: Passage, sources: readonly Passage[]): ReadonlyMap<Clause, StanceAgreement> {
  const found = new Map<Clause, StanceAgreement>();
  if (line.language !== "ja") return found;
  const own = line.clauses.flatMap((clause) => stancesIn(clause.text).map((stance) => ({ clause, stance })));
  if (own.length === 0) return found;
  const given = sourceClauses(sources).flatMap((source) =>
    stancesIn(source.clause.text).map((stance) => ({ source, stance })),
  );
  for (const { clause, stance } of own) {
    const agreement = agreementOf(clause, stance, line, given);
    if (agreement !== undefined && found.get(clause) !== "opposed") found.set(clause, agreement);
  }
  return found;
}

interface Given {
  source: SourceClause;
  stance: Stance;
}

function agreementOf(
  clause: Clause,
  stance: Stance,
  line: Passage,
  given: readonly Given[],
): StanceAgreement | undefined {
  const taker = takerOf(clause, line);
  const near = best(
    given.filter((other) => other.stance.kind === stance.kind),
    ({ source }) => (taker === undefined ? 1 : nearnessOf(taker, source)),
  );
  // What a stance is towards stands before it.
  const about = clause.tokens.filter(
    (token) => weightOf(token) > 0 && token.end <= clause.start + stance.start && !isTaker(token, line),
  );
  const towards =
    about.length === 0
      ? near
      : best(near, ({ source }) =>
          about.reduce(
            (sum, token) =>
              sum +
              weightOf(token) *
                Math.max(
                  source.own.covers(token, line.text).share,
                  0.45 * source.around.covers(token, line.text).share,
                ),
            0,
          ),
        );
  // 「私は賛成です」 does not say towards what: it answers what was asked, as far as its speaker says nothing else.
  const isTheirs = taker !== undefined && near.every(({ source }) => nearnessOf(taker, source) === 2);
  const compared = towards.length === 0 && isTheirs ? near : towards;
  if (compared.length === 0) return undefined;
  const turned = ({ source }: Given): boolean => towardsNot.test(clause.text) !== towardsNot.test(source.clause.text);
  if (compared.some(turned)) return undefined;
  const same = compared.filter((other) => other.stance.side === stance.side);
  if (same.length === 0) return "opposed";
  return same.some(
    (other) => !saysNoApart(without(clause.text, stance), without(other.source.clause.text, other.stance)),
  )
    ? "same"
    : undefined;
}

/** 2 for a stance of the taker, 1 for one that nobody is named for, 0 for another's. */
function nearnessOf(taker: string, { clause, passage }: SourceClause): number {
  const other = takerOf(clause, passage);
  if (other !== undefined) return other === taker ? 2 : 0;
  if (passage.speaker.length === 0) return 1;
  return passage.speaker.some((name) => bareName(name) === taker) ? 2 : 0;
}

/** Those with the highest value above 0. */
function best<T>(items: readonly T[], valueOf: (item: T) => number): T[] {
  const values = items.map(valueOf);
  const highest = Math.max(0, ...values);
  return highest === 0 ? [] : items.filter((_item, index) => values[index] === highest);
}

/** The clause without its stance and what denies it. */
function without(text: string, { start, length }: Stance): string {
  const behind = text.slice(start + length);
  return text.slice(0, start) + behind.replace(denied, "");
}

import { sentencesOf, weightOf } from "./alignment";
import type { Clause, Passage, Token } from "./reading/clause";
import { bareName, isPersonAt } from "./reading/names";
import { Region } from "./reading/region";

/** Who does something to or for whom. */
interface DirectedAct {
  agent: string;
  recipient: string;
  /** The words of its sentence besides the two. */
  rest: Token[];
  region: Region;
}

/** Acts compared, so that a long source costs no more than its length. */
const mostActs = 200;
/** How much better the exchanged act must fit the line than one in the line's own direction. */
const margin = 0.3;

const body =
  /(?:[省庁局課室係班署市町村区県府都道国社党者側院校]|委員会|協議会|審議会|協会|組合|団体|機構|法人|大学|銀行|大臣|知事|市長|町長|村長|事務局|センター)$/u;
/** 「Bに比べ」, 「Bにおいて」: B is nobody's recipient. */
const noRecipient = /^[^ぁ-ん]*に(?:比|加|おい|おけ|とっ|よ[りるっ]|関[しす]|つい|近|隣接|並|次|ある|あり|属)/u;
/** What is done to the one that the clause tells of. */
const passive =
  /(?:され|(?:[わかがさたなばまら]|求め|受け|命じ|認め|伝え|勧め|届け|任せ|与え|預け|授け|委ね|定め)(?:られ|れ))(?:た|て(?:い(?:る|た|ます|ました)|おり)?|る|ます|ました)(?:。|、|$|と|が|の)/u;
const reported = /と(?:さ|見ら|み(?:な|ら)|言わ|いわ|考えら|思わ)れ/u;
const receives =
  /(?:を|も)(?:[^、。]{0,4})?(?:受け(?!付|入)|もら|いただ|頂|預か|借り|教わ|受領|受注|得(?:た|る|て)|引き継)/u;

/**
 * True when the one who acts and the one acted upon are exchanged: 「甲省は乙省に提出を求めた」 where 乙省 asked 甲省. A passive
 * or 「受けた」 turns the direction, so that it may say the same the other way round. Japanese only: English says it by order.
 */
export function exchangesAgents(line: Passage, sources: readonly Passage[]): boolean {
  if (line.language !== "ja") return false;
  const own = actsOf(line);
  if (own.length === 0) return false;
  const given = sources.flatMap(actsOf).slice(0, mostActs);
  return own.some((act) => {
    const fit = (from: string, to: string): number =>
      Math.max(
        -1,
        ...given
          .filter(({ agent, recipient }) => agent === from && recipient === to)
          .map((other) => likeness(act, other, line.text)),
      );
    const exchanged = fit(act.recipient, act.agent);
    if (exchanged < 0.5) return false;
    const straight = fit(act.agent, act.recipient);
    return straight < 0 || exchanged > straight + margin;
  });
}

function likeness({ rest }: DirectedAct, { region }: DirectedAct, line: string): number {
  const total = rest.reduce((sum, token) => sum + weightOf(token), 0);
  if (total === 0) return 1;
  return rest.reduce((sum, token) => sum + weightOf(token) * region.covers(token, line).share, 0) / total;
}

function actsOf(passage: Passage): DirectedAct[] {
  if (passage.language !== "ja") return [];
  const names = new Set(passage.speaker.map(bareName));
  const isSomeone = ({ text, end, kind }: Token): boolean =>
    kind === "word" && (body.test(text) || isPersonAt(text, passage.text.slice(end, end + 4), names));
  return [...sentencesOf(passage).values()].flatMap((clauses) => {
    const tokens = clauses.flatMap((clause) => clause.tokens);
    const someone = tokens.filter(isSomeone);
    if (someone.length < 2) return [];
    const text = clauses.map((clause) => clause.text).join("");
    const region = new Region(text, []);
    return clauses.flatMap((clause) => {
      const pair = pairOf(clause, someone, passage);
      if (pair === undefined) return [];
      const rest = clause.tokens.filter((token) => !pair.includes(token));
      return [{ agent: bareName(pair[0].text), recipient: bareName(pair[1].text), rest, region }];
    });
  });
}

/** The agent and the recipient of a clause; its topic may stand in a clause before it. */
function pairOf(clause: Clause, someone: readonly Token[], { text }: Passage): [Token, Token] | undefined {
  const end = clause.start + clause.text.length;
  const inClause = someone.filter(({ start }) => start >= clause.start && start < end);
  const told = someone.findLast(({ role, start }) => (role === "topic" || role === "subject") && start < end);
  const to = inClause.find((token) => token.role === "to" && !noRecipient.test(text.slice(token.end, token.end + 8)));
  const from = inClause.find(({ role }) => role === "from" || role === "by");
  const turned = (passive.test(clause.text) && !reported.test(clause.text)) || receives.test(clause.text);
  if (from !== undefined && to !== undefined) return [from, to];
  if (told === undefined) return undefined;
  if (to !== undefined && to !== told) return turned ? [to, told] : [told, to];
  return from !== undefined && from !== told && turned ? [from, told] : undefined;
}

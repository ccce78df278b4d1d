import type { Figure } from "../figures";
import { compareFigures } from "../figures/compare";
import { figureFactsOf, type FigureFact } from "./figure-facts";
import type { Passage, Token } from "./reading/clause";

/** Two figures of one dimension of which one was before the other. */
interface Change {
  from: FigureFact;
  to: FigureFact;
}

const earlier =
  /(?:前年度?|昨年度?|前々?回|先月|前月|先週|前週|従来|これまで|当初|もともと|以前|かつて|過去|旧)(?:同[月期])?[^、。0-9]{0,12}$|\b(?:from|compared with|compared to|against|previously|last (?:year|month|week|quarter)|(?:a )?year earlier|formerly)\b[^,.;0-9]{0,24}$/iu;
const later =
  /(?:今年度?|本年度?|当年度|今回|今月|来年度?|翌年度?|現在|新たに|今後)[^、。0-9]{0,12}$|\b(?:to|now|this (?:year|month|week|quarter)|reach(?:ed|es|ing)?)\b[^,.;0-9]{0,12}$/iu;
const wasSo =
  /^(?:[^、。0-9]{0,6})?(?:だった|であった|でした|でありました)(?:が|もの|ところ|のが|のに|けど)|^に(?:対し|比べ)|^と比べ|^から|^より(?!も?[多少高低長短大小])/u;
const becameSo =
  /^(?:に|へ|まで)(?:と)?[^、。0-9]{0,10}(?:増|減|上|下|改|引|短|延|伸|拡|縮|変|達|回復|改善|悪化|な[りっる])|^と(?:な[りっる])/u;

const rises =
  /増え|増加|増や|増額|増員|増し|上が|上昇|上げ|伸び|拡大|延び|延長|延ば|長く|高く|高ま|\b(?:rose|risen|rise[sn]?|rising|increas\w*|grew|grow\w*|climb\w*|went up|up from|raise[ds]?|gain\w*)\b/iu;
const falls =
  /減っ|減り|減少|減ら|減額|減員|減じ|下が|低下|下落|下げ|縮|短く|低く|落ち|\b(?:fell|fall\w*|declin\w*|decreas\w*|drop\w*|reduc\w*|went down|down from|cut|lower\w*|shorten\w*|slip\w*)\b/iu;

/**
 * True when a line tells a change the wrong way round: from what came later to what came before in its sources
 * (「前年度の640件から510件に」 where they have 「640件となり、前年度の510件から」), or a rise from the higher figure to the lower one.
 */
export function turnsChangeRound(line: Passage, sources: readonly Passage[]): boolean {
  const facts = sources.map((passage) => figureFactsOf(passage));
  const told = figureFactsOf(line);
  if (told.some((one) => startsAtEnd(one, facts.flat()))) return true;
  const own = changesOf(told, line);
  return own.some((change) => {
    const order = facts.map((known, at) => orderOf(change, known, sources[at]!)).filter((one) => one !== 0);
    if (order.length > 0) return order.every((one) => one < 0);
    return contradictsItself(change, line);
  });
}

/** 「2,980件から440件増加し」: by how much, and not to what. */
const difference =
  /^(?:の)?(?:ほど|余り|程度)?(?:増|減|上|下|延|短|伸|縮|多|少|高|低)|^\s*(?:more|fewer|less|higher|lower)\b/iu;

const moved =
  /変更|延期|前倒し|繰り上げ|繰り下げ|延長|短縮|見直|改め|\b(?:moved|postponed|changed|rescheduled|brought forward|extended)\b/iu;

/** 「12月27日から」 where 「9月2日から12月27日まで」: an end alone is made a beginning, or the other way round. */
function startsAtEnd({ token, figure }: FigureFact, known: readonly FigureFact[]): boolean {
  if (token.role !== "from" && token.role !== "to") return false;
  const other = token.role === "from" ? "to" : "from";
  const same = known.filter((one) => compareFigures(one.figure, figure) === "same");
  return (
    same.length > 0 &&
    same.every(
      (one) =>
        one.token.role === other &&
        known.some(
          (end) =>
            end.passage === one.passage &&
            end.clause.sentence === one.clause.sentence &&
            end.token.role === token.role &&
            areLike(end, one) &&
            isRange(one, end),
        ),
    )
  );
}

/** 「9月2日から12月27日まで」, and not 「2台から5台に」. */
function isRange(one: FigureFact, other: FigureFact): boolean {
  const [from, to] = one.token.start < other.token.start ? [one, other] : [other, one];
  const { text } = one.passage;
  return from.token.role === "from" && /^(?:まで|\b)/u.test(text.slice(to.token.end)) && isPeriod(one);
}

/** Pairs of figures of which a text says that one became the other. */
function changesOf(facts: readonly FigureFact[], { text }: Passage): Change[] {
  return facts.flatMap((from, at) => {
    if (!/^(?:から|より)/u.test(text.slice(from.token.end)) && from.token.role !== "from") return [];
    if (isPeriod(from) && !moved.test(text)) return [];
    const isTo = (to: FigureFact): boolean =>
      to !== from &&
      areLike(from, to) &&
      !difference.test(text.slice(to.token.end)) &&
      to.clause.sentence === from.clause.sentence &&
      compareFigures(from.figure, to.figure) !== "same";
    // 「前年度の510件から640件に」, or 「640件となり、前年度の510件から増加」.
    const next = facts.slice(at + 1).find(isTo);
    const to =
      next !== undefined && next.token.role === "to" && next.clause === from.clause
        ? next
        : (facts.slice(0, at).findLast(isTo) ?? next);
    return to === undefined ? [] : [{ from, to }];
  });
}

function areLike(one: FigureFact, other: FigureFact): boolean {
  const [a, b] = [one.figure.unit, other.figure.unit];
  return one.dimension === other.dimension && (a === b || a === undefined || b === undefined);
}

/** 「6月1日から9月30日まで」 is no change. */
function isPeriod({ dimension }: FigureFact): boolean {
  return dimension === "date" || dimension === "time" || dimension === "weekday" || dimension === "article";
}

/** 1 when the sources have the change this way round, -1 the other way round, 0 when they do not say. */
function orderOf({ from, to }: Change, facts: readonly FigureFact[], passage: Passage): number {
  let straight = false;
  let turned = false;
  for (const one of facts) {
    if (compareFigures(one.figure, from.figure) !== "same") continue;
    for (const other of facts) {
      if (compareFigures(other.figure, to.figure) !== "same" || other === one) continue;
      if (Math.abs(one.clause.sentence - other.clause.sentence) > 1) continue;
      const order = Math.sign(stageOf(other, passage) - stageOf(one, passage)) || orderOfDates(one, other);
      if (order > 0) straight = true;
      if (order < 0) turned = true;
    }
  }
  return straight ? 1 : turned ? -1 : 0;
}

/** -1 for what was before, 1 for what became of it. */
function stageOf({ token, clause, scope }: FigureFact, { text }: Passage): number {
  const before = text.slice(Math.max(clause.start, token.start - 40), token.start);
  const after = text.slice(token.end, token.end + 24);
  if (token.role === "from" && !/^から(?:は|開始|始)/u.test(after)) return -1;
  if (earlier.test(before) || wasSo.test(after)) return -1;
  if (later.test(before) || becameSo.test(after) || token.role === "to") return 1;
  const time = scope.findLast((other) => earlier.test(other.text) || later.test(other.text));
  if (time === undefined || time.start < clause.start - 40) return 0;
  return earlier.test(time.text) ? -1 : 1;
}

/** The nearest dates before two figures, one after the other: 1 when the second is later. */
function orderOfDates(one: FigureFact, other: FigureFact): number {
  const [a, b] = [dateOf(one), dateOf(other)];
  if (a === undefined || b === undefined) return 0;
  if (a.year !== undefined && b.year !== undefined && a.year !== b.year) return Math.sign(b.year - a.year);
  if (a.year !== b.year || a.month === undefined || b.month === undefined) return 0;
  // January to March may belong to the end of the same fiscal year.
  return a.month < 4 === b.month < 4 ? Math.sign(b.month - a.month) : 0;
}

function dateOf({ direct, scope, token }: FigureFact): NonNullable<Figure["date"]> | undefined {
  const dates = (tokens: readonly Token[]): Figure["date"][] =>
    tokens.flatMap(({ figure, start }) => (figure?.date !== undefined && start < token.start ? [figure.date] : []));
  return dates(direct).at(-1) ?? dates(scope).at(-1);
}

/** 「640件から510件に増加」: the verb behind a change says another direction than its figures. */
function contradictsItself({ from, to }: Change, { text, clauses }: Passage): boolean {
  const [a, b] = [from.figure.value, to.figure.value];
  if (a === undefined || b === undefined) return false;
  const last = to.token.start > from.token.start ? to.token : from.token;
  const end = clauses.findLast(({ sentence }) => sentence === to.clause.sentence)?.end ?? text.length;
  const after = text.slice(last.end, Math.min(end, last.end + 30)).replace(/[、。][^]*$/u, "");
  const around = /[a-z]/i.test(after) || after === "" ? text.slice(to.clause.start, end) : after;
  if (rises.test(around) === falls.test(around)) return false;
  return rises.test(around) ? b < a : b > a;
}

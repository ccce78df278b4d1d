import { contentWords } from "../../language";
import { compact } from "./compact";

/** Words of which a line has one and its sources only the other: what was said is turned round. */
const opposites: [RegExp, RegExp][] = (
  [
    ["(?<!不)必要", "不要|必要(?:は|が)?(?:ない|なく|ありません|ございません)"],
    ["(?<!不)可能(?!性)", "不可能|困難"],
    ["増加|増額|増員|増や", "減少|減額|減員|減ら"],
    ["拡大|拡充|拡張", "縮小"],
    ["賛成", "反対"],
    ["上昇|上回", "低下|下降|下回"],
    ["改善", "悪化"],
    ["有償|有料", "無償|無料"],
    ["(?<!非)公開", "非公開"],
    ["延長", "短縮"],
    ["可決|承認", "否決|否認"],
    ["(?<!不)十分", "不十分"],
    ["(?<!不)適切", "不適切"],
    ["残(?:す|し|る|り)|維持|存続|継続", "廃止|撤廃|中止|打ち切"],
    ["\\bincreas", "\\bdecreas|\\breduc"],
    ["\\baccept", "\\breject"],
  ] as const
).map(([one, other]) => [new RegExp(one, "iu"), new RegExp(other, "iu")]);

/** Days, weeks, months and years relative to the speaker, by what they mean. */
const relativeTimes: [RegExp, string][] = [
  [/今日|本日/gu, "today"],
  [/明日|翌日/gu, "tomorrow"],
  [/昨日|前日/gu, "yesterday"],
  [/再来週/gu, "week+2"],
  [/(?<!再)来週|翌週/gu, "week+1"],
  [/今週/gu, "week"],
  [/先週|前週/gu, "week-1"],
  [/再来月/gu, "month+2"],
  [/(?<!再)来月|翌月/gu, "month+1"],
  [/今月/gu, "month"],
  [/先月|前月/gu, "month-1"],
  [/(?:来|翌)年度/gu, "fiscal+1"],
  [/(?:今|本|当)年度/gu, "fiscal"],
  [/(?:昨|前)年度/gu, "fiscal-1"],
  [/(?:来|翌)年(?!度)/gu, "year+1"],
  [/(?<!昨|一)(?:今|本)年(?!度)/gu, "year"],
  [/昨年(?!度)|去年/gu, "year-1"],
  [/次回/gu, "next"],
  [/前回/gu, "last"],
];

/** True when a line says the opposite of the only thing its sources say: 不要 for 必要, 反対 for 賛成. */
export function saysOpposite(line: string, sources: readonly string[]): boolean {
  const text = sources.join("\n");
  const turned = (own: RegExp, other: RegExp): boolean =>
    own.test(line) && !other.test(line) && other.test(text) && !own.test(text);
  return opposites.some(([one, other]) => turned(one, other) || turned(other, one));
}

/** True when a line names a week, month or year relative to the speaker that none of its sources names (今週中, 来週中). */
export function changesRelativeTime(line: string, sources: readonly string[]): boolean {
  const text = sources.join("\n");
  return relativeTimes.some(([pattern]) => has(pattern, line) && !has(pattern, text));
}

function has(pattern: RegExp, text: string): boolean {
  return text.search(pattern) >= 0;
}

/**
 * A clause that says something of its own: two and more words of meaning of which the sources have none. One that gives a
 * cause (予算が不足しているため、…) is an invention, another one may be a paraphrase.
 */
export function addedClause(line: string, sources: readonly string[]): "cause" | "clause" | undefined {
  const text = sources.map(compact).join("\n");
  let added: "clause" | undefined;
  for (const clause of line.split(/(?<=[、，,。])/u)) {
    const words = [...new Set(contentWords(clause))];
    if (words.length < 2 || words.some((word) => text.includes(compact(word)))) continue;
    if (/(?:ため|ので|から|により|によって|ことから|を受け(?:て)?|に伴い)[、，,]?$/u.test(clause.trim()))
      return "cause";
    added = "clause";
  }
  return added;
}

/** True when a line makes absolute what its sources do not (全て, 必ず, 一切). */
export function addsAbsolute(line: string, sources: readonly string[]): boolean {
  const absolutes = /全て|すべて|全員|必ず|一切|常に|直ちに|早急に|\b(?:all|always|never|every|immediately)\b/giu;
  const text = sources.join("\n").replace(/すべて/g, "全て");
  return [...line.matchAll(absolutes)].some(
    ([word]) => !text.toLowerCase().includes(word.replace("すべて", "全て").toLowerCase()),
  );
}

const deciding =
  /決まった|決定(?:した|された|となった|に至った)|こと(?:と|に)(?:した|された|なった|決)|了承(?:した|された)|承認(?:した|された)|合意(?:した|された|に至った)|可決|\b(?:decided|agreed|approved|resolved)\b/iu;
/** 「次回改めて検討することとした」 tells how the meeting went on, and no decision. */
const goingOn = /(?:検討|協議|議論|審議|確認|調整|持ち帰|保留|見送)[^。]{0,10}こと(?:と|に)/u;

/** True for a line that itself says that something was decided. */
export function claimsDecision(line: string): boolean {
  return deciding.test(line) && !goingOn.test(line);
}

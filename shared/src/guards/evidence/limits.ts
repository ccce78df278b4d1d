import { figuresIn } from "../figures";
import { compareFigures } from "../figures/compare";
import { weightOf, type Aligned } from "./alignment";
import type { Passage, Token } from "./reading/clause";
import type { Region } from "./reading/region";

const conditions: Record<"ja" | "en", RegExp> = {
  ja: /場合(?:に限|は|に|のみ|、|も)|(?:した|する|る|い)ときは?、|に限(?:り|る|って|ら)|限定|のみ(?:が|を|に|対|認)|(?:けれ|れ|え|せ|て|め|け|ね|べ)ば(?!な)|(?:た|だ)ら、|なら(?!な|ば?ない)|次第|前提|条件|要件|ただし|を除|以外|(?:理由|許可|承認|同意|届出|断り)(?:が|も)?なく|上で(?=、|認|行|実)/u,
  en: /\b(?:if|unless|only|provided|subject to|except|as long as|in case|without)\b|\bdepend/iu,
};
const softer: Record<"ja" | "en", RegExp> = {
  ja: /場合|とき|限り|に限|限定|のみ|だけ|ば|なら(?!な)|たら|次第|応じ|前提|条件|ただし|除|以外|例外|原則|可能性|上で|うえで|以内|まで|(?<![はをがも、])後[にで]|てから|待って|成立後|超(?:え|す|の場合)/u,
  en: /\b(?:if|unless|only|provided|subject to|except|until|as long as|in case|when|once|after|possib\w*|without)\b|\bdepend/iu,
};

/** True when the sentence a line rests on holds under a condition or limit of which the line says nothing. */
export function dropsCondition({ best }: Aligned, line: Passage, own: Region): boolean {
  const [first] = best;
  if (first === undefined || first.score < 0.55) return false;
  const { language } = line;
  if (softer[language].test(line.text)) return false;
  const given = first.source.passage.language;
  const near = best.filter(({ score }) => score >= first.score - 0.03).map(({ source }) => source);
  return near.every((source) => {
    const conditional = source.passage.clauses.filter(
      (other) =>
        other.sentence === source.clause.sentence &&
        conditions[given].test(other.text.replace(/^(?:ただし|ただ)、?/u, "")),
    );
    if (conditional.length === 0) return false;
    // The line tells the condition in other words: it has what the condition is about.
    if (conditional.some(({ text }) => /その(?:場合|とき)(?:は|に限|のみ)/u.test(text))) return true;
    return !conditional.every(({ tokens: all, text, start }) => {
      const mark = conditions[given].exec(text);
      // What stands behind the mark is what holds then. English says the condition behind it.
      const before = all.filter(({ start: at }) => at < start + (mark?.index ?? 0));
      const behind = all.filter(({ start: at }) => at > start + (mark?.index ?? 0));
      if (given === "en" && behind.some((token) => weightOf(token) > 0)) return isTold(behind, source, own);
      // What the sentence tells of stands before its condition: 「導入は、予算が認められれば」.
      const topic = before.findLastIndex(({ role, end }) => role === "topic" && source.passage.text[end + 1] === "、");
      const condition = before.slice(topic + 1);
      const tokens =
        given === "ja" && before.some((token) => weightOf(token) > 0)
          ? condition.some((token) => weightOf(token) > 0)
            ? condition
            : before
          : all;
      return isTold(tokens, source, own);
    });
  });
}

/** True when the line has most of what a condition is about. */
function isTold(tokens: readonly Token[], { passage }: Aligned["needed"][number], own: Region): boolean {
  const total = tokens.reduce((sum, token) => sum + weightOf(token), 0);
  const told = tokens.filter((token) => own.covers(token, passage.text).share >= 0.5);
  return told.reduce((sum, token) => sum + weightOf(token), 0) >= 0.7 * total;
}

/** Side of a boundary on which a figure stands. */
const boundaries: [string, RegExp, RegExp][] = [
  [
    "below",
    /^(?:の)?(?:未満|に満た|を下回|に届か|に達しな|も(?:い|あり|ござい)?(?:ない|ません|なか))/u,
    /(?:under|less than|fewer than|below)\s*$/iu,
  ],
  ["above", /^(?:を)?(?:超(?!えない)|上回)/u, /(?:over|more than|above|exceed\w*)\s*$/iu],
  [
    "at most",
    /^(?:の)?(?:以下|以内|が(?:上限|限度)|を(?:上限|限度)|まで|を?超えない)/u,
    /(?:up to|at most|no more than|within|maximum of)\s*$/iu,
  ],
  [
    "at least",
    /^(?:の)?(?:以上|が下限)|^ or (?:more|over|above)|^ and (?:over|above)/u,
    /(?:at least|no less than|minimum of)\s*$/iu,
  ],
  ["before", /^(?:の|間)?(?:以前|より前|前)/u, /^$/u],
  ["after", /^(?:の|間)?(?:後|以降|経過)/u, /^$/u],
];

function boundaryOf(passage: Passage, { start, end }: Token): string {
  const after = passage.text.slice(end, end + 8);
  const before = passage.text.slice(Math.max(0, start - 16), start);
  return (
    boundaries.find(([, tail, head]) => tail.test(after) || (passage.language === "en" && head.test(before)))?.[0] ?? ""
  );
}

const opposed = new Set([
  "below above",
  "below at least",
  "below at most",
  "above at most",
  "above at least",
  "at most at least",
  "before after",
]);

/** True when a figure has another side of its boundary than everywhere in the sources: 以下 for 未満, 以上 for 超. */
export function movesBoundary(line: Passage, sources: readonly Passage[]): boolean {
  return figureTokens(line).some((own) => {
    const side = boundaryOf(line, own);
    // 「6月1日から3月15日まで」 tells a period.
    if (
      side === "" ||
      (side === "at most" && (own.figure!.kind === "date" || /から[^。]*$/u.test(line.text.slice(0, own.start))))
    )
      return false;
    const same = sources.flatMap((passage) =>
      figureTokens(passage)
        .filter((other) => compareFigures(other.figure!, own.figure!) === "same")
        .map((other) => ({ side: boundaryOf(passage, other), passage })),
    );
    if (same.length === 0) return false;
    if (same.some((other) => other.side === side)) return false;
    if (same.some((other) => other.side !== "" && !isOpposed(other.side, side))) return false;
    if (same.every((other) => other.side === "")) {
      // 「3万円を限度とする」 and 「上限は3万円」 say it elsewhere in the sentence.
      if (side === "at most")
        return !same.some(({ passage }) =>
          /上限|限度|最大|期限|締め?切|超えな|まで|以内|以下|maximum|limit|by|within/iu.test(passage.text),
        );
      if (side === "at least")
        return !same.some(({ passage }) => /下限|最低|少なくとも|以上|at least|minimum/iu.test(passage.text));
      if (side === "above")
        return !same.some(({ passage }) => /超|上回|経過|過ぎ|以上|満た(?!な)|達し|over|more/iu.test(passage.text));
      if (side === "below")
        return !same.some(({ passage }) => /下回|届|満た|達し|以下|below|less|under/iu.test(passage.text));
      return false;
    }
    return true;
  });
}

function isOpposed(a: string, b: string): boolean {
  return opposed.has(`${a} ${b}`) || opposed.has(`${b} ${a}`);
}

function figureTokens(passage: Passage): Token[] {
  return passage.clauses.flatMap(({ tokens }) => tokens.filter(({ kind }) => kind === "figure"));
}

/** Per what something is counted, and what in a source is enough for it. */
const rates: [pattern: RegExp, enough: RegExp][] = [
  [
    /(?:[1一]|ひと)?人(?:当たり|あたり|につき|ごと)|per (?:person|capita|head)|a head/iu,
    /[1一]人|ひとり|各|個人|person|each/iu,
  ],
  [/[1一]?件(?:当たり|あたり|につき|ごと)|per case/iu, /[1一]件|case/iu],
  [/[1一]?時間(?:当たり|あたり|につき|ごと)|時給|per hour|an hour|hourly/iu, /[1一]時間|毎時|時給|hour/iu],
  [
    /[1一]日(?:当たり|あたり|につき|ごと|[0-9約])|日額|毎日|per day|a day|daily/iu,
    /(?<![0-9十])[1一]日(?!から|まで|に)|毎日|日額|\bday|daily/iu,
  ],
  [/毎週|per week|a week|weekly/iu, /毎週|週に|週[0-9]|week/iu],
  [
    /[1一]?(?:か月|月)(?:当たり|あたり|につき|ごと)|月額|月間|月平均|毎月|(?<![0-9同翌当今来先前])月に?約?[0-9](?![0-9]*日)|per month|a month|monthly/iu,
    /月当たり|月額|月間|月平均|毎月|月に|(?<![0-9同翌当今来先前])月(?:約|[0-9](?![0-9]*日))|か月|month/iu,
  ],
  [
    /[1一]?年(?:当たり|あたり|につき|ごと)|年額|年間(?=[0-9約])|毎年|(?<![0-9元])年に約?[0-9]|per year|a year|annual|yearly/iu,
    /年間|年額|毎年|年に|(?:^|[^0-9])[1一]年|年度|per year|a year|annual|yearly/iu,
  ],
  [/[1一]?世帯(?:当たり|あたり|につき|ごと)|per household/iu, /世帯|household/iu],
  [/[1一]個(?:当たり|あたり|につき|ごと|[0-9])|per (?:unit|piece)/iu, /個|unit|piece/iu],
];

const periods =
  /時給|日額|月額|年額|毎[日週月年]|[日週月年]間(?=約?[0-9])|per (?:hour|day|week|month|year)|annual|monthly|weekly|daily|hourly/iu;

/** True when a line counts per something per which none of its sources counts (月額 for 年額). */
export function changesRate(line: Passage, sources: readonly Passage[]): boolean {
  if (!figureTokens(line).some(({ figure }) => figure?.kind !== "date")) return false;
  const text = sources.map((passage) => passage.text).join("\n");
  return rates.some(([pattern, enough]) => {
    if (!pattern.test(line.text) || pattern.test(text)) return false;
    // 「年額」 where they say 「月額」, whatever other years they name.
    return (
      !enough.test(text) ||
      (periods.test(line.text) && rates.some(([other]) => other !== pattern && periods.test(text) && other.test(text)))
    );
  });
}

/** True for a line that holds 「even if」 where its sources know an exception or a condition. */
export function ignoresCondition(line: Passage, sources: readonly string[]): boolean {
  const concession =
    /\beven (?:if|when)\b|\bunconditional\w*|無条件|条件な[くし]|を問わず|場合(?:で)?も|であっても|ときでも/iu;
  const text = sources.join("\n");
  return concession.test(line.text) && !concession.test(text) && conditions[line.language].test(text);
}

const quantities: Record<"ja" | "en", [string, RegExp][]> = {
  ja: [
    [
      "all",
      /(?<!安)全(?:て|員|部|額|会|体|国一|ての|面的に)(?!計画|では)|すべて|いずれも|全会一致|一律|もれなく|皆(?!様)|あらゆる|誰もが|毎回|常に|必ず|一切|完全に|例外な[くし]|(?:[0-9][者人社件名校]|[いど]ちら)とも|両者/u,
    ],
    ["most", /ほとんど|大半|大部分|大多数|ほぼ全/u],
    ["many", /多く(?:の|が|は|から)|(?<!賛成|反対)多数(?!決|の賛成)|大勢|過半数|相当数|数多く/u],
    [
      "some",
      /一部(?!改正|変更|を改正|負担)|(?:する|ある|た|の)(?:もの|ところ|人|方|事業所|国|市)(?:も|が)(?:ある|あり|あっ|いる|い)|複数|いくつか|何[人件か]|ところもある/u,
    ],
    ["few", /少数|わずか|ごく一部/u],
  ],
  en: [
    ["all", /\b(?:all|every|everyone|always|entire(?:ly)?|unanimous\w*|never|completely)\b/iu],
    ["most", /\b(?:most|mostly|mainly|majority|largely|nearly all)\b/iu],
    ["many", /\b(?:many|several|numerous|a lot of|more than half|over half|majority)\b/iu],
    ["some", /\b(?:some|a few|certain|part of)\b/iu],
  ],
};

/** 「892万人、280万人といずれも増加」 speaks of what it has just named, and of nothing else. */
function sumsUp(line: string): boolean {
  const [words] = quantities.ja[0]![1].exec(line) ?? [];
  const before = line.slice(0, line.search(quantities.ja[0]![1]));
  return (
    /^(?:いずれも|両者|[いど]ちらとも)$/u.test(words ?? "") &&
    figuresIn(before).length >= 2 &&
    !line.slice(before.length + 1).match(/全て|すべて|全員|一律/u)
  );
}

const everything = /全て|すべて|あらゆる|一律|もれなく|例外な[くし]/u;
const whenever = /場合|とき|際|限/u;

/** 「外部に出す場合は必ず」: always, but only then. */
function saysWhenever(text: string): boolean {
  return (
    !quantities.ja[0]![1].test(text.replace(/必ず|常に|毎回/gu, "")) &&
    /(?:場合|とき|際)(?:に|は|には)[^。]*(?:必ず|常に|毎回)/u.test(text)
  );
}

/** 「毎日」 where they say 「週2日」. */
const regularly = /毎[日週月年朝晩回]/u;
const seldom = /(?:週|月|年)に?[0-9０-９一二三四五六]{1,2}[回日]|隔[日週月年]/u;
const notAll =
  /(?:全て|すべて|全部|全員|全体|必ず)(?:の[^、。はがを]{1,8})?(?:(?:では|じゃ)(?:あり)?(?:な[いくか]|ません)|とは限り?(?:らな|りませ)|は[^、。]{0,8}(?:ない|ません))|\bnot (?:yet )?(?:all|every\w*|always|entirely)\b/giu;

/** True when a line says of how many something holds (全て, 多く, 一部) in a way that its sources do not. */
export function changesQuantity(line: Passage, sources: readonly string[]): boolean {
  // 「全てではない」, "not all": some.
  const text = sources.join("\n").replace(notAll, "");
  // The other language may say it too.
  const has = (name: string, words: string): boolean =>
    [...quantities.ja, ...quantities.en].some(([other, pattern]) => other === name && pattern.test(words));
  if (has("all", line.text) && !has("all", text)) return !sumsUp(line.text);
  if (everything.test(line.text) && !everything.test(text) && saysWhenever(text) && !whenever.test(line.text))
    return true;
  if (regularly.test(line.text) && !regularly.test(text) && seldom.test(text)) return true;
  if (has("most", line.text) && !has("most", text)) return !/[6-9][0-9](?:\.[0-9]+)?[%％]|[7-9]割/u.test(text);
  if (has("many", line.text) && !has("many", text) && !has("most", text))
    return !(line.language === "ja" && /多い|多か|多く|多数|大勢/u.test(text));
  return has("some", line.text) && !has("some", text) && has("all", text);
}

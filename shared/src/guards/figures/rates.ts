import type { Figure } from "./figure";

const periods: Record<string, string> = {
  秒: "second",
  分: "minute",
  時: "hour",
  日: "day",
  週: "week",
  月: "month",
  年: "year",
  s: "second",
  sec: "second",
  h: "hour",
  hr: "hour",
  min: "minute",
  hourly: "hour",
  daily: "day",
  weekly: "week",
  monthly: "month",
  yearly: "year",
  annual: "year",
  annually: "year",
  キログラム: "kilogram",
  グラム: "gram",
  リットル: "litre",
  平方メートル: "square metre",
  ヘクタール: "hectare",
  トン: "ton",
  kilograms: "kilogram",
  kg: "kilogram",
  grams: "gram",
  g: "gram",
  liter: "litre",
  liters: "litre",
  litres: "litre",
  "square meter": "square metre",
  tonne: "ton",
};

const japaneseRate =
  /毎([秒分時日週月年])(?!度)|(?<![0-9一二三四五六七八九十数半])([秒分時])速|(時)給|(?<![0-9一二三四五六七八九十数何])([年月週日])(?:額|利|収(?!穫|納|録)|俸|給(?!付|与|食|水))|(?<![0-9一二三四五六七八九十数何同今昨前翌近])([年月週])(?:間|平均)(?!の?休)|(?<![0-9])[1一](?:か|カ|ヶ|ヵ|箇)?([分時日週月年])間?(?:当たり|あたり|当り|につき|平均|ごと|毎)|(?<![0-9一二三四五六七八九十数何同今昨前翌近々毎])([年月週日])(?:に)?[0-9一二三四五六七八九]+回|(?<![0-9.])[1一]?(キログラム|(?<!キロ)グラム|リットル|平方メートル|ヘクタール|トン)(?:当たり|あたり|当り|につき)/g;
const englishRate =
  /(?<![a-z])(?:per|each|every) (?:calendar |fiscal |business )?(second|minute|hour|day|week|month|year)(?![a-z])|(?:times|once|twice|%|percent|yen|dollars|people|hours|days|visitors|visits|users|cases|passengers|customers|tons|tonnes|kilometers|trips|flights|meetings|sessions|[0-9]) an? (minute|hour|day|week|month|year)(?! (?:ago|earlier|before|later)|[a-z])|(?<![a-z])(hourly|daily|weekly|monthly|yearly|annual|annually)(?![a-z])|[a-z]\/(s|sec|h|hr|min)(?![a-z])|(?<=[0-9] ?(?:km|mp|kp))(h)(?![a-z])|(?<![a-z])(?:per|each|every) (kilograms?|kg|grams?|g|lit(?:er|re)s?|square met(?:er|re)|hectare|ton(?:ne)?)(?![a-z])/g;
/** What is compared with: the year, month or week before. */
const japanesePrevious = /前(年|月|週)|(?<![0-9])[1一](?:か|カ|ヶ)?(年|月|週)間?前/g;
const englishPrevious =
  /(?<![a-z])(?:last|previous|preceding|prior) (?:fiscal |calendar )?(year|month|week)(?![a-z])|(?<![a-z])(year|month|week)(?:-on-|-over-| (?:earlier|before|ago))/g;

/** A rate at its place in the text. */
interface RateAt {
  period: string;
  at: number;
}

/** The periods that a text names a rate by (毎秒, 月額, per year, annual), in order. Linear. */
export function ratesIn(text: string, language: "ja" | "en"): RateAt[] {
  const plain = language === "ja" ? foldDigits(text) : text.toLowerCase();
  const found: RateAt[] = [];
  for (const match of plain.matchAll(language === "ja" ? japaneseRate : englishRate)) {
    const word = match.slice(1).find((group) => group !== undefined)!;
    found.push({ period: periods[word] ?? word, at: match.index });
  }
  for (const match of plain.matchAll(language === "ja" ? japanesePrevious : englishPrevious)) {
    const word = match.slice(1).find((group) => group !== undefined)!;
    found.push({ period: `previous ${periods[word] ?? word}`, at: match.index });
  }
  return found;
}

/** Full-width digits and letters in half width, every character in its place. */
const foldDigits = (text: string): string =>
  text.replace(/[０-９ａ-ｚＡ-Ｚ]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));

/** The period beside a figure: right before it (毎秒32) or in its clause behind it (32 meters per second). */
export function rateBeside(
  text: string,
  { span }: Figure,
  rates: readonly RateAt[],
  language: "ja" | "en",
): string | undefined {
  const near = rates.filter(
    ({ period, at }) => !period.startsWith("previous") && at > span.start - 14 && at < span.end + 24,
  );
  const beside = near.filter(({ at }) => {
    const between = at < span.start ? text.slice(at, span.start) : text.slice(span.end, at);
    return !/[、。;；\n0-9０-９]|, |\. /.test(between.slice(language === "ja" ? 3 : 0));
  });
  return beside.length === 1 ? beside[0]!.period : undefined;
}

import { numeralAt } from "./numerals";
import { scaleAt } from "./word-numerals";
import { sticky, type Raw } from "./raw";
import { unitAt } from "./unit-words";

const fractionOf = /分の/y;
export const approximateBefore =
  /(?:約|およそ|おおよそ|概ね|おおむね|ほぼ|推計|推定|about |around |approximately |nearly |almost |roughly |some |over |more than |up to |less than |under )$/;
const approximateAfter = /^(?:程度|ほど|前後|余り|余|強|弱|超|あまり|くらい|ぐらい|近く|以上|-odd|ish)/;

/** A number whose digits are read: fraction, scale, percent, money, unit, ordinal. */
export function quantity(
  text: string,
  original: string,
  at: number,
  read: number,
  from: number,
  { insideName = false, start = at } = {},
): Raw | undefined {
  let value = read;
  let end = from;
  const scale = scaleAt(text, end);
  value *= scale.factor;
  end = scale.end;
  const approximate =
    approximateBefore.test(text.slice(Math.max(0, at - 14), at)) || approximateAfter.test(text.slice(end, end + 5));
  const base = { weak: insideName, approximate, start };
  const named =
    /^(?: ?%(?!ポイント| ?points?)| ?percent(?!age points?| ?points?)| ?per cent(?! ?points?)|-percent|パーセント(?!ポイント))/.exec(
      text.slice(end, end + 22),
    );
  const longer = /^[ -](decades|centuries)(?![a-z])/.exec(text.slice(end, end + 12));
  if (longer !== null) {
    const years = longer[1] === "decades" ? 10 : 100;
    return { ...base, kind: "number", value: value * years, unit: "year", end: end + longer[0].length };
  }
  if (named !== null)
    return { ...base, weak: false, kind: "ratio", value: value / 100, unit: "ratio", end: end + named[0].length };
  const share =
    /^割(?:([0-9一二三四五六七八九])分(?:([0-9一二三四五六七八九])厘)?)?(?!引|り|る|れ|合|安|高|増し)/.exec(
      text.slice(end, end + 8),
    ) ?? /^割()(?=引き?|増)/.exec(text.slice(end, end + 4));
  if (share !== null) {
    const extra =
      (share[1] ? (numeralAt(share[1], 0)?.value ?? 0) : 0) +
      (share[2] ? (numeralAt(share[2], 0)?.value ?? 0) / 10 : 0);
    return { ...base, kind: "ratio", value: (value + extra / 10) / 10, unit: "ratio", end: end + share[0].length };
  }
  if (sticky(fractionOf, text, end) !== undefined) {
    const top = numeralAt(text, end + 2);
    if (top !== undefined && value !== 0)
      return { ...base, kind: "ratio", value: top.value / value, unit: "ratio", end: top.end };
  }
  const part =
    /^(?:条|項(?!目)|号(?!室|機|車|線|館)|章|節)(?:の[0-9一二三四五六七八九十]{1,2}(?![0-9]*[条項号]))?/.exec(
      text.slice(end, end + 6),
    );
  if (part !== null) {
    const unit = { 条: "article", 項: "paragraph", 号: "item", 章: "chapter" }[part[0][0]!];
    return { ...base, ...(unit === undefined ? {} : { unit }), kind: "article", value, end: end + part[0].length };
  }
  const ordinal = /^(?:st|nd|rd|th)(?![a-z])/.exec(text.slice(end, end + 3));
  if (ordinal !== null) {
    const of = unitAt(text, end + 2);
    const timed = of !== undefined && ["minute", "second", "hour"].includes(of.unit) ? of : undefined;
    return {
      ...base,
      kind: "ordinal",
      value,
      ...(timed === undefined ? {} : { unit: timed.unit }),
      end: timed?.end ?? end + 2,
    };
  }
  // 5G, 4K, 3D: a digit that goes on in capitals is a name.
  const capitals =
    /^[A-Z](?![a-z])/.test(original.slice(end, end + 2)) &&
    !/^(?:L|W|TB|GB|MB|KB)(?![A-Za-z])/.test(original.slice(end, end + 3));
  const unitRead = capitals ? undefined : unitAt(text, end);
  // 1990s and 90's are decades; 2023's is a possessive.
  const unit = unitRead?.unit === "decade" && value % 10 !== 0 ? undefined : unitRead;
  if (unit !== undefined) {
    const half = /^半(?![分年数額減端世径島期導面身日月]|(?:か|の)[一-龠])|^半(?=前|後|以|ぶり|ほど|か月)/.exec(
      text.slice(unit.end, unit.end + 3),
    );
    const money = ["yen", "dollar", "euro", "sterling", "yuan", "won", "cent"].includes(unit.unit);
    return {
      ...base,
      kind: money ? "amount" : "number",
      value: half === null ? value : value + 0.5,
      unit: unit.unit,
      weak: insideName,
      end: unit.end + (half === null ? 0 : 1),
    };
  }
  // "101 or more employees": the limit stands between the number and what it counts.
  const limit = /^ or (?:more|fewer|less|over) (?=[a-z])/.exec(text.slice(end, end + 12))?.[0];
  const counted = limit === undefined ? undefined : unitAt(text, end + limit.length - 1)?.unit;
  if (counted !== undefined && !/^(?:yen|dollar|euro|second)$/.test(counted))
    return { ...base, weak: insideName, kind: "number", value, unit: counted, end };
  if (isCounted(text, end, value)) return { ...base, weak: insideName, kind: "number", value, unit: "thing", end };
  // 5G, 3D: a digit that goes on in capitals is a name; 85mph and 5x8 are not.
  const name = insideName || /^[A-Z]/.test(original.slice(end, end + 1));
  return { ...base, weak: name, kind: "number", value, end };
}

/** "14 exhibitions", 5枚: a number of things, so no day, year, time or share. A number that may be a year is left open. */
function isCounted(text: string, end: number, value: number): boolean {
  if (value >= 1800 && value <= 2100) return false;
  const word = /^ ([a-z]{3,}s)(?![a-z'’-])/.exec(text.slice(end, end + 24))?.[1];
  if (word !== undefined)
    return !/(?:ss|us|is)$|^(?:was|has|times|across|always|towards|besides|whereas|does|perhaps|years?|seconds|says|pounds|quid|bucks|rupees|lakhs|crores|others|halves|mornings|afternoons|evenings|nights)$/.test(
      word,
    );
  return /^(?:本(?!当|人|来|質|部|社|日)|枚|冊|台(?!風|湾|本)|匹|頭|羽|軒|棟|個|着(?!工|手|用|陸)|店舗?(?!員|長|内|頭)|杯|足|隻|品目|種類|か所|カ所|箇所|ヶ所|作品|項目|施設|団体)/.test(
    text.slice(end, end + 4),
  );
}

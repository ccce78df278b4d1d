/** Japanese unit words behind a number, longest first; anchored where they are read. */
const japanese: [RegExp, string][] = [
  [/(?:年間|ヵ年|か年|カ年|箇年|周年)/y, "year"],
  [/(?:か月|ヶ月|カ月|ヵ月|ケ月|箇月|個月|月間)(?:間)?/y, "month"],
  [/週間?(?!目)/y, "week"],
  [/(?:営業)?日間?(?!本|曜|程|目|時|付)/y, "day"],
  [/時間/y, "hour"],
  [/分間?(?!野|類|析|割|布|科|散|担)/y, "minute"],
  [/秒間?/y, "second"],
  [/年度/y, "year"],
  [/(?:年代|代(?!表|理|金|替|わ|行|目|々))/y, "decade"],
  [/年(?!目|代|度|生|次|号|末|始|産|式|版|金|齢)/y, "year"],
  [/(?:歳|才)/y, "year"],
  [/(?:平方キロメートル|平方キロ|km2|㎢)/y, "squareKilometre"],
  [/(?:平方メートル|平米|m2|㎡)/y, "squareMetre"],
  [/(?:ヘクタール|ha(?![a-z]))/y, "hectare"],
  [/(?:ミリメートル|ミリ(?!オン|リ|グ)|mm(?![a-z]))/y, "millimetre"],
  [/(?:センチメートル|センチ|cm(?![a-z]))/y, "centimetre"],
  [/(?:キロメートル|km(?![a-z/]))/y, "kilometre"],
  [/(?:メートル|m(?![a-z0-9/]))/y, "metre"],
  [/(?:マイル|miles?(?![a-z]))/y, "mile"],
  [/(?:インチ|inch(?:es)?(?![a-z]))/y, "inch"],
  [/(?:フィート|フット)/y, "foot"],
  [/(?:キログラム|キログラム|kg(?![a-z]))/y, "kilogram"],
  [/(?:ミリグラム|mg(?![a-z]))/y, "milligram"],
  [/(?:グラム|g(?![a-z]))/y, "gram"],
  [/トン|t(?![a-z])/y, "tonne"],
  [/ポンド(?=の?重)/y, "pound"],
  [/(?:ミリリットル|ml(?![a-z]))/y, "millilitre"],
  [/(?:リットル|l(?![a-z]))/y, "litre"],
  [/(?:キロワット時|kwh)/y, "kilowattHour"],
  [/(?:キロワット|kw(?![a-z]))/y, "kilowatt"],
  [/(?:ワット|w(?![a-z]))/y, "watt"],
  [/(?:テラバイト|tb(?![a-z]))/y, "terabyte"],
  [/(?:ギガバイト|gb(?![a-z]))/y, "gigabyte"],
  [/(?:メガバイト|mb(?![a-z]))/y, "megabyte"],
  [/(?:キロバイト|kb(?![a-z]))/y, "kilobyte"],
  [/(?:度c|°c|℃)/y, "celsius"],
  [/円(?!形|周|滑|卓|盤|筒)/y, "yen"],
  [/(?:米|us)?ドル/y, "dollar"],
  [/セント(?!ラ)/y, "cent"],
  [/ユーロ/y, "euro"],
  [/ポンド/y, "sterling"],
  [/(?:人民)?元(?!年)/y, "yuan"],
  [/ウォン/y, "won"],
  [/(?:人(?!目|工|口|気|的|権|材|事|類)|名(?!目|前|称|物|古))/y, "person"],
  [/社(?!目|会|長|員)/y, "company"],
  [/(?:か国|カ国|ヵ国|ヶ国|箇国|ケ国)/y, "country"],
  [/件(?!名|目)/y, "case"],
  [/回(?!目|答|復|線|収|避|転)/y, "occurrence"],
  [/倍/y, "multiple"],
  [/(?:ページ|頁)/y, "page"],
  [/階(?!級|段)/y, "floor"],
  [/(?:世帯|戸(?!籍|惑|棚|締|建て))/y, "household"],
  [/(?:エーカー)/y, "acre"],
  [/(?:アール)/y, "are"],
  [/(?:ビット|bits?(?![a-z]))/y, "bit"],
  [/バイト(?!ト|先|代|を|が|で)/y, "byte"],
  [/(?:%?ポイント(?!カード|還元))/y, "point"],
  [/(?:キログラム)/y, "kilogram"],
];

/** Japanese counters that show a kanji numeral to be a number, without being compared. */
const otherCounters =
  /(?:つ|個|品(?!質|位|格|性)|食(?!品|事|料|糧|べ|堂|生活)|株(?!式|主|価)|口(?!座|頭|実)|基(?!本|準|金|礎|盤|地|づ)|床(?!下|上)|施設|団体|事業所|自治体|法人|議員|委員|大学|自治会|地区|か月|カ月|円|俵|筆(?!者)|門(?!戸)|艘|園(?!児)|部局|府県|路線|事案|案件|名|か所|カ所|ヵ所|箇所|ヶ所|か条|本(?!当|人|来|質|部|社|日)|枚|冊|台|匹|頭|羽|軒|戸|棟|着|足|杯|位|等(?!し)|番|世紀|点|票|議席|校|段(?!階)|級|者|市|町|村|区|都道府県|県|省庁|府省|部|課|室|隻|機(?!関|会|能|械)|席|通|種類|項目|箱|膳|束|組|班|クラス|代|期|次|度|号|条|項|章|節|割|分の|対|行|列|字|文字|語|か条|曲|話|巻|試合|勝|敗|得点|ゴール|ポイント|パーセント|%|畳|坪|泊|便|両|両編成|票差|連覇|連敗|連勝|人目|日目|年目|回目|番目|つ目|丁目|キロ|ツ星|つ星|年代|月(?!曜|並|例)|年度|年|日|時(?!代|期|点|々|折|に))/y;

const english: [RegExp, string][] = [
  [/'?s(?![a-z])/y, "decade"],
  [/-?years?(?:-olds?|s?old)?(?![a-z])/y, "year"],
  [/-?months?(?:-old)?(?![a-z])/y, "month"],
  [/-?weeks?(?![a-z])/y, "week"],
  [/-?days?(?![a-z])/y, "day"],
  [/-?(?:hours?|hrs?)(?![a-z])/y, "hour"],
  [/-?(?:minutes?|mins?)(?![a-z])/y, "minute"],
  [/-?(?:seconds?|secs?)(?![a-z])/y, "second"],
  [/(?:square (?:kilometers?|kilometres?)|km2|sq\.? ?km)(?![a-z])/y, "squareKilometre"],
  [/(?:square (?:meters?|metres?)|m2|sq\.? ?m)(?![a-z])/y, "squareMetre"],
  [/(?:hectares?|ha)(?![a-z])/y, "hectare"],
  [/-?(?:millimeters?|millimetres?|mm)(?![a-z])/y, "millimetre"],
  [/-?(?:centimeters?|centimetres?|cm)(?![a-z])/y, "centimetre"],
  [/-?(?:kilometers?|kilometres?|km)(?![a-z/])/y, "kilometre"],
  [/-?(?:meters?|metres?|m)(?![a-z/])/y, "metre"],
  [/-?miles?(?![a-z])/y, "mile"],
  [/-?inch(?:es)?(?![a-z])/y, "inch"],
  [/-?(?:feet|foot|ft)(?![a-z])/y, "foot"],
  [/(?:kilograms?|kilos?|kg)(?![a-z])/y, "kilogram"],
  [/(?:milligrams?|mg)(?![a-z])/y, "milligram"],
  [/(?:grams?|g)(?![a-z])/y, "gram"],
  [/(?:tons?|tonnes?)(?![a-z])/y, "tonne"],
  [/(?:milliliters?|millilitres?|ml)(?![a-z])/y, "millilitre"],
  [/(?:liters?|litres?)(?![a-z])/y, "litre"],
  [/(?:kilowatt-hours?|kwh)(?![a-z])/y, "kilowattHour"],
  [/(?:kilowatts?|kw)(?![a-z])/y, "kilowatt"],
  [/(?:watts?|w)(?![a-z])/y, "watt"],
  [/(?:terabytes?|tb)(?![a-z])/y, "terabyte"],
  [/(?:gigabytes?|gb)(?![a-z])/y, "gigabyte"],
  [/(?:megabytes?|mb)(?![a-z])/y, "megabyte"],
  [/(?:kilobytes?|kb)(?![a-z])/y, "kilobyte"],
  [/(?:degrees? (?:celsius|centigrade)|°c|℃)(?![a-z])/y, "celsius"],
  [/-?(?:yen|jpy)(?![a-z])/y, "yen"],
  [/-?(?:u\.?s\.? )?(?:dollars?|usd)(?![a-z])/y, "dollar"],
  [/-?(?:cents?)(?![a-z])/y, "cent"],
  [/-?(?:euros?|eur)(?![a-z])/y, "euro"],
  [/(?:pounds? sterling|gbp)(?![a-z])/y, "sterling"],
  [/(?:yuan|rmb)(?![a-z])/y, "yuan"],
  [/won(?![a-z])/y, "won"],
  [
    /(?:people|persons?|residents|patients|students|men|women|children|employees|workers|passengers|soldiers|citizens|respondents|applicants|participants)(?![a-z])/y,
    "person",
  ],
  [/(?:companies|firms)(?![a-z])/y, "company"],
  [/(?:countries|nations)(?![a-z])/y, "country"],
  [/(?:cases|incidents)(?![a-z])/y, "case"],
  [/times(?![a-z])/y, "occurrence"],
  [/pages?(?![a-z])/y, "page"],
  [/(?:households|homes)(?![a-z])/y, "household"],
  [/-?acres?(?![a-z])/y, "acre"],
  [/-?bits?(?![a-z])/y, "bit"],
  [/-?bytes?(?![a-z])/y, "byte"],
  [/(?:percentage |percent |% )?-?points?(?![a-z])/y, "point"],
  [/-?fold(?![a-z])/y, "multiple"],
];

/** Words that may stand between an English number and its unit. */
const between = /(?:business |working |calendar |full |consecutive |whole |more |additional |other |us |u\.s\. |-)?/y;

export interface UnitAt {
  unit: string;
  end: number;
}

/** Reads the unit that begins at an offset of a folded, lower-case text; white space before it is allowed. */
export function unitAt(text: string, at: number): UnitAt | undefined {
  const start = skipSpaces(text, at);
  // "five t" is no weight: a letter alone is a unit behind digits.
  const isSpelled = /[a-z]/.test(text[at - 1] ?? "") && /^[a-z](?![a-z])/.test(text.slice(start, start + 2));
  const inJapanese = isSpelled ? undefined : first(japanese, text, start);
  if (inJapanese !== undefined) return inJapanese;
  if (start === at && text[at] !== "-" && !/[0-9]/.test(text[at - 1] ?? "")) return undefined;
  between.lastIndex = start;
  const word = between.exec(text);
  return first(english, text, start + (word?.[0].length ?? 0)) ?? first(english, text, start);
}

/** True when a counter, whatever it counts, stands at the offset. */
export function isCounterAt(text: string, at: number): boolean {
  otherCounters.lastIndex = at;
  return otherCounters.test(text) || first(japanese, text, at) !== undefined;
}

function first(list: [RegExp, string][], text: string, at: number): UnitAt | undefined {
  for (const [pattern, unit] of list) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) return { unit, end: at + match[0].length };
  }
  return undefined;
}

function skipSpaces(text: string, at: number): number {
  let index = at;
  while (text[index] === " " && index < at + 2) index += 1;
  return index;
}

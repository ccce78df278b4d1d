/**
 * Numbers in the formats of ISO/IEC 29500-1, 17.18.59 (ST_NumberFormat). Formats not in the table are shown as
 * decimal digits, which is what Word does with formats of another language version (believed).
 */
export function formatNumber(number: number, format: string): string {
  return (formats[format] ?? String)(number);
}

const halfWidthAiueo = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ";
const fullWidthAiueo = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
const halfWidthIroha = "ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ";
const fullWidthIroha =
  "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン";
const stems = "甲乙丙丁戊己庚辛壬癸";
const branches = "子丑寅卯辰巳午未申酉戌亥";
const digits = "〇一二三四五六七八九";
const legalDigits = "零壱弐参四伍六七八九";

const formats: Record<string, (number: number) => string> = {
  none: () => "",
  bullet: () => "",
  decimalZero: (number) => String(number).padStart(2, "0"),
  decimalFullWidth: fullWidthDigits,
  decimalFullWidth2: fullWidthDigits,
  upperRoman: roman,
  lowerRoman: (number) => roman(number).toLowerCase(),
  upperLetter: letters,
  lowerLetter: (number) => letters(number).toLowerCase(),
  ordinal: (number) => `${number}${ordinalEnding(number)}`,
  aiueo: (number) => cycle(halfWidthAiueo, number),
  aiueoFullWidth: (number) => cycle(fullWidthAiueo, number),
  iroha: (number) => cycle(halfWidthIroha, number),
  irohaFullWidth: (number) => cycle(fullWidthIroha, number),
  japaneseCounting: (number) => kanji(number, digits, "十百千", "万"),
  chineseCounting: (number) => kanji(number, digits.replace("〇", "○"), "十百千", "万"),
  chineseCountingThousand: (number) => kanji(number, digits, "十百千", "万"),
  japaneseLegal: (number) => kanji(number, legalDigits, "拾百阡", "萬", true),
  japaneseDigitalTenThousand: (number) => [...String(number)].map((digit) => digits[Number(digit)]).join(""),
  ideographDigital: (number) => [...String(number)].map((digit) => digits[Number(digit)]).join(""),
  ideographTraditional: (number) => within(stems, number),
  ideographZodiac: (number) => within(branches, number),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedFullstop: (number) => fromBase(0x2488, 20, number),
  decimalEnclosedParen: (number) => fromBase(0x2474, 20, number),
  ideographEnclosedCircle: (number) => fromBase(0x3280, 10, number),
};

function fullWidthDigits(number: number): string {
  return String(number).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

function circled(number: number): string {
  if (number === 0) return "\u24ea";
  if (number > 35) return fromBase(0x32b1 - 35, 50, number);
  return number > 20 ? fromBase(0x3251 - 20, 35, number) : fromBase(0x2460, 20, number);
}

/** Character number `number` of a block that starts with one; digits beyond it. */
function fromBase(first: number, count: number, number: number): string {
  return number >= 1 && number <= count ? String.fromCharCode(first + number - 1) : String(number);
}

/** After the last character the series starts again, each character doubled: ン, アア. */
function cycle(series: string, number: number): string {
  if (number < 1) return String(number);
  const character = series[(number - 1) % series.length] as string;
  return character.repeat(Math.ceil(number / series.length));
}

function within(series: string, number: number): string {
  return series[number - 1] ?? String(number);
}

function letters(number: number): string {
  return cycle("ABCDEFGHIJKLMNOPQRSTUVWXYZ", number);
}

function roman(number: number): string {
  if (number < 1 || number > 32_767) return String(number);
  const values: [number, string][] = [
    [1000, "M"],
    [900, "CM"],
    [500, "D"],
    [400, "CD"],
    [100, "C"],
    [90, "XC"],
    [50, "L"],
    [40, "XL"],
    [10, "X"],
    [9, "IX"],
    [5, "V"],
    [4, "IV"],
    [1, "I"],
  ];
  let rest = number;
  let text = "";
  for (const [amount, sign] of values) {
    while (rest >= amount) {
      text += sign;
      rest -= amount;
    }
  }
  return text;
}

function ordinalEnding(number: number): string {
  if (number % 100 >= 11 && number % 100 <= 13) return "th";
  return ["th", "st", "nd", "rd"][number % 10] ?? "th";
}

/** 123 -> 百二十三; with `spelled` a leading one is written too (壱百). Above 99,999,999 digit by digit. */
function kanji(number: number, figures: string, units: string, myriad: string, spelled = false): string {
  if (number === 0) return figures[0] as string;
  if (number >= 100_000_000) return [...String(number)].map((digit) => figures[Number(digit)]).join("");
  const high = Math.floor(number / 10_000);
  const below = (value: number): string => {
    let text = "";
    for (let power = 3; power >= 0; power--) {
      const digit = Math.floor(value / 10 ** power) % 10;
      if (digit === 0) continue;
      const unit = power === 0 ? "" : (units[power - 1] as string);
      text += digit === 1 && unit !== "" && !spelled ? unit : (figures[digit] as string) + unit;
    }
    return text;
  };
  return (high > 0 ? below(high) + myriad : "") + below(number % 10_000);
}

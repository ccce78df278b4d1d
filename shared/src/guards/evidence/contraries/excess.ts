import { figuresIn } from "../../figures";
import { lettersOf } from "./things";

const word = "([^、。はがを\\n]{1,18}?)";
const up = "上回|超え|超過|多[いくか]|高[いくか]|長[いくか]|大き";
const down = "下回|届か|及ば|満た|少な|低[いくか]|安[いくか]|短[いくか]|小さ";
/** A が B を上回った, A は B より多い. */
const compared = new RegExp(
  `${word}(?:は|が|の方が|のほうが)、?${word}(?:を|に|より(?:も)?)、?[^、。はがを]{0,8}?(?:(${up})|(${down}))`,
  "gu",
);
/** 「東が上回りました」, 「乙社の方が安い」: who comes out ahead. */
const ahead = new RegExp(`${word}(?:の方|のほう)?が[^、。はがを]{0,4}?(?:(${up})|(${down}))`, "gu");

interface Claim {
  one: string;
  other: string;
  isMore: boolean;
}

/** True when a line puts above another what its sources put below it, in words or by their figures. */
export function turnsExcess(line: string, texts: readonly string[]): boolean {
  const text = texts.join("\n").normalize("NFKC");
  const given = claimsOf(text);
  const leaders = [...text.matchAll(ahead)].map(({ 1: one, 3: less }) => ({
    name: lastWord(one!),
    isMore: less === undefined,
  }));
  return claimsOf(line.normalize("NFKC")).some(({ one, other, isMore }) => {
    const told = given.flatMap((claim) => {
      if (isCalled(one, claim.one) && isCalled(other, claim.other)) return claim.isMore;
      return isCalled(one, claim.other) && isCalled(other, claim.one) ? !claim.isMore : [];
    });
    if (told.length > 0) return !told.includes(isMore);
    const led = leaders.flatMap((leader) => {
      const [first, second] = [isCalled(one, leader.name), isCalled(other, leader.name)];
      return first === second ? [] : first ? leader.isMore : !leader.isMore;
    });
    if (led.length > 0) return !led.includes(isMore);
    const [a, b] = [figureOf(text, one), figureOf(text, other)];
    return a !== undefined && b !== undefined && a.at !== b.at && a.unit === b.unit && a.value > b.value !== isMore;
  });
}

function claimsOf(text: string): Claim[] {
  return [...text.matchAll(compared)].map(({ 1: one, 2: other, 3: more }) => ({
    one: lastWord(one!),
    other: lastWord(other!),
    isMore: more !== undefined,
  }));
}

function lastWord(words: string): string {
  return lettersOf(words.replace(/^.*(?:から|ので|けど)/u, ""));
}

/** Two names of one thing: 「東」 for 「東日本」, 「西地区」 for 「西地区の受給」. */
function isCalled(a: string, b: string): boolean {
  const [short, long] = [a, b].sort((x, y) => x.length - y.length) as [string, string];
  return short !== "" && (long.startsWith(short) || (short.length >= 2 && long.includes(short)));
}

/** The figure that follows the name of a thing, or the longest beginning of it that the text has. */
function figureOf(text: string, name: string): { value: number; unit: string | undefined; at: number } | undefined {
  for (let length = name.length; length >= Math.min(2, name.length) && length > 0; length -= 1) {
    const at = text.indexOf(name.slice(0, length));
    if (at < 0) continue;
    const figure = figuresIn(text).find(({ span }) => span.start >= at + length);
    if (figure === undefined || figure.span.start > at + length + 16) return undefined;
    const between = text.slice(at + length, figure.span.start);
    if (/[。、]/u.test(between)) return undefined;
    const { value, unit, span } = figure;
    return value === undefined ? undefined : { value, unit, at: span.start };
  }
  return undefined;
}

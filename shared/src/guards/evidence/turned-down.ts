import { figuresIn, type Figure } from "../figures";
import { compareFigures } from "../figures/compare";
import { splitSentences } from "../../language";

/** 「3台は難しいですが、2台なら」: a figure that its speaker turns down, and, behind it, the one that is offered instead. */
const turnedDown =
  /([0-9][^、。0-9]{0,6}?)(?:は|では|だと|まで(?:は|だと))(?:ちょっと|さすがに|少し|とても|なかなか)?(?:難し|無理|厳し|困難|でき(?:な|ま)せ?ん?|出せ(?:な|ま)|間に合(?:わ|い)ま?)[^。]*?(?:が|けど|けれども?|ので|から|、)[^。]*?([0-9][^、。0-9]{0,6}?)(?:なら|であれば|でしたら|までなら|までは)/gu;
/** The line tells of the wish, or that it is turned down. */
const otherwise =
  /要請|要望|求め|希望|依頼|提案|質問|打診|困難|難し|無理|厳し|不可|でき(?:な|ま)|ない(?!か)|ず|のみ|だけ|にとど|に限/u;

/** True when a line tells a figure for true that its source turns down for another one: 「3台を提供できる」. */
export function tellsTurnedDown(line: string, texts: readonly string[]): boolean {
  const folded = texts.map((text) => text.normalize("NFKC"));
  const pairs = folded.flatMap((text) => [...text.matchAll(turnedDown)].map(([, no, yes]) => [no!, yes!] as const));
  if (pairs.length === 0) return false;
  return splitSentences(line).some(({ start, end }) => {
    const sentence = line.slice(start, end);
    const own = figuresIn(sentence);
    const has = (words: string): boolean =>
      figuresIn(words).some((one: Figure) => own.some((other) => compareFigures(one, other) === "same"));
    return !otherwise.test(sentence) && pairs.some(([no, yes]) => has(no) && !has(yes));
  });
}

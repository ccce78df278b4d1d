import type { Hue } from "../../guards/injection/html/hue";
import type { BodyLine } from "./body-line";
import type { Draft } from "./thread-reader";

const announced: readonly (readonly [RegExp, readonly Hue[]])[] = [
  [
    /(?:赤|朱)(?:色|い)?(?:字|文字|書き|入れ|の(?:部分|箇所)|で)|\b(?:in|the) red\b|\bred (?:text|font|below|comments?|letters)\b/iu,
    ["red"],
  ],
  [
    /青(?:色|い)?(?:字|文字|書き|の(?:部分|箇所)|で)|\b(?:in|the) blue\b|\bblue (?:text|font|below|comments?|letters)\b/iu,
    ["blue"],
  ],
  [
    /緑(?:色)?(?:字|文字|の(?:部分|箇所)|で)|\b(?:in|the) green\b|\bgreen (?:text|font|below|comments?|letters)\b/iu,
    ["green"],
  ],
  [/色(?:字|文字|付き|つき|を(?:付|つ|変)け?)|カラーで|\bin colou?r\b|\bcolou?red\b/iu, ["red", "green", "blue"]],
];
/** Answers are less than what they answer and its frame; a mail that is coloured as a whole was written so. */
const mostShare = 0.6;

/**
 * Lines of the mail that is answered which hold the answers: in the colour that the newest mail says it answers in (「以下、赤字で回答
 * します」, "my answers in red"). Empty where it says none.
 */
export function coloredAnswers(
  lines: readonly BodyLine[],
  owners: readonly (Draft | undefined)[],
  [newest, answered]: readonly Draft[],
): ReadonlySet<number> {
  if (answered === undefined || lines.every(({ hue }) => hue === undefined)) return new Set();
  const said = lines.filter((_, index) => owners[index] === newest).map(({ text }) => text);
  const words = said.join("\n");
  const hues = new Set(announced.flatMap(([pattern, named]) => (pattern.test(words) ? named : [])));
  const own = lines.flatMap(({ text }, index) => (owners[index] === answered && text.trim() !== "" ? [index] : []));
  const colored = own.filter((index) => {
    const { hue } = lines[index]!;
    return hue !== undefined && hues.has(hue);
  });
  return new Set(colored.length <= own.length * mostShare ? colored : []);
}

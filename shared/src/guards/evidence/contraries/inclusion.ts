import { areSameThing, lettersOf } from "./things";

const thing = "([^、。,.はがをも「」\\n]{1,24})";
const denied = "(?:ない|なかった|ませ|ず)";
const excluding: readonly RegExp[] = [
  new RegExp(
    `${thing}(?:について|に関して)?(?:を|は|が|も)、?(?:[^、。]{0,10}(?:から|より))?(?:除[いきくかけ]|除外|対象外|外(?:れ|す|し|さ|し)|免除|含(?:ま|め)(?:れ)?${denied}|(?:[^、。]{0,8})?対象(?:と|に)?(?:は)?(?:し|なら|なり|では(?:あり)?)${denied}|適用(?:し|され)${denied})`,
    "gu",
  ),
  new RegExp(`${thing}以外`, "gu"),
  /\b(?:except(?: for)?|excluding|other than|but not)\s+((?:\w+\s?){1,3})/giu,
  /((?:\w+\s?){1,3})\b(?:is|are|was|were)\s+(?:excluded|exempt|not (?:included|covered|eligible))/giu,
];
const including: readonly RegExp[] = [
  new RegExp(
    `${thing}(?:を|も|が|は)、?(?:含(?:む|め(?!${denied}|れ${denied})|み|まれ(?!${denied}))|加え|[^、。はがをも]{0,8}対象(?!外|から)(?!(?:と|に)?(?:は)?(?:し|なら|なり|では(?:あり)?)${denied})|適用(?:し|され)(?!${denied}))`,
    "gu",
  ),
  /\bincluding\s+((?:\w+\s?){1,3})/giu,
  /((?:\w+\s?){1,3})\b(?:is|are|was|were)\s+(?:included|covered|eligible)/giu,
];
/** Words by which a source leaves something out. */
const leavesOut =
  /除|以外|対象外|外(?:れ|す|し|さ)|含(?:ま|め)|ただし|例外|免除|別途|のみ|だけ|限|\b(?:except|exclud|other than|only|not includ|exempt|apart from|but)/iu;

/**
 * True when a line counts in what its sources leave out (対象外, を除く, 含まない), or leaves out what they count in; also when it
 * leaves something out (氏名を除き) and they leave out nothing.
 */
export function turnsInclusion(line: string, texts: readonly string[]): boolean {
  const text = texts.join("\n");
  const [out, within] = [thingsOf(text, excluding), thingsOf(text, including)];
  const has = (things: readonly string[], one: string): boolean => things.some((other) => areSameThing(other, one));
  const leftOut = thingsOf(line, excluding);
  if (leftOut.length > 0 && !leavesOut.test(text) && !/(?:ない|ません|ず)/u.test(leftOut.join(""))) return true;
  return (
    thingsOf(line, including).some((one) => has(out, one) && !has(within, one) && !has(leftOut, one)) ||
    leftOut.some((one) => has(within, one) && !has(out, one))
  );
}

function thingsOf(text: string, patterns: readonly RegExp[]): string[] {
  return patterns
    .flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1]!))
    .flatMap((words) => words.split(/と|や(?!め)|・|及び|並びに|または|又は|\band\b|\bor\b/u))
    .map((words) => words.replace(/^(?:ただし|なお|また|ただ|the|all)\s*/iu, ""))
    .filter((words) => lettersOf(words).length >= 2);
}

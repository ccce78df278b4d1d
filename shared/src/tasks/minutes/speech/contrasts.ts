/** 「XではなくY」 and its like; 「だけではなく」 adds and 「ではないか」 asks. */
const notThis =
  /(?<!だけ|のみ|ばかり|でしょう|だろう)(の|わけ)?、?(?:では?|じゃ)な(?:くて?|いで(?!しょう|す))[、,]?(?!て?(?:は|も)|な[らっ])/u;
/** How far before 「ではなく」 the word stands that does not hold. */
const furthest = 40;

/**
 * A text without what it says is not so: 「来週ではなく再来週」 is 「再来週」, "March 31, not June 30" is "March 31". What is denied alone
 * (「義務ではありません」) stays: nothing else is said in its place.
 */
export function withoutContrasted(text: string): string {
  return withoutEnglish(withoutJapanese(text));
}

function withoutJapanese(text: string): string {
  let result = text;
  for (;;) {
    const match = notThis.exec(result);
    if (match === null) return result;
    const before = result.slice(Math.max(0, match.index - furthest), match.index);
    const isClause = match[1] !== undefined;
    const word = isClause ? /[^はがを、。]*$/u.exec(before)![0] : lastPhrase(before);
    // Nothing stands before it, so that nothing is denied.
    if (word === "") return result;
    result = result.slice(0, match.index - word.length) + result.slice(match.index + match[0].length);
  }
}

/** The phrase that 「ではなく」 stands behind; the owner before の stays where it may hold for what follows. */
function lastPhrase(before: string): string {
  const phrase = /(?:(?<=は|が|を|に|、|。|へ|と|も)|^)[^はがを、。]*$/u.exec(before)?.[0] ?? "";
  const after = phrase.lastIndexOf("の");
  return after >= 1 && after < phrase.length - 1 && !/^[^の]*[全一別元前]部?の/u.test(phrase)
    ? phrase.slice(after + 1)
    : phrase;
}

const englishPhrase =
  "(?:(?:in|on|at|by|until|from|to|for|with|the|a|an|our|its)\\s+)*[A-Za-z0-9$€£,.'’%-]+(?:\\s+[A-Za-z0-9%'’-]+){0,3}?";
const english: readonly [RegExp, string][] = [
  // "not X but Y"
  [new RegExp(`\\bnot\\s+(?!only\\b|just\\b)${englishPhrase},?\\s+but\\s+(?!not\\b|only\\b|also\\b)`, "giu"), ""],
  // "Y, not X" and "Leo, not Mei, should"
  [
    new RegExp(
      `,\\s*(?:and\\s+)?not\\s+(?!all\\b|every|only\\b|yet\\b|necessarily|sure|just\\b|to mention)${englishPhrase}(?=\\s*(?:[,.;!?]|$)),?`,
      "giu",
    ),
    "",
  ],
  [
    new RegExp(
      `\\s+(?:instead of|rather than)\\s+(?!\\w+ing\\b)${englishPhrase}(?=\\s*(?:[,.;!?]|$|\\bfor\\b|\\bto\\b|\\bas\\b|\\bin\\b|\\bon\\b|\\bby\\b))`,
      "giu",
    ),
    "",
  ],
];

function withoutEnglish(text: string): string {
  return english.reduce((plain, [pattern, by]) => plain.replace(pattern, by), text);
}

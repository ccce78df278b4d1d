const denied = "(?:ない|なかった|ませ|りませ|ず)";
/** 「許可をまだ受けていない」: deeds that somebody receives. */
const received = /([\p{Script=Han}]{2})(?:(?:を|が)(?:まだ|既に|すでに)?[受得]|され)/gu;
const open = /未(?![来満成年明曾遂然だ])([\p{Script=Han}]{2})/gu;

/** True when a line tells as done what its sources call undone (未承認, 未提出), or calls undone what they tell as done. */
export function turnsUndone(line: string, texts: readonly string[]): boolean {
  const text = texts.join("\n");
  const words = new Set([...`${line}\n${text}`.matchAll(open), ...line.matchAll(received)].map(({ 1: word }) => word!));
  return [...words].some((word) => {
    const [own, given] = [sidesOf(line, word), sidesOf(text, word)];
    return own.size === 1 && given.size === 1 && [...own][0] !== [...given][0];
  });
}

/** Whether a text tells a deed as done, as not done, or both. */
function sidesOf(text: string, word: string): Set<boolean> {
  const sides = new Set<boolean>();
  for (const { 0: found } of text.matchAll(new RegExp(`未?${word}[^、。]{0,14}`, "gu"))) {
    const behind = found.replace(/^未/u, "").slice(word.length);
    if (found.startsWith("未"))
      sides.add(!new RegExp(`^[^、。]{0,6}(?:は|では)(?:あり|ござい)?${denied}`, "u").test(behind));
    else if (new RegExp(`^(?:を|が|は|も)?[^、。]{0,8}?${denied}`, "u").test(behind)) sides.add(true);
    else if (
      /^(?:済|し(?:た|まし|て(?:い|お))|され(?:た|まし|て(?:い|お))|(?:を|が)(?:[受得経終出][^、。]{0,4}?(?:た|て|まし)))/u.test(
        behind,
      )
    )
      sides.add(false);
  }
  return sides;
}

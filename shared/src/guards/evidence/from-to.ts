/** 「木から金属に変えたい」: what is given up and what comes in its place. */
const changed =
  /([^、。\sをはがも]{1,10}?)(?:から|より)、?([^、。\sをはがも]{1,10}?)(?:に|へ)(?:の)?(?:変|替|換|切り?替|移行?|転換|見直)/gu;

/** True when a line turns a change of kind round: 「金属製から木製に」 where 「木から金属に」 was said. Figures are compared elsewhere. */
export function turnsKindsRound(line: string, texts: readonly string[]): boolean {
  const said = texts.flatMap(changesIn);
  return changesIn(line).some(
    ([from, to]) =>
      said.some(([before, after]) => isKind(from, after) && isKind(to, before)) &&
      !said.some(([before, after]) => isKind(from, before) && isKind(to, after)),
  );
}

function changesIn(text: string): [from: string, to: string][] {
  return [...text.normalize("NFKC").replace(/、/gu, "").matchAll(changed)].flatMap(([, from, to]) =>
    /[0-9]/.test(`${from}${to}`) ? [] : [[bare(from!), bare(to!)] as [string, string]],
  );
}

function bare(words: string): string {
  return words.replace(/(?:製|式|型|制|方式|の?もの)$/u, "");
}

/** One of them ends with the other: 「手すりを木」, 「木」. */
function isKind(one: string, other: string): boolean {
  return one !== "" && other !== "" && (one.endsWith(other) || other.endsWith(one));
}

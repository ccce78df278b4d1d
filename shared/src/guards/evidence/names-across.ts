import { weightOf } from "./alignment";
import type { Clause, Passage, Token } from "./reading/clause";
import { Region } from "./reading/region";

/** Clauses of the sources that are looked at, so that a long one costs no more than its length. */
const mostClauses = 200;
/** How much of what is said must stand with another name, and how much more than with the name itself. */
const same = 0.6;
const margin = 0.35;

interface Named {
  clause: Clause;
  names: string[];
  region: Region;
}

/**
 * True when a Japanese line says of one foreign name what its English sources say of another: 「ガーナは留保を示し、ケニアは
 * 支持した」 where Kenya has reservations and Ghana supports. Names are found by their sound.
 */
export function givesToAnotherName(line: Passage, sources: readonly Passage[]): boolean {
  if (line.language !== "ja") return false;
  const given = sources
    .filter(({ language }) => language === "en")
    .flatMap(({ clauses }) => clauses.flatMap(namedIn))
    .slice(0, mostClauses);
  if (new Set(given.flatMap(({ names }) => names)).size < 2) return false;
  return line.clauses.some(({ tokens }) => {
    const named = tokens.filter(({ text }) => isName(text));
    const [name] = named;
    if (name === undefined || named.length > 1 || (name.role !== "topic" && name.role !== "subject")) return false;
    const told = tokens.filter((token) => token !== name && token.kind === "word" && weightOf(token) > 0);
    // Kenya and Ghana sound alike when only their consonants are heard.
    const meant = new Set(given.flatMap(({ names }) => names.filter((one) => sounds(name, one, line))));
    if (meant.size !== 1) return false;
    const isOf = ({ names }: Named): boolean => names.some((one) => meant.has(one));
    const own = given.filter(isOf);
    if (told.length === 0 || own.length === 0) return false;
    const best = (clauses: readonly Named[]): number =>
      Math.max(0, ...clauses.map(({ region }) => shareOf(told, region, line)));
    const others = best(given.filter((one) => !isOf(one)));
    return others >= same && others >= best(own) + margin;
  });
}

function namedIn(clause: Clause): Named[] {
  const names = clause.tokens.flatMap(({ text, kind, light }) =>
    kind === "word" && !light && /^[A-Z][a-z]{2,}/.test(text) ? [text] : [],
  );
  return names.length === 0 ? [] : [{ clause, names, region: new Region(clause.text, []) }];
}

function isName(text: string): boolean {
  return /^[ァ-ヴー]{2,}(?:側|政府)?$/u.test(text);
}

function sounds(token: Token, name: string, line: Passage): boolean {
  return new Region(name, []).covers(token, line.text).share >= 0.5;
}

function shareOf(told: readonly Token[], region: Region, line: Passage): number {
  const total = told.reduce((sum, token) => sum + weightOf(token), 0);
  return told.reduce((sum, token) => sum + weightOf(token) * region.covers(token, line.text).share, 0) / total;
}

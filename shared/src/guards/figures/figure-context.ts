import type { Figure } from "./figure";
import { conceptsIn } from "./context-concepts";

/** What surrounds a figure, as marks that can be compared with those of another text. */
export type FigureContext = ReadonlyMap<string, number>;

/** Characters looked at on each side, at most. */
const reach = 34;

/**
 * Reads the surroundings of a figure up to the next figures and the ends of its clause: names in Latin letters, words
 * (Japanese pairs of characters, English stems) for texts of one language, concepts and roles for two.
 */
export function contextOf(
  text: string,
  figure: Figure,
  bounds: { from: number; to: number },
  language: "ja" | "en",
): FigureContext {
  const marks = new Map<string, number>();
  const fold = (piece: string): string => piece.normalize("NFKC");
  const before = fold(text.slice(Math.max(bounds.from, figure.span.start - reach), figure.span.start));
  const after = fold(text.slice(figure.span.end, Math.min(bounds.to, figure.span.end + reach)));
  const [near, far] = [clauseBefore(before, language), clauseAfter(after, language)];
  const around = `${near} | ${far}`;
  for (const [name] of around.matchAll(/(?<![A-Za-z])[A-Z][A-Za-z]*(?![A-Za-z])/g)) {
    if (language === "ja" || !/^(?:The|In|On|Of|An|And|It|For|By|At|This|There|Mr|Ms|Yen|Million)$/.test(name))
      marks.set(`name ${name.toLowerCase()}`, 1.5);
  }
  for (const concept of conceptsIn(around.toLowerCase(), language)) marks.set(`concept ${concept}`, 0.5);
  for (const concept of conceptsIn(ownClause(near, far, language).toLowerCase(), language))
    marks.set(`concept ${concept}`, 1);
  for (const role of language === "ja" ? japaneseRoles(before, after) : englishRoles(before, after))
    marks.set(`role ${role}`, 1.2);
  for (const word of wordsIn(near, language)) marks.set(`word ${word}`, 0.5);
  for (const word of wordsIn(far, language)) marks.set(`word ${word}`, 0.5);
  return marks;
}

/** Weight of the marks that two surroundings have in common. */
export function sharedMarks(a: FigureContext, b: FigureContext): number {
  let sum = 0;
  for (const [mark, weight] of a) sum += Math.min(weight, b.get(mark) ?? 0);
  return sum;
}

/**
 * What belongs to the figure rather than to its neighbour: in Japanese the predicate behind it, not that of the clause before;
 * in English what stands before "and" behind it.
 */
function ownClause(near: string, far: string, language: "ja" | "en"): string {
  if (language === "en") return `${near} | ${far.split(/ (?:and|while|but|whereas) /)[0]!}`;
  const comma = Math.max(near.lastIndexOf("、"), near.lastIndexOf("；"), near.lastIndexOf(";"));
  // 「男性は、」 is a topic.
  const isTopic = /[はがもでの]$/.test(near.slice(0, Math.max(0, comma)));
  return `${isTopic ? near : near.slice(comma + 1)} | ${far}`;
}

function clauseBefore(before: string, language: "ja" | "en"): string {
  return language === "ja"
    ? /[^。、；;\n]*[。、；;]?[^。、；;\n]{0,2}$/.exec(before)![0]
    : /[^.;:,\n]*$/.exec(before)![0];
}

function clauseAfter(after: string, language: "ja" | "en"): string {
  return language === "ja" ? /^[^。、；;\n]*/.exec(after)![0] : /^[^.;:,\n]*/.exec(after)![0];
}

function* wordsIn(text: string, language: "ja" | "en"): Generator<string> {
  if (language === "ja") {
    for (const [run] of text.matchAll(/[一-龠々ァ-ヶー]{2,}/g))
      for (let index = 0; index + 2 <= run.length; index += 1) yield run.slice(index, index + 2);
    return;
  }
  for (const [word] of text.toLowerCase().matchAll(/[a-z]{4,}/g)) yield word.slice(0, 5);
}

function japaneseRoles(before: string, after: string): string[] {
  const roles: string[] = [];
  if (/(?:うち|内|中)[のは、]?[^、。]{0,8}$/.test(before) && !/[0-9].*$/.test(before.slice(-4))) roles.push("part");
  if (
    /^(?:の)?[^、。0-9]{0,6}(?:のうち|うち|の中|中(?!央|止|国))/.test(after) ||
    /(?:全|計|合計|総計|総数|合わせて)[^、。]{0,3}$/.test(before)
  )
    roles.push("whole");
  if (/^[^、。0-9]{0,2}(?:から|より)/.test(after)) roles.push("from");
  if (/^[^、。0-9]{0,2}(?:まで|へ|に(?:増|減|上|下|拡|縮|達|延|引|短))/.test(after)) roles.push("to");
  if (/^[^、。0-9]{0,2}(?:多い|多く|少な|増|減|上回|下回|高い|低い|上昇|低下|プラス|マイナス|の増|の減)/.test(after))
    roles.push("difference");
  if (/^[^、。0-9]{0,2}(?:当たり|あたり|につき|ごと|毎)/.test(after)) roles.push("per");
  return roles;
}

function englishRoles(before: string, after: string): string[] {
  const roles: string[] = [];
  const [left, right] = [before.toLowerCase(), after.toLowerCase()];
  if (
    /^[^.,;0-9]{0,24}(?<![a-z])of (?:the|its|their|these|those|all|a total of)?\s*$|^[^.,;0-9]{0,14} of (?:the|its|their|those|these|all)(?![a-z])/.test(
      right,
    ) ||
    /of (?:whom|which|these|them|those),? ?(?:only )?$|including (?:the )?$/.test(left)
  )
    roles.push("part");
  if (
    /(?:(?<![a-z])(?:out )?of (?:the|its|their|these|those|all)? ?|(?:total of|total|all|combined|altogether) ?)$/.test(
      left,
    )
  )
    roles.push("whole");
  if (/(?<![a-z])(?:from|since|between|beginning|starting) (?:about |the )?[$¥€£]?$/.test(left)) roles.push("from");
  if (/(?<![a-z])(?:to|until|till|through|by) (?:about |the )?[$¥€£]?$/.test(left)) roles.push("to");
  if (
    /^[^.,;0-9]{0,12}(?:more|fewer|less|higher|lower|above|below|increase|decrease|rise|drop|up|down)(?![a-z])/.test(
      right,
    ) ||
    /(?:by|up|down|increase of|decrease of|rise of|drop of|rose|fell|increased|decreased|grew|declined) [$¥€£]?$/.test(
      left,
    )
  )
    roles.push("difference");
  if (/(?:per|for every|in every|every|each|a|to the) [$¥€£]?$/.test(left)) roles.push("per");
  return roles;
}

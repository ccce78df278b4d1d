import { areSameThing } from "./things";

const noun = "([\\p{Script=Han}々\\p{Script=Katakana}ーA-Za-z]{1,10})?";
const same = new RegExp(`(?:(?<!不)同じ|同一の|同様の|従来どおりの|従来の)${noun}`, "gu");
const other = new RegExp(`(?:別の|別な|異なる|(?<!間)違う|違った|(?<!その)他の|ほかの|新しい|新たな)${noun}`, "gu");
const sameEnglish = /\bthe same ((?:\w+ ?){0,2})/giu;
const otherEnglish = /\b(?:a )?(?:different|another|new|other) ((?:\w+ ?){0,2})/giu;

/** True when a line calls another (別の, 異なる) what its sources call the same, or the other way round. */
export function turnsSameness(line: string, texts: readonly string[]): boolean {
  const text = texts.join("\n");
  return [
    [same, other],
    [other, same],
    [sameEnglish, otherEnglish],
    [otherEnglish, sameEnglish],
  ].some(([own, opposite]) =>
    [...line.matchAll(own!)].some(({ 1: thing = "" }) => {
      const alike = (word = ""): boolean =>
        thing.trim() === "" || word.trim() === "" || areSameThing(thing, word) || word === "物";
      const opposed = [...text.matchAll(opposite!)].some(({ 1: word }) => alike(word));
      return opposed && ![...text.matchAll(own!)].some(({ 1: word }) => alike(word));
    }),
  );
}

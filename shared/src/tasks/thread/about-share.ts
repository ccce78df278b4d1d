import { figuresIn } from "../../guards";
import { foldWidth } from "../../language";
import { hasFigure, subjectWords } from "../reply/answers-question";

/** Reasons stand before what is asked: 「…実施しますので、希望日時を…」. */
const reason = /^.*(?:ので|ため|ところ|ですが|ますが|おりますが|つきましては|たく)、/u;

/** Share of what a request is about that a text speaks of; the thing asked for counts three times. */
export function aboutShare(request: string, text: string): number {
  const main = request.replace(reason, "");
  const words = subjectWords(subjectWords(main).length > 0 ? main : request);
  // What the answer is given in (報告書で提出, 申込書により) stands for all that is to be in it.
  const form = formOf.exec(main)?.[1];
  if (form !== undefined && plainIncludes(text, form)) return 1;
  const topic = topicOf.exec(request)?.[1]?.split("の").at(-1);
  const object = [...main.matchAll(objectOf)].at(-1)?.[1]?.replace(generalNoun, "").replace(deedNoun, "") ?? topic;
  const last = object === undefined ? undefined : subjectWords(object).at(-1);
  const share = sharedShare(last === undefined ? words : [...words, last, last], text);
  return topic === undefined ? share : Math.max(share, 0.9 * sharedShare(subjectWords(topic), text));
}

const objectOf = /([^、。をはがに]{1,20})(?:を|の(?=[^、。をはが]{1,6}(?:を|お願い)))/gu;
/** 「更新状況」 asks how the update stands. */
const generalNoun = /の?(?:状況|有無|内容|可否|要否|予定|結果|方法|件数|理由|時期|日時)$/u;
/** 「機材の手配」 asks for 機材. */
const deedNoun = /の?(?:手配|作成|提出|送付|更新|登録|準備|提供|回答|確認|調整|報告|共有|記入|修正|整理|検討)$/u;
const topicOf = /([^、。]{2,24}?)(?:について|に関して|の件)/u;
const formOf =
  /(?:別紙|別添|添付|所定)?の?([\p{Script=Han}ァ-ヶー]{1,6}(?:書|票|表|様式|名簿|フォーム))(?:により|にて|で)/u;

function plainIncludes(text: string, words: string): boolean {
  return squeezed(text).includes(squeezed(words));
}

/** Share of words that a text has; a single kanji is often part of another word and counts less. */
export function sharedShare(words: readonly string[], text: string): number {
  const plain = squeezed(text);
  const weight = (word: string): number => (word.length === 1 ? 0.4 : 1);
  const all = words.reduce((sum, word) => sum + weight(word), 0);
  const shared = words.filter((word) => plain.includes(squeezed(word)));
  // One short word in common says nothing.
  if (all === 0 || shared.reduce((sum, word) => sum + weight(word), 0) < 1) return 0;
  return shared.reduce((sum, word) => sum + weight(word), 0) / all;
}

/** A figure of the question that the answer repeats, other than the small numbers that everything has. */
export function sharesFigure(request: string, text: string): boolean {
  const figures = figuresIn(request).filter(({ weak, text: words }) => !weak && words.length >= 3);
  return figures.some((figure) => hasFigure(text, figure.text));
}

/** A chapter, an article, a form in common. */
export function sharesPlace(request: string, text: string): boolean {
  return figuresIn(request).some(({ kind, text: words }) => kind === "article" && hasFigure(text, words));
}

export function squeezed(text: string): string {
  return foldWidth(text)
    .toLowerCase()
    .replace(/[\s。、.,?？!！]+/g, "");
}

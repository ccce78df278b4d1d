import { deed, noTask, promising } from "./action-words";
import type { SpokenSentence } from "./spoken-sentences";

/** 「予約制の試行について、島田さん、お願いします」 */
const called =
  /(?:について|に関して|の件|の議題|の報告)(?:は|も)?、?[^、。]{1,14}(?:さん|様|氏|委員|課長|部長|室長|係長|主査|主任|補佐)、?(?:から)?、?お願い(?:(?:いた)?し|でき)ます/u;
const explaining = /(?:説明|報告|紹介|お話|お知らせ|申し上げ|述べ)/u;
/** Whoever accepts a thing to do says little; who was given the word speaks on. */
const longestAcceptance = 40;

/** True where a sentence that asks somebody by name for a topic only gives the word: the one who was called then speaks of it. */
export function givesWordTo(sentences: readonly SpokenSentence[], index: number): boolean {
  const sentence = sentences[index]!;
  if (!called.test(sentence.text)) return false;
  const next = sentences.slice(index + 1).find(({ utterance }) => utterance > sentence.utterance);
  if (next === undefined || next.speaker === sentence.speaker) return false;
  const answer = sentences.filter(({ utterance }) => utterance === next.utterance).slice(0, 3);
  if (
    answer.some(({ text }) => promising.test(text) && deed.test(text) && !noTask.test(text) && !explaining.test(text))
  )
    return false;
  const words = answer.map(({ text }) => text).join("");
  return explaining.test(words) || words.length > longestAcceptance;
}

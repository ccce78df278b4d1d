import type { Action } from "./action";
import { requesting } from "./action-words";
import { dueIn } from "./due-words";
import type { SpokenSentence } from "./spoken-sentences";

const share =
  /[^、。]{1,20}?は、?([\p{Script=Han}\p{Script=Katakana}ー]{1,10}(?:さん|氏|委員|課長|係長|主査|課|係|室))(?:が|に|で)[^、。]{1,20}までに/gu;

/**
 * 「図は加藤さんが10日までに、表は森さんが12日までに作成してください」 asks two things: one for each share that has a doer and a day of its
 * own, each with the verb that stands at the end. Empty for every other sentence.
 */
export function requestsOfSeveral(sentence: SpokenSentence): Action[] {
  const { text } = sentence;
  const shares = [...text.matchAll(share)];
  const last = shares.at(-1);
  if (shares.length < 2 || last === undefined || !requesting.test(text)) return [];
  const verb = text.slice(last.index + last[0].length);
  return shares.map(([words, owner]) => {
    const said = words.replace(/^[、\s]+/u, "") + verb;
    return {
      sentences: [{ ...sentence, text: said }],
      owner: owner!,
      due: dueIn(said),
      utterances: [sentence.utterance],
      covered: [sentence],
    };
  });
}

import { asMeant } from "@genai-office/shared/tasks";
import type { Action } from "./action";
import { ownerOfRequest } from "./action-owners";
import { accepting, deed, noTask, promising, requesting, selfWords } from "./action-words";
import { dueIn } from "./due-words";
import { inPlainForm } from "./plain-form";
import type { SpokenSentence } from "./spoken-sentences";

/** A request that named nobody belongs to whoever takes it up. */
export function withTaker(action: Action, sentences: readonly SpokenSentence[]): Action {
  const last = action.sentences.at(-1)!;
  const next = sentences.find(({ utterance }) => utterance > last.utterance);
  if (next === undefined || next.speaker === last.speaker || !accepting.test(next.text)) return action;
  return { ...action, owner: next.speaker, utterances: [...new Set([...action.utterances, next.utterance])] };
}

/** 「電話番号って誰が確認するんでしたっけ」 — 「それ僕がやりますね」 */
export function takenBy(sentences: readonly SpokenSentence[], index: number): Action | undefined {
  const question = sentences[index]!;
  const answer = sentences.slice(index + 1).find(({ utterance }) => utterance > question.utterance);
  if (answer === undefined || answer.speaker === question.speaker || !selfWords.test(answer.text)) return undefined;
  return {
    sentences: [question, answer],
    owner: answer.speaker,
    due: dueIn(answer.text) || dueIn(question.text),
    utterances: [question.utterance, answer.utterance],
  };
}

/** 「いつ終わりますか」 may be asked of the rain: somebody does it only if they say so. */
const endsByItself = /いつ(?:頃|ごろ)?(?:に)?(?:終わ|完了し)/u;

function isPromise(text: string): boolean {
  const plain = inPlainForm(text);
  return promising.test(plain) && deed.test(plain) && !noTask.test(plain);
}

/** 「試算は、いつまでにできますか。」 — 「…間に合わせます。二月の第二週までには。」 */
export function promisedWhen(
  sentences: readonly SpokenSentence[],
  index: number,
  speakers: readonly string[],
): Action | undefined {
  const question = sentences[index]!;
  const next = sentences.slice(index + 1).find(({ utterance }) => utterance > question.utterance);
  if (next === undefined || next.speaker === question.speaker) return undefined;
  const replies = sentences.filter(({ utterance }) => utterance === next.utterance);
  const dated = replies.findIndex(({ text }) => dueIn(text) !== "");
  const answer = replies[dated];
  if (answer === undefined || (endsByItself.test(question.text) && !isPromise(answer.text))) return undefined;
  return {
    sentences: [question, ...replies.slice(Math.max(0, dated - 1), dated + 1)],
    owner: requesting.test(inPlainForm(answer.text))
      ? ownerOfRequest(asMeant(answer.text), answer, speakers) || question.speaker
      : next.speaker,
    due: dueIn(answer.text),
    utterances: [question.utterance, next.utterance],
  };
}

/** A date that stands alone in the same utterance (「二月の第二週までには。」), or in the answer of the one who was asked. */
export function withDueSaidNext(action: Action, sentences: readonly SpokenSentence[]): Action {
  if (action.due !== "") return action;
  const last = action.sentences.at(-1)!;
  const rest = sentences.slice(last.order + 1, last.order + 3).filter(({ utterance, speaker, text }) => {
    if (utterance === last.utterance) return !deed.test(text);
    return utterance === last.utterance + 1 && action.owner !== "" && speaker === action.owner;
  });
  for (const sentence of rest) {
    const due = dueIn(sentence.text);
    if (due === "") continue;
    return { ...action, due, utterances: [...new Set([...action.utterances, sentence.utterance])] };
  }
  return action;
}

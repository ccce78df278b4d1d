import { asMeant } from "@genai-office/shared/tasks";
import type { Action } from "./action";
import { ownerOfPromise, ownerOfRequest } from "./action-owners";
import {
  accepting,
  asksWhen,
  asksWho,
  deed,
  deedIsNamed,
  givesTheWord,
  noTask,
  procedural,
  promising,
  requesting,
  selfWords,
  setsAside,
} from "./action-words";
import { dueBefore, dueIn } from "./due-words";
import { asRevised } from "./revised-actions";
import { requestsOfSeveral } from "./requests-of-several";
import type { SpokenSentence } from "./spoken-sentences";
import { promisedWhen, takenBy, withDueSaidNext, withTaker } from "./taken-up";
import { withoutTwins } from "./twin-actions";

/** Finds what somebody promised or was asked to do, with who and when as far as it was said. */
export function findActions(sentences: readonly SpokenSentence[], speakers: readonly string[]): Action[] {
  const actions: Action[] = [];
  for (const [index, sentence] of sentences.entries()) {
    const { text } = sentence;
    if (asksWhen.test(text)) {
      const action = promisedWhen(sentences, index);
      if (action !== undefined) actions.push(action);
      continue;
    }
    if (procedural.test(withoutAcceptance(text)) || givesTheWord.test(text) || noTask.test(text)) continue;
    const due = dueIn(text);
    if (asksWho.test(text)) {
      const taken = takenBy(sentences, index);
      if (taken !== undefined) actions.push(taken);
      continue;
    }
    const several = requestsOfSeveral(sentence);
    if (several.length > 0) {
      actions.push(...several);
      continue;
    }
    if (requesting.test(text) && deedIsNamed(text)) {
      const owner = ownerOfRequest(asMeant(text), sentence, speakers);
      const request: Action = { sentences: [sentence], owner, due, utterances: [sentence.utterance] };
      actions.push(owner === "" ? withTaker(request, sentences) : request);
    } else if (
      promising.test(text) &&
      deed.test(text) &&
      (due !== "" || selfWords.test(text) || setsAside.test(text))
    ) {
      const owner = ownerOfPromise(asMeant(text), sentence, speakers);
      const said = withObject(sentences, index);
      actions.push({ sentences: said, owner, due, utterances: [...new Set(said.map(({ utterance }) => utterance))] });
    }
  }
  return asRevised(withoutTwins(actions.map((action) => withDueSaidNext(action, sentences))), sentences);
}

/** 「はい、承知いたしました。十月十五日までに…」: the acceptance is courtesy, what follows is not. */
function withoutAcceptance(text: string): string {
  return text.replace(
    /^(?:(?:はい|ええ)[、。]\s*)?(?:承知(?:いた)?しました|分かりました|わかりました|了解(?:です|しました))[、。]\s*(?=.)/u,
    "",
  );
}

/** 「来週の水曜までには作ります」 does not say what: the sentence before, of the same speaker, does. */
function withObject(sentences: readonly SpokenSentence[], index: number): SpokenSentence[] {
  const [before, sentence] = [sentences[index - 1], sentences[index]!];
  const plain = sentence.text.replace(dueBefore, "").replace(accepting, "");
  const namesWhat =
    /[\p{Script=Han}\p{Script=Katakana}A-Za-z]{2,}[^、。]{0,4}[をはも]|[\p{Script=Han}\p{Script=Katakana}]{4,}/u.test(
      plain,
    );
  const isNear =
    before !== undefined && before.speaker === sentence.speaker && sentence.utterance - before.utterance <= 1;
  return namesWhat || !isNear || before.text.length < 8 ? [sentence] : [before, sentence];
}

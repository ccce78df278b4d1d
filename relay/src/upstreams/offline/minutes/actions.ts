import { asMeant } from "@genai-office/shared/tasks";
import type { Action } from "./action";
import { ownerOfPromise, ownerOfRequest } from "./action-owners";
import {
  accepting,
  askingByDay,
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
  takesOn,
  wishing,
} from "./action-words";
import { dueBefore, dueIn, dueOfPromise } from "./due-words";
import { givesWordTo } from "./given-word";
import { inPlainForm, withoutWish } from "./plain-form";
import { asRevised } from "./revised-actions";
import { requestsOfSeveral } from "./requests-of-several";
import { deciding } from "./decision-words";
import { headsOf } from "./rulings";
import type { SpokenSentence } from "./spoken-sentences";
import { promisedWhen, takenBy, withDueSaidNext, withTaker } from "./taken-up";
import { withoutTwins } from "./twin-actions";

/** Finds what somebody promised or was asked to do, with who and when as far as it was said. */
export function findActions(sentences: readonly SpokenSentence[], speakers: readonly string[]): Action[] {
  const actions: Action[] = [];
  const heads = headsOf(sentences);
  for (const [index, sentence] of sentences.entries()) {
    const text = inPlainForm(sentence.text);
    if (asksWhen.test(text)) {
      const action = promisedWhen(sentences, index, speakers);
      if (action !== undefined) addDay(actions, action);
      continue;
    }
    const isProcedural = procedural.test(withoutAcceptance(withoutWish(sentence.text))) && dueIn(text) === "";
    if (isProcedural || givesTheWord.test(text) || noTask.test(text) || givesWordTo(sentences, index)) continue;
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
    if ((requesting.test(text) && deedIsNamed(text)) || (due !== "" && askingByDay.test(text))) {
      const owner = ownerOfRequest(asMeant(text), sentence, speakers);
      const said = namesWhat(text) ? [sentence] : withObject(sentences, index);
      const request: Action = { sentences: said, owner, due, utterances: utterancesOf(said) };
      const taken = owner === "" ? withTaker(request, sentences) : request;
      if (taken.owner !== "" || !wishing.test(text)) actions.push(taken);
    } else if (
      promising.test(text) &&
      deed.test(text) &&
      (dueOfPromise(text) !== "" ||
        selfWords.test(text) ||
        setsAside.test(text) ||
        isAskedFor(sentences, index) ||
        (takesOn.test(sentence.text) && !heads.has(sentence.speaker) && !deciding.test(text)))
    ) {
      const owner = ownerOfPromise(asMeant(text), sentence, speakers);
      const said = withObject(sentences, index);
      actions.push({ sentences: said, owner, due: dueOfPromise(text), utterances: utterancesOf(said) });
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

/** 「いつできますか」 — 「水曜には」 asks after what the one who answers has just promised, or after something new. */
function addDay(actions: Action[], answer: Action): void {
  const last = actions.at(-1);
  const isOfLast =
    last !== undefined &&
    last.due === "" &&
    last.owner === answer.owner &&
    answer.utterances[0]! - last.utterances.at(-1)! <= 1;
  if (!isOfLast) actions.push(answer);
  else {
    actions[actions.length - 1] = {
      ...last,
      due: answer.due,
      utterances: [...new Set([...last.utterances, ...answer.utterances])],
      covered: [...(last.covered ?? last.sentences), ...answer.sentences],
    };
  }
}

/** True where somebody else asked right before whether it can be done, or who does it. */
function isAskedFor(sentences: readonly SpokenSentence[], index: number): boolean {
  const sentence = sentences[index]!;
  const before = sentences
    .slice(Math.max(0, index - 3), index)
    .findLast(({ utterance }) => utterance < sentence.utterance);
  return (
    before !== undefined &&
    before.speaker !== sentence.speaker &&
    sentence.utterance - before.utterance <= 1 &&
    (requesting.test(before.text) ||
      /(?:いただく|お願いする|もらう)[^。]*か。?$|いただけ(?:ます|ません)か|いただける(?:の|ん)で(?:す|しょう)か|(?:もらえ|頼め)[^。]*か。?$/u.test(
        before.text,
      ))
  );
}

function utterancesOf(sentences: readonly SpokenSentence[]): number[] {
  return [...new Set(sentences.map(({ utterance }) => utterance))];
}

/** True for a sentence that says what is to be done, and not only that it is. */
function namesWhat(text: string): boolean {
  const plain = text
    .replace(dueBefore, "")
    .replace(accepting, "")
    .replace(/^(?:大?至急|早急に|速やかに|直ちに|すぐに?)、?/u, "");
  return (
    /[\p{Script=Han}\p{Script=Katakana}A-Za-z]{2,}[^、。]{0,4}[をはもが]|[\p{Script=Han}\p{Script=Katakana}]{4,}/u.test(
      plain,
    ) || /[A-Za-z]{3,}/u.test(plain)
  );
}

/** Sentences and utterances before a promise in which what it is about may stand. */
const sentencesBack = 4;
const utterancesBack = 2;

/**
 * 「来週の水曜までには作ります」 does not say what: a sentence before does, of the same speaker or of who asked (「計画を紙で
 * もらえますか」).
 */
function withObject(sentences: readonly SpokenSentence[], index: number): SpokenSentence[] {
  const sentence = sentences[index]!;
  if (namesWhat(inPlainForm(sentence.text))) return [sentence];
  for (let at = index - 1; at >= Math.max(0, index - sentencesBack); at -= 1) {
    const before = sentences[at]!;
    if (sentence.utterance - before.utterance > utterancesBack) break;
    const isOwn = before.speaker === sentence.speaker;
    const isAsked = asksFor(before.text);
    if (
      (isOwn || isAsked) &&
      before.text.length >= 8 &&
      (namesWhat(before.text) || (!isOwn && /さんに/u.test(before.text) && requesting.test(before.text)))
    )
      return [before, sentence];
  }
  return [sentence];
}

function asksFor(text: string): boolean {
  return requesting.test(text) || /(?:か|ね|よ|が|けど|けれども)[。？?]?$|[？?]$/u.test(text.trim());
}

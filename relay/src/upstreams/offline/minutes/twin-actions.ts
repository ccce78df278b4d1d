import { contentWords } from "@genai-office/shared/language";
import { mayBeSame } from "@genai-office/shared/tasks";
import { asksWhen } from "./action-words";
import type { Action } from "./action";

/** Utterances within which a request is taken up. */
const takenUpWithin = 3;

/** What is asked for and then promised is one thing to do: with the promise's date, in the promise's words where they name it. */
export function withoutTwins(actions: readonly Action[]): Action[] {
  const kept: Action[] = [];
  for (const action of actions) {
    const twin = kept.findIndex((other) => isTakenUp(other, action));
    if (twin < 0) {
      kept.push(action);
      continue;
    }
    const request = kept[twin]!;
    const fresh = action.sentences.filter((sentence) => !request.sentences.includes(sentence));
    const asksOnlyWhen = asksWhen.test(request.sentences[0]!.text) && request.sentences[0]!.text.length < 20;
    const isWhole =
      asksOnlyWhen ||
      (fresh.length === action.sentences.length && sharedShare(wordsOf(request), wordsOf(action)) >= 0.6);
    kept[twin] = {
      sentences: isWhole ? action.sentences : [...request.sentences, ...fresh],
      owner: request.owner === "" || mayBeSame(request.owner, action.owner) ? action.owner : request.owner,
      due: action.due === "" ? request.due : action.due,
      utterances: [...new Set([...request.utterances, ...action.utterances])],
    };
  }
  return kept;
}

function isTakenUp(request: Action, promise: Action): boolean {
  const distance = promise.utterances[0]! - request.utterances.at(-1)!;
  if (distance < 0 || distance > takenUpWithin) return false;
  if (request.owner !== "" && promise.owner !== "" && !mayBeSame(request.owner, promise.owner)) return false;
  const [reply] = promise.sentences;
  // 「承知いたしました。次回までに提出いたします。」 takes up what was asked right before, in whatever words.
  const isReply = distance === 1 && reply!.speaker !== request.sentences[0]!.speaker && request.utterances.length === 1;
  if (
    isReply &&
    request.due === "" &&
    promise.due !== "" &&
    promise.sentences.length === 1 &&
    !/[をは]/u.test(reply!.text.replace(/^(?:はい|ええ)[、。]?/u, ""))
  )
    return true;
  if (request.utterances.includes(reply!.utterance)) return true;
  const [asked, promised] = [wordsOf(request), wordsOf(promise)];
  const [short, long] = asked.size <= promised.size ? [asked, promised] : [promised, asked];
  return sharedShare(short, long) >= 0.5;
}

function wordsOf(action: Action): Set<string> {
  const owner = new Set(contentWords(action.owner));
  return new Set(action.sentences.flatMap(({ text }) => contentWords(text)).filter((word) => !owner.has(word)));
}

function sharedShare(words: ReadonlySet<string>, others: ReadonlySet<string>): number {
  return words.size === 0 ? 0 : [...words].filter((word) => others.has(word)).length / words.size;
}

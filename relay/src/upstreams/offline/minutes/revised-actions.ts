import { declines } from "@genai-office/shared/tasks";
import type { Action } from "./action";
import { accepting, promising, selfWords } from "./action-words";
import { datesIn, dueIn, withoutDue } from "./due-words";
import type { SpokenSentence } from "./spoken-sentences";

/** Utterances within which a thing to do is still spoken of. */
const spokenOfWithin = 5;
/** Utterances after which nobody speaks of it any more. */
const goesOnWithin = 2;
const corrects =
  /訂正|に変更|に延ば|前倒し|変わらず|そのまま|失礼|すみません|申し訳|いや、|いえ、|やはり|やっぱり|\b(?:sorry|make (?:that|it)|correction|actually)\b/iu;
const settles = /(?:まで|期限|締切|締め切り)[^。]*(?:ください|お願い|願います|します|いいです|結構|もらい|いただき)/u;
const asks = /[？?か]。?\s*$/u;

/**
 * Actions as the meeting left them: the day that was named last is the day, whoever took a thing up after another declined does
 * it, and what was only said again is no second thing to do.
 */
export function asRevised(actions: readonly Action[], sentences: readonly SpokenSentence[]): Action[] {
  const left = [...actions].sort((a, b) => a.sentences[0]!.order - b.sentences[0]!.order);
  const revised: Action[] = [];
  while (left.length > 0) {
    const action = left.shift()!;
    const rest = sentences.filter(
      ({ order, utterance }) =>
        order > action.sentences[0]!.order &&
        utterance - action.utterances.at(-1)! <= spokenOfWithin &&
        !action.sentences.some((own) => own.order === order),
    );
    const { action: now, used } = followed(action, rest, new Set(left.flatMap((other) => other.sentences)));
    revised.push(now);
    for (const other of left.filter(({ sentences: said }) => said.every((one) => used.has(one)))) {
      left.splice(left.indexOf(other), 1);
    }
  }
  return revised;
}

/** Reads on from an action until something else is spoken of. */
function followed(
  action: Action,
  rest: readonly SpokenSentence[],
  others: ReadonlySet<SpokenSentence>,
): { action: Action; used: Set<SpokenSentence> } {
  const [first] = action.sentences;
  let { owner, due } = action;
  let declined = "";
  const used = new Set<SpokenSentence>();
  const takers: SpokenSentence[] = [];
  const take = (sentence: SpokenSentence): void => {
    used.add(sentence);
    lastUtterance = sentence.utterance;
  };
  let lastUtterance = action.utterances.at(-1)!;
  for (const sentence of rest) {
    if (sentence.utterance - lastUtterance > goesOnWithin) break;
    const { text, speaker } = sentence;
    const bare = !namesAnother(text, action);
    const isOwner = owner !== "" && isOf(owner, speaker);
    if (isOwner && declines(text) && datesIn(text).length < 2 && !promising.test(withoutOpening(text))) {
      if (!/まで(?:でも|なら)/u.test(text)) declined = owner;
      take(sentence);
      continue;
    }
    if (declined !== "" && speaker !== first!.speaker && !isOf(declined, speaker)) {
      const takes = selfWords.test(text) || (accepting.test(text) && promising.test(text));
      if (takes && bare && !asks.test(text)) {
        owner = speaker;
        due = dueIn(text) || due;
        declined = "";
        takers.push(sentence);
        take(sentence);
        continue;
      }
    }
    if (!bare) {
      if (others.has(sentence)) break;
      continue;
    }
    if (/期限は(?:特に)?(?:決め|定め|設け|あり)/u.test(text)) take(sentence);
    const said = dueIn(text) || (corrects.test(text) || settles.test(text) ? (datesIn(text).at(-1) ?? "") : "");
    const isParty = speaker === first!.speaker || isOf(owner, speaker);
    if (
      said !== "" &&
      isParty &&
      !asks.test(text) &&
      (due === "" || corrects.test(text) || settles.test(text) || isOwner)
    ) {
      due = said;
      take(sentence);
    } else if (takers.length > 0 && isOf(owner, text) && /お願い|頼/u.test(text)) take(sentence);
  }
  // Nobody does what was declined, as long as nobody else takes it up.
  if (declined !== "") owner = "";
  if (used.size === 0) return { action, used };
  const said = [...action.sentences, ...takers].flatMap((sentence, index) => {
    const kept = dueIn(sentence.text) === due ? sentence.text : withoutDue(sentence.text);
    // 「（九月十八日までに）作成します」 says nothing without its day.
    if (index > 0 && kept !== sentence.text && !/[をは]/u.test(kept)) return [];
    return [{ ...sentence, text: withoutName(kept, action.owner, owner) }];
  });
  const utterances = [...new Set([...action.utterances, ...[...used].map(({ utterance }) => utterance)])];
  return {
    action: { sentences: said, owner, due, utterances, covered: [...(action.covered ?? action.sentences), ...used] },
    used,
  };
}

/** True for a sentence that names something else to do than the action. */
function namesAnother(text: string, action: Action): boolean {
  const named = withoutOpening(withoutDue(text)).match(
    /[\p{Script=Han}\p{Script=Katakana}A-Za-z]{2,}(?=[^、。]{0,2}(?:を|は|については))/gu,
  );
  const own = action.sentences.map((sentence) => sentence.text).join("");
  return (named ?? []).some(
    (word) => !own.includes(word) && !/^(?:期限|締切|提出|私|僕|当課|こちら)/u.test(word) && datesIn(word).length === 0,
  );
}

function withoutOpening(text: string): string {
  return text.replace(
    /^(?:(?:あ|では|それでは|じゃあ|それなら|はい|ええ|いや|いえ|失礼(?:しました)?|すみません|承知(?:いた)?しました|分かりました|わかりました|了解です)[、。\s]*)+/u,
    "",
  );
}

/** A name may be called with a title: 「村井さん」 and the speaker 「村井典子」. */
function isOf(owner: string, text: string): boolean {
  const bare = owner.replace(/(?:さん|氏|委員|係長|課長|主査)$/u, "");
  return bare !== "" && (text.includes(bare) || owner.includes(text));
}

/** 「佐藤さん、名簿を作ってもらえますか」 without the one who does not do it. */
function withoutName(text: string, was: string, is: string): string {
  if (was === "" || was === is) return text;
  const surname = was.replace(/さん$/u, "").split(/[\s\u3000（(]/u)[0]!;
  return [was, `${was}さん`, `${surname}さん`].reduce((plain, name) => plain.split(`${name}、`).join(""), text);
}

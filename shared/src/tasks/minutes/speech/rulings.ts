import { figuresIn, isSettling, type Figure } from "../../../guards";
import { splitSentences } from "../../../language";
import { asks, withoutOpening } from "./answers";
import { letterPairs, likenessOf } from "./letter-pairs";
import { putOff } from "./put-off";

/** A sentence in which the meeting settles something, or leaves it for later. */
export interface Ruling {
  /** Index of its utterance. */
  place: number;
  sentence: string;
  /** Letters of what it is about; empty where it does not say. */
  topic: ReadonlySet<string>;
  /** What the thing is to be: 「外注」 of 「チラシは外注にします」; empty where no single word tells. */
  value: string;
  /** Those that stand behind the topic: 「第2期計画」 is another plan, no other value. */
  figures: readonly Figure[];
  putsOff: boolean;
  /** Places of earlier rulings that it takes back. */
  revises: readonly number[];
}

const topicOf =
  /^((?!それ|これ|そちら|この|その|本件|そう|私)[^、。]{2,30}?)(?:の件)?(?:につきましては|については|に関しては|[はも](?![なずる])|、)|^(?:the )?([\w\s-]{3,40}?) (?:is|are|was|will be|will|moves? to|stays?|goes?)\b/iu;
const valueOf =
  /([\p{Script=Han}々ヶ\p{Script=Katakana}ーA-Za-z0-9０-９]{2,20})(?:のみ|だけ)?(?:と|に|で)(?:する(?:こと|方針)|(?:いた)?します|しましょう|決定|いき(?:ます|ましょう)|合意|決め|決まり|しよう|確定|お願い)|([\p{Script=Han}々ヶ\p{Script=Katakana}ーA-Za-z]{2,20})で[^、。はがを]{1,8}(?:こと(?:に|と)|ます)/u;
/** 「方針で確定とします」: no value. */
const noValue = /^(?:確定|決定|方針|こと|対象|条件|前提|中止|保留|継続審議|次回|予定|お願い|結論|本日|今日|今回)$/u;
/** What takes back what was settled before. */
const revising =
  /(?:先ほど|さきほど|さっき|先の|今の|前の)[^。]{0,24}(?:改め|撤回|取り消|取消|なし(?:で|に)|変更|変え|やめ|訂正|白紙|なしで)|やっぱり|やはり|あきらめ|諦め|に変更|変更(?:し|で|と)|前倒し(?:し|で|に|でき)|\b(?:scrap|revers(?:e|ing)|we(?:['’]ll| will) change (?:that|it)|let['’]s change|tak(?:e|ing) (?:that|it) back|change of plan|on second thought|forget what)\b/iu;
/** 「先ほどの決定を改めまして、」 */
const takingBack = /^[^、。]{0,24}(?:改め|撤回|取り消|取消|変更|訂正)[^、。]{0,8}、/u;
/** Earlier rulings that a revision is compared with. */
const mostEarlier = 60;
/** Words that point back without naming anything. */
const pointsBack =
  /先ほど|さきほど|さっき|先の|今の|前の|撤回|\b(?:scrap|revers|take (?:that|it) back|change (?:that|it)|forget|said|earlier)/iu;
/** Utterances before a revision that tell what it speaks of. */
const spokenOfWithin = 6;

/** Everything that the meeting settles or puts off, in its order. Linear in the number of utterances. */
export function rulingsOf(texts: readonly string[]): Ruling[] {
  const rulings: Ruling[] = [];
  texts.forEach((text, place) => {
    const isRevision = revising.test(text);
    for (const { start, end } of splitSentences(text)) {
      const sentence = text.slice(start, end);
      if (asks(sentence)) continue;
      const putsOff = putOff(sentence)?.later === true && !/見送/u.test(sentence);
      if (!putsOff && !isSettling(sentence) && !(isRevision && revising.test(sentence))) continue;
      const plain = withoutOpening(withoutOpening(sentence).replace(takingBack, ""));
      const found = topicOf.exec(plain);
      const valued = valueOf.exec(plain);
      const value = valued?.[1] ?? valued?.[2] ?? "";
      const near = texts.slice(Math.max(0, place - spokenOfWithin), place + 1).join("\n");
      rulings.push({
        place,
        sentence,
        topic: letterPairs(found?.[1] ?? found?.[2] ?? ""),
        value: noValue.test(value) ? "" : value,
        figures: figuresIn(plain.slice(found === null ? 0 : found[0].length)).filter(({ weak }) => !weak),
        putsOff,
        revises: isRevision && !putsOff ? revisedBy(sentence, near, rulings, place) : [],
      });
    }
  });
  return rulings;
}

/** The earlier ruling that a revision speaks of: of those most like it the last. */
function revisedBy(sentence: string, near: string, earlier: readonly Ruling[], place: number): number[] {
  const [own, around] = [letterPairs(sentence), letterPairs(near)];
  let best: { place: number; likeness: number } | undefined;
  for (const ruling of earlier.slice(-mostEarlier)) {
    if (ruling.place >= place || ruling.putsOff) continue;
    const said = letterPairs(ruling.sentence);
    // 「先ほどのは撤回して」 speaks of what was talked about last; any other revision names its thing.
    const likeness = likenessOf(said, own) + (pointsBack.test(sentence) ? likenessOf(said, around) : 0);
    if (likeness >= 0.25 && likeness >= (best?.likeness ?? 0)) best = { place: ruling.place, likeness };
  }
  return best === undefined ? [] : [best.place];
}

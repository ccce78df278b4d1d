import { splitSentences } from "../../../language";

/** What an utterance begins with before it says anything. */
const opening =
  /^(?:(?:はい|ええ|いえ|いや|いいえ|うーん|そうですね|なるほど|では|それでは|じゃあ|それなら|分かりました|わかりました|えーと|えー|まあ|well|no|yes|ok|okay|right|so|then)(?:[、,。.\s\u3000]+|$))+/iu;
/** What tells, before its particle, what a sentence is about. */
const topicOf =
  /^(.{2,40}?)(?:の件)?(?:ですが|ですけ(?:ど|れども?)|でございますが|につきましては|については|に関しては|について|に関して|[はもがを](?![なずる]))/u;
/** 「それは…」, 「この件は…」: what was said before. */
const anaphor = /^(?:それ|これ|そちら|こちら|その件|この件|本件|そこ|あれ)(?:について)?(?:は|も|を|なら)、?/u;
/** An answer that leaves undone or puts off, and need not say what. */
const declining =
  /見送|取りやめ|取り止め|やめ(?:て|ま|と)|やめる|中止(?:に|と|し)|断念|先送り|保留|持ち帰|持ち越|継続(?:審議|協議|検討)|次回(?:に|へ)|(?:やり|し|行い|実施し|いり|入れ|要り|つけ|設け)ません|(?:やら|し|行わ|いら|設け)ない|不要|必要(?:は|も)?(?:ない|ありません)|棚上げ/u;
const decliningEnglish =
  /\b(?:decided against|drop|skip|cancel|postpone|defer|put (?:it|that|this) off|not (?:this year|now|yet|do|doing)|let['’]s not|won['’]t|will not|leave (?:it|that|this) out|no need)\b|^no\b/iu;
/** An answer longer than this tells what it is about. */
const longestAnswer = 30;

/** An utterance from where it says something. */
export function withoutOpening(text: string): string {
  return text.replace(opening, "");
}

/** True for an utterance that ends by asking. */
export function asks(text: string): boolean {
  return /(?:か|かね|どう|いかが)[。？?\s」）)]*$|[?？]\s*$/u.test(text.trim());
}

/** What the last sentence of an utterance asks about; undefined where it names nothing. */
export function topicIn(text: string): string | undefined {
  const [first] = sentences(text).slice(-1);
  const plain = withoutOpening(first ?? "").replace(/^(?:次に|続いて|あと|それと|それから)、?/u, "");
  const topic = topicOf.exec(plain)?.[1];
  return topic === undefined || anaphor.test(plain) ? undefined : topic;
}

/**
 * An answer that says by itself what it is about: 「それは見送りましょう」 behind 「海外の調査はどうしますか」 is 「海外の調査は見送り
 * ましょう」. Undefined where it already does, or where it declines nothing.
 * @param before the utterance it answers
 */
export function completedAnswer(answer: string, before: string): { text: string; declines: boolean } | undefined {
  if (/[ぁ-んァ-ヶ一-龠]/u.test(answer)) return completedJapanese(answer, before);
  return completedEnglish(answer, before);
}

function completedJapanese(answer: string, before: string): { text: string; declines: boolean } | undefined {
  const topic = topicIn(before) ?? topicOf.exec((sentences(before)[0] ?? "").replace(opening, ""))?.[1];
  if (topic === undefined) return undefined;
  const plain = answer.replace(opening, "");
  const [first = ""] = sentences(plain);
  const declines = declining.test(first);
  const rest = plain.slice(first.length);
  if (anaphor.test(first)) return { text: `${topic}は${first.replace(anaphor, "")}${rest}`, declines };
  if (!declines || first.length > longestAnswer) return undefined;
  const own = topicOf.exec(first)?.[1];
  // 「今年はやりません」 narrows when, and not what.
  if (own !== undefined && !/^(?:今[年回月度]|今年度|当面|本年度?|来年度?|現時点で|私|一旦|いったん)$/u.test(own))
    return undefined;
  return { text: `${topic}は${first}${rest}`, declines };
}

const proposed = /(?:^|[.?!,]\s*)(?:should|shall|can|could|do|will|would) we (?:also )?([^?]{4,80})\?/iu;
const askedAbout = /\b(?:what|how) about ([^?]{4,80})\?/iu;

function completedEnglish(answer: string, before: string): { text: string; declines: boolean } | undefined {
  if (!decliningEnglish.test(answer) || !/\?\s*$/.test(before)) return undefined;
  const act = proposed.exec(before)?.[1];
  const thing = askedAbout.exec(before)?.[1] ?? /\b(?:the|our|a|an)\s+[\w\s-]{3,50}$/iu.exec(act ?? "")?.[0];
  const plain = answer.replace(opening, "");
  const told = thing === undefined ? plain : plain.replace(/\b(?:it|that|this)\b/iu, thing);
  const denied = act === undefined || !/^no\b/iu.test(answer) ? "" : ` We will not ${act}.`;
  return { text: `${told}${denied}`, declines: true };
}

function sentences(text: string): string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}

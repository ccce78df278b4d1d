import type { Transcript } from "./transcript";

/** What ends a polite sentence; recognisers write no 「。」. */
const polite = /です|ます|ました|ません|でした|でしょう|ください|下さい|ましょう/gu;
/** What people say to each other, and hardly anybody writes in a memo. */
const oral =
  /それでは、?|(?<!\p{L})では、|ですね|ますね|ですよ|(?:です|ます)けど|でしょうか|(?:です|ます)か(?=[。？?\s]|$)|ましょう|はい、|うん、|ええと|えっと|えー|あのー|そうですね|なるほど|と(?:思い|(?:考えて|認識して|伺って|承知して)(?:おり|い)|存じ)ます|異議|ご意見|ご質問|よろしい|いかが|(?<!\p{L})私[はがもかの]|だよね|だね|じゃあ|でございま|ところです|て(?:まい|参)り|だよ(?:ね|。)|かな(?:。|？)|じゃん|だっけ|よね(?:。|？)|うーん/gu;
const oralEnglish =
  /\b(?:okay|ok|yeah|uh|um|let's|let us|i think|i(?:'m| am)|i(?:'ll| will)|thank you|thanks|welcome|any questions|shall we|you know|we've|well,|so,|right,|agreed)\b|\?/giu;
const english = /\b(?:i|i'm|i'll|we|we'll|we're|we've|let's|you|us|my|our|me)\b/giu;

/** Lines that only letters and notices have. */
const letter = /^[\s\u3000]*(?:各位|記|(?:関係)?(?:各|御)?(?:課長|課|機関|部局)(?:各位|御中)|拝啓|敬具)[\s\u3000]*$/mu;

/** Characters for each polite ending, and for each word that is only said. Measured on talk, with room: written reports have a third of it. */
const perEnding = 150;
const perOralWord = 800;
const perCasualWord = 100;
/** Polite endings, or "I" and "we", from which on they tell by themselves. */
const certain = 3;
/** Words for each "I", "we" or "you" in English talk. */
const perPronoun = 25;

/**
 * False for a text in which nobody speaks: it names no speaker, has no times, and its sentences are not said but written (a memo, a
 * report, a list). What has speakers, or times as captions and recognisers write them, is speech; so is long talk without either.
 * Of languages other than Japanese and English sentences are enough.
 */
export function holdsSpeech({ format, utterances }: Pick<Transcript, "format" | "utterances">): boolean {
  if (utterances.length === 0) return false;
  if (format !== "text" && format !== "docx") return true;
  if (utterances.some(({ speaker, start }) => speaker !== null || start !== null)) return true;
  const text = utterances.map((utterance) => utterance.text).join("\n");
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) {
    const [endings, words] = [count(polite), count(oral)];
    // Among colleagues people talk without them.
    if (!isTalk(endings, text.length / perEnding)) return words >= Math.max(certain, text.length / perCasualWord);
    // Who wrongly turns away a meeting does worse than who takes a polite text for one and says that nobody is named.
    return isTalk(words, text.length / perOralWord) || (endings >= certain && !letter.test(text));
  }
  if (count(/[a-z]/giu) * 2 < text.length) return count(/[。．！？.!?]/gu) >= 2;
  const pronouns = count(english);
  if (!isTalk(pronouns, text.split(/\s+/u).length / perPronoun)) return false;
  return isTalk(count(oralEnglish), text.length / perOralWord) || pronouns >= certain;
}

/** One such word may stand anywhere. */
function isTalk(found: number, least: number): boolean {
  return found >= Math.max(2, least);
}

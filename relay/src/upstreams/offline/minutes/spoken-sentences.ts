import { splitSentences } from "@genai-office/shared/language";
import { speakerOf } from "@genai-office/shared/tasks";
import type { Block } from "@genai-office/shared/vocabulary";
import type { Breather } from "../breather";

/** A sentence of the transcript, in the speaker's own words. */
export interface SpokenSentence {
  /** Place among all sentences. */
  order: number;
  /** Index of its utterance in the step. */
  utterance: number;
  speaker: string;
  text: string;
}

/** Speech recognition often sets no 。; such a stretch is cut where a polite verb ends. */
const longestSentence = 160;
/** Where recognition sets a space for the end of a sentence. */
const pause =
  /(?<=(?:です|ます|ました|でした|ません|でしょう|ましょう|ください)(?:ね|よ|よね|か|かね)?)[ \u3000]+(?=[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}])/u;
/** What a speaker says while thinking; it is cut off the beginning, never out of the middle. */
const filler =
  /^(?:(?:えーっと|ええっと|えーと|ええと|えっと|えー|ええ|あのー|あの|そのー|まあ|まぁ|うーん|んー|はい|そうですね|なんか|um|uh|er|well|so)(?:[、,。.…\s\u3000]+|(?=えー|あのー))|[\s\u3000…]+)+/iu;
const typedSpeaker = /^[\s\u3000]*(?:[○◯〇●◎][\s\u3000]*[^\s\u3000。、「：:]{1,24}[\s\u3000：:]+)/u;
/** Shorter sentences say something only together with the next one. */
const shortestAlone = 12;

/** A sentence of courtesy, which no other sentence needs. */
const courtesy =
  /^(?:(?:はい|ええ)[、。]\s*)?(?:はい|ええ|承知(?:いた)?しました|分かりました|わかりました|了解(?:です|しました|いたしました)|(?:よろしく)?お願い(?:いた)?します|ありがとうございま(?:す|した)|以上です|(?:大変)?申し訳(?:ございません|ありません)|(?:大変)?失礼(?:いた)?しました|すみません|そうですね|なるほど)[。．、\s]*$/u;

/** A sentence that corrects the one before stands for itself. */
const takesBack = /^\s*(?:あ、|あっ、)?(?:いや|いえ|失礼|すみません|訂正|sorry|correction)[、。,.しで]/iu;

/** Cuts a transcript into sentences; every text is a stretch of one utterance as it stands. */
export async function spokenSentences(blocks: readonly Block[], breather: Breather): Promise<SpokenSentence[]> {
  const sentences: SpokenSentence[] = [];
  for (const [utterance, block] of blocks.entries()) {
    if (breather.due()) await breather.rest();
    const speaker = speakerOf(block);
    for (const text of stretches(block.text.replace(typedSpeaker, ""))) {
      sentences.push({ order: sentences.length, utterance, speaker, text });
    }
  }
  return sentences;
}

function stretches(text: string): string[] {
  const pieces = splitSentences(text).flatMap(({ start, end }) => text.slice(start, end).split(pause).flatMap(cutLong));
  const joined: string[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (
      last !== undefined &&
      last.trim().length < shortestAlone &&
      !/[？?か]。?\s*$/u.test(last) &&
      !courtesy.test(last.trim()) &&
      !takesBack.test(piece)
    ) {
      joined[joined.length - 1] = last + piece;
    } else joined.push(piece);
  }
  return joined
    .map((piece) =>
      piece
        .replace(/\s*[\r\n\v\u2028\u2029]+\s*/g, "")
        .replace(filler, "")
        .trim(),
    )
    .filter((piece) => /[\p{L}\p{N}]{2}/u.test(piece));
}

function cutLong(sentence: string): string[] {
  if (sentence.length <= longestSentence) return [sentence];
  const clauses = sentence.match(
    /[^]+?(?:(?:です|ます|ました|でした|ません|でしょう|ください)(?:ね|よ|よね|か|けど|けれども|が|ので|し)?(?:[、,\s]+|(?=[^\s。、かねよがけのし]))|$)/gu,
  ) ?? [sentence];
  const pieces: string[] = [];
  for (const clause of clauses) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length < 30) pieces[pieces.length - 1] = last + clause;
    else pieces.push(clause);
  }
  return pieces;
}

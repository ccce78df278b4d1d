import { splitSentences } from "../../language";
import type { Block } from "../../vocabulary";
import { announcing, asking, asksSomething, formula, listMark } from "../reply/find-questions";
import { newestWords } from "../reply/newest-words";
import { addresseeOf } from "./addressee";
import { findDues, type FoundDue } from "./find-dues";

/** Something one mail asks: a question, or something to do, with its deadline as far as the mail states one. */
export interface FoundRequest {
  /** Its sentence, without list marks and line breaks. */
  text: string;
  /** Id of the mail. */
  blockId: string;
  /** Its own deadline, or the one the mail sets for its answer; left out where there is none. */
  due?: FoundDue;
  /** Who the sentence itself asks, where it names somebody: 「施設課におかれましては…」, "Ken, could you…". */
  addressee?: string;
}

/** Longer mails are questionnaires. */
const mostRequests = 40;
const longestRequest = 300;

/** Any deed may be asked for; what asks is the ending. */
const deedAsked =
  /(?:て|で)(?:ください|下さい|くださ(?:い|る|れ|います)|いただけ|頂け|いただき(?:たい|たく|ます(?:よう|と))|いただく(?:必要|よう|こと)|頂き(?:たい|たく|ますよう)|もらえ|もらう(?:必要|よう|こと)|もらい(?:たい|たく)|ほしい|欲しい)|(?:を|は|も|に|へ|まで|にて|の上)、?[^。、]{0,14}(?:お願い(?:し|いた|致|申|でき)|願い(?:ます|たい|たく)|願えます)|(?:御|ご|お)[\p{L}]{1,8}(?:ください|下さい|くださいま|願い(?:ます|たい|たく)|いただ(?:けま|けれ|けます|きた|きますよう|ける|けない)|頂(?:けま|けれ|きた|きますよう|ける))|(?:意見|回答|有無|内容|状況|所見)[^。]{0,12}を?(?:照会(?:し|いた|致|申)|お(?:伺い|尋ね)(?:し|いた|致|申))|[\p{Script=Han}]{2,4}(?:を|の程|のほど)?(?:ください|下さい|願います|願えますか)|していただ(?:きた|け)|してもら(?:え|い)|(?:提出|送付|回答|報告|登録|記入|連絡|申請|返送)(?:の上[^。]{0,14})?(?:願います|のこと|すること|を要します)。?$/u;
/** What the writer has done, received or will do. */
const ownDeed =
  /(?:いただ|頂|くださ|下さ)(?:いた|き|きました|いまして|きまして)[^。]{0,8}(?:ありがと|有難|感謝|恐縮|御礼|お礼|助かりました)|(?:さ|せ)て(?:いただ|頂)(?:き|く|い)(?!た(?:い|く)[^。]{0,10}(?:よろし|でしょうか))|(?:いただ|頂)きました。?$|(?:いただ|頂)いて(?:おり|い)ます|お気軽に|(?:ございましたら|ありましたら|あれば|場合は?)[^。]{0,14}(?:お気軽|いつでも)|お待ち(?:ください|下さい)|(?:お時間|御?猶予|時間|日数)を(?:少々|しばらく)?(?:ください|下さい|いただ|頂)|ご?(?:了承|容赦|承知おき|査収|安心|理解)(?:ください|下さい|願)|(?:依頼|お願い|照会|指示|要請)(?:が|を)(?:あり|受け|いただ)|なければ(?:回答|連絡|返信)?(?:は)?不要/u;
const englishAsked =
  /\b(?:please|kindly)\s+(?:also\s+|then\s+)?(?!find|see|do not|don['’]t|note|accept|be advised|refer|feel|let me thank)[a-z]+|\b(?:could|can|would|will)\s+you\b[^.?!]{0,20}\b[a-z]+|\b(?:I|we)\s+(?:would\s+)?(?:need|ask|request|expect)\s+(?:you|your)\b|\byou are (?:kindly )?(?:requested|asked|invited) to\b|\b(?:grateful|obliged|appreciated?|helpful)\b[^.?!]{0,20}\bif\b|\bif you could\b|^@?[A-Z][a-z]+(?:,| -| –|:) (?:please|can|could|would|will)\b/iu;
const englishNamed = /\b(?:could|can|would)\s+(?!you\b|we\b|I\b|the\b|be\b)[A-Z][a-z]+\b[^.?!]{0,20}\b[a-z]+[^.!]*\?/u;
const englishOwn =
  /\b(?:feel free|do(?:n['’]t| not) hesitate|if you have any|please find|please see|can you believe|thank you for)\b/iu;

/** A sentence that only says by when an answer is wanted: its deadline is that of what else the mail asks. */
const answerOnly =
  /^(?:(?:お忙しい|恐縮|恐れ入|お手数|大変|急|勝手|短期間|以上|つきまして|また|なお|これら|上記|下記|本件|この件|いずれも|併せて|あわせて|可能であれば|できれば|できましたら)[^。]{0,40}?[、がはば]|\s)*(?:[^。、をがは]{0,30}(?:まで(?:に(?:は)?|の間に)?|迄に|中に|以内に|必着で))、?(?:[^。、をが]{0,10}(?:あて|宛て?|へ|に))?(?:(?:御|ご|お)?(?:回答|返事|返信|返答|連絡|知らせ|教示|教え|願い)[^。]{0,30})。?$/u;
const answerDue = /(?:(?:回答|返信|返事|提出)?(?:の)?(?:期限|期日|締め?切り?日?|〆切り?))(?:は|\s*[:：]|\s|\u3000)/u;
const englishAnswerOnly =
  /^(?:could you |can you |would you |please |kindly |we (?:would )?(?:need|appreciate)[^.]{0,20} |I (?:would )?appreciate[^.]{0,20} )*(?:please )?(?:to )?(?:let (?:me|us) know|know|reply|respond|answer|send (?:me|us) your (?:answers?|reply|response)|(?:your |a )?(?:reply|response|answers?))\b[^.?!]{0,12}\b(?:by|before|until|no later than|not later than)\b[^;]{0,40}[.?!]?$|^(?:the )?deadline\b|^(?:we|I) (?:would )?need (?:to know|(?:your |an? )?(?:answers?|reply|response))\b[^.?!]{0,12}\b(?:by|before)\b/iu;

/** 「３点教えてください。」 is asked by the points behind it. */
const pointsFollow = /[0-9０-９一二三四五六七八九十]+[点件つ](?:ほど)?[、\s]?(?:教|お|ご|御|確認|質問|伺)/u;

/** 「次の点を教えてください」, 「以下について御回答願います」: what is asked stands in the list behind it. */
const listFollows =
  /(?:次|以下|下記|左記)の?(?:[0-9０-９一二三四五六七八九十]*[点件つ]|事項|こと|項目|もの|内容|各点)?(?:を|に?ついて|に関して|につき)|\bthe following\b[^.]*:?$|:$/iu;
/** 「来週中で構いません。」 */
const dueAlone =
  /^(?:遅くとも|できれば|期限は|締め?切りは)?[^、。]{1,20}(?:まで)?で(?:構いません|結構です|大丈夫です|お願い(?:し|いた)ます)。?$/u;

/** 「ア　回数」 */
const letterMark = /^[ア-ンａ-ｚ][\u3000\s]+/u;

interface Sentence {
  text: string;
  asks: boolean;
  isAnswerOnly: boolean;
  announces: boolean;
  dues: FoundDue[];
  isDueLine: boolean;
  /** It begins with the mark of a list. */
  isItem: boolean;
  /** It stands on the line of the sentence before it. */
  goesOn: boolean;
}

/**
 * What one mail asks of its readers, in order, each once, with deadlines; what it quotes of earlier mails is not read, and
 * courtesies ask nothing. A deadline set for the answer as a whole (「１０日までに御回答ください」, 「回答期限：…」) is that of every request
 * without one of its own; the sentence that sets it is a request only where it stands alone.
 * @param written day of the mail, YYYY-MM-DD; tells what 来週 is
 */
export function findRequests(block: Pick<Block, "id" | "text">, written?: string): FoundRequest[] {
  const sentences = sentencesIn(newestWords(block.text), written);
  takeItems(sentences);
  const asked = sentences.filter(({ asks }) => asks);
  const own = asked.filter(({ isAnswerOnly }) => !isAnswerOnly);
  const requests = (own.length === 0 ? asked : own).filter(
    ({ announces, dues }, index, all) =>
      !(announces && (dues.length === 0 || all[index + 1]?.isItem) && index < all.length - 1),
  );
  const general = generalDues(sentences, own.length === 0 ? [] : asked.filter(({ isAnswerOnly }) => isAnswerOnly));
  const seen = new Set<string>();
  return requests
    .flatMap((sentence): FoundRequest[] => {
      if (seen.has(sentence.text)) return [];
      seen.add(sentence.text);
      const due = sentence.dues[0] ?? dueBehind(sentence, sentences, general);
      const addressee = addresseeOf(sentence.text);
      return [
        {
          text: sentence.text.slice(0, longestRequest),
          blockId: block.id,
          ...(due === undefined ? {} : { due }),
          ...(addressee === undefined ? {} : { addressee }),
        },
      ];
    })
    .slice(0, mostRequests);
}

/** True for a sentence that asks its reader something or for something. */
export function isRequest(sentence: string): boolean {
  if (sentence.length < 4) return false;
  if (/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(sentence)) {
    if (ownDeed.test(sentence) && !asking.test(sentence)) return false;
    return asksSomething(sentence) || (deedAsked.test(sentence) && !formula.test(sentence));
  }
  if (englishOwn.test(sentence)) return false;
  return (
    asksSomething(sentence) ||
    englishAsked.test(sentence) ||
    englishNamed.test(sentence) ||
    englishAnswerOnly.test(sentence)
  );
}

function sentencesIn(text: string, written: string | undefined): Sentence[] {
  return splitSentences(text).flatMap(({ start, end }) => {
    const line = text.slice(start, end).trimStart();
    const plain = line
      .replace(/\s*[\r\n\v\u2028\u2029]+\s*/g, "")
      .replace(listMark, "")
      .replace(letterMark, "")
      .trim();
    if (plain === "") return [];
    const dues = findDues(plain, written);
    const asks = isRequest(plain);
    return [
      {
        text: plain,
        asks,
        isAnswerOnly: asks && dues.length > 0 && (answerOnly.test(plain) || englishAnswerOnly.test(plain)),
        announces: announcing.test(plain.slice(0, longestRequest)) || pointsFollow.test(plain.slice(0, longestRequest)),
        dues,
        goesOn: start > 0 && !/[\r\n]/.test(gapBefore(text, start)),
        isDueLine: !asks && dues.length > 0 && plain.length <= 60 && (answerDue.test(plain) || dueAlone.test(plain)),
        isItem: listMark.test(line) || letterMark.test(line),
      },
    ];
  });
}

/** Items of a list that an asking sentence announces are asked as well, although they are no sentences (「イ　割増しの有無」). */
function takeItems(sentences: readonly Sentence[]): void {
  sentences.forEach((sentence, index) => {
    if (!sentence.asks || !listFollows.test(sentence.text.slice(0, longestRequest))) return;
    const end = sentences.findIndex((other, place) => place > index && !other.isItem);
    const items = sentences.slice(index + 1, end < 0 ? undefined : end);
    if (items.length === 0) return;
    sentence.announces = true;
    for (const item of items) {
      item.asks = true;
      if (item.dues.length === 0) item.dues = sentence.dues;
    }
  });
}

/** White space around the beginning of a sentence. */
function gapBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - 20), start);
  const behind = text.slice(start, start + 20);
  return before.slice(before.trimEnd().length) + behind.slice(0, behind.length - behind.trimStart().length);
}

/** Deadlines for the answer as a whole; a line that sets a date anew (延長) names the one that counts last. */
function generalDues(sentences: readonly Sentence[], answers: readonly Sentence[]): Sentence[] {
  return sentences.filter((sentence) => sentence.isDueLine || answers.includes(sentence));
}

/** The deadline that stands behind a request (「期限は３日です。」), or the one for the mail as a whole. */
function dueBehind(
  request: Sentence,
  sentences: readonly Sentence[],
  general: readonly Sentence[],
): FoundDue | undefined {
  const next = sentences[sentences.indexOf(request) + 1];
  if (next?.isDueLine === true) return next.dues[0];
  // 「更新をお願いします。期限は３日です。」 on one line sets the deadline of that alone.
  const whole = general.filter((line) => {
    const before = sentences[sentences.indexOf(line) - 1];
    return !(line.isDueLine && line.goesOn && before?.asks === true);
  });
  return new Set(whole.map(({ dues }) => dues[0]?.words)).size === 1 ? whole[0]?.dues[0] : undefined;
}

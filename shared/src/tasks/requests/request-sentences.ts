import { foldWidth } from "../../language";
import { askingOf, type Asking } from "./asks";
import { cutMail, type CutSentence } from "./cut-mail";
import { findDues, type FoundDue } from "./find-dues";
import { plainSentence } from "./list-marks";

/** A sentence of a mail with what tells whether, how and by when it asks. */
export interface RequestSentence extends Omit<CutSentence, "start"> {
  asking: Asking | undefined;
  /** It asks for nothing but an answer to what else the mail asks, by a day. */
  isAnswerOnly: boolean;
  /** What is asked stands behind it. */
  announces: boolean;
  dues: FoundDue[];
  /** It asks nothing and sets a deadline. */
  isDueLine: boolean;
  /** It asks only of some, or beside what the mail asks: 「留意事項　該当がない場合も御連絡ください」. */
  isBeside: boolean;
  /** It sets the deadline anew. */
  isAnew: boolean;
}

/** Longer sentences are no sentences of people: what tells of them stands at their beginning. */
const longest = 300;

/** A sentence that only says by when an answer is wanted: its deadline is that of what else the mail asks. */
const answerOnly =
  /^(?:(?:お忙しい|御?多忙|ご多忙|恐縮|恐れ入|お手数|大変|急|勝手|短期間|以上|つきまして|また|なお|これら|上記|下記|本件|この件|いずれも|併せて|あわせて|可能であれば|可能でしたら|できれば|できましたら)[^。]{0,40}?[、がはば]|\s)*(?:[^。、をがは]{0,30}(?:まで(?:に(?:は)?|の間に)?|迄に|中に|以内に|必着で))、?(?:[^。、をが]{0,10}(?:あて|宛て?|へ|に))?(?:(?:御|ご|お)?(?:回答|返事|返信|返答|連絡|知らせ|教示|教え|願い|返し)[^。]{0,30}|(?:いただけ|頂け|いただき|頂き|もらえ|ください|下さい|くださ|頂戴)[^。、]{0,24}|(?:いただけ|頂け|もらえ|頂戴でき)(?:れば|ますと|ると|ましたら)、[^。]{0,30}(?:間に合|助か|幸|あり?がた|有難|嬉し|うれし|対応でき|反映)[^。]{0,8})。?$/u;
const answerDue =
  /(?:(?:回答|返信|返事|提出|登録|報告)?(?:の)?(?:期限|期日|締め?切り?日?|〆切り?))(?:】|\]|］|）|\))?(?:は|\s*[:：]|\s|\u3000|[0-9０-９令])/u;
const englishAnswerOnly =
  /^(?!.*\b(?:whether|which|who|what|how|if)\b)(?:could you |can you |would you |please |kindly |we (?:would )?(?:need|appreciate)[^.]{0,20} |I (?:would )?appreciate[^.]{0,20} )*(?:please )?(?:to )?(?:let (?:me|us) know|know|reply|respond|answer|send (?:me|us) your (?:answers?|reply|response)|(?:your |a )?(?:reply|response|answers?))\b[^.?!]{0,12}\b(?:by|before|until|no later than|not later than)\b[^;]{0,60}[.?!]?$|^(?:we|I) (?:would )?need (?:to know|(?:your |an? )?(?:answers?|reply|response))\b[^.?!]{0,12}\b(?:by|before|no later than|not later than)\b/iu;
const englishDue = /^(?:the |our )?deadline\b|\bdeadline (?:for|is)\b/iu;

/** 「来週中で構いません。」 */
const dueAlone =
  /^(?:遅くとも|できれば|期限は|締め?切りは)?[^、。]{1,20}(?:まで)?で(?:構いません|結構です|大丈夫です|お願い(?:し|いた)ます)。?$/u;
/** 「２　回答期限」: the day stands on the next line. */
const dueHeading =
  /^[【［\[(（]?(?:御?回答|提出|登録|報告|返信|返送|申込み?|応募|意見提出|回答の?提出)?の?(?:期限|期日|締め?切り?日?|〆切り?)(?:日時|等)?[】］\])）]?[:：]?$/u;

/** 「回答期限：12月3日必着でお願いします」 */
const dueLabel =
  /^[【［\[(（]?(?:御?回答|提出|登録|報告|返信|返送|申込み?|応募)?の?(?:期限|期日|締め?切り?日?|〆切り?)[】］\])）]?(?:\s*[:：]|[\s\u3000]+)/u;
/** 「３　提出方法」 */
const wayHeading =
  /^[【［\[(（]?(?:御?回答|提出|登録|報告|返信|返送|申込み?|応募)の?(?:方法|先|様式|要領)[】］\])）]?[:：]?$/u;

/** 「提出物：調査票」, 「３　提出先　防災課」: such lines say how, where and by when, and ask nothing more. */
const labelled =
  /^[【［\[(（〇○]?(?:(?:御?回答|提出|登録|報告|返信|返送|送付|申込み?|応募|照会|依頼|作業|調査|対象|記入|参加|開催|実施)?の?(?:物|書類|資料|方法|先|様式|要領|期限|期日|締め?切り?日?|〆切り?|日時|場所|内容|事項|対象|件名|担当|範囲|期間|部数|形式|時点|趣旨|目的|概要)|提出物|宛先|送付先|連絡先|問い?合わせ先|担当者?|備考|留意(?:事項|点)|注意(?:事項|点)|その他|参考(?:資料)?|添付(?:資料|ファイル)?|会場|議題|様式|根拠|経緯)[】］\])）]?(?:\s*[:：]|[\s\u3000]+)(?=\S)/u;
/** What is asked only of some, or beside what the mail asks. */
const beside =
  /^(?:(?:留意|注意)(?:事項|点)|備考|その他|なお|また|ただし|おって|追って)[、:：\s\u3000]|^[^。]{0,24}(?:場合(?:は|に?も|には|、)|際(?:は|には)|ときは)/u;
/** 「提出期限を…に延長します」 */
const anew =
  /(?:期限|期日|締め?切り?日?|〆切り?)[^。]*(?:延長|変更|延期|繰り?[下上]げ|前倒し|改め|延ば|順延|再設定|修正|訂正|見直)/u;

/** 「提出方法：電子メールで送付してください」 */
const wayLabel =
  /^[【［\[(（]?(?:御?回答|提出|登録|報告|返信|返送|申込み?|応募|送付)の?(?:方法|先|様式|要領)[】］\])）]?(?:\s*[:：]|[\s\u3000]+)\S/u;

/** 「次の２点について」 announces the questions that follow. */
const announcing = /(?:次|以下|下記|左記)の|[0-9０-９一二三四五六七八九十]+点(?:について|を|ほど)|the following/iu;
/** 「３点教えてください。」 is asked by the points behind it. */
const pointsFollow = /[0-9０-９一二三四五六七八九十]+[点件つ](?:ほど)?[、\s]?(?:教|お|ご|御|確認|質問|伺)/u;
/** 「次の点を教えてください」, 「以下について御回答願います」: what is asked stands in the list behind it. */
const listFollows =
  /(?:次|以下|下記|左記)の?(?:[0-9０-９一二三四五六七八九十]*[点件つ]|事項|こと|項目|もの|内容|各点|[^。、を]{0,6}(?:作業|対応|手続き?|業務|分担|役割|準備|書類|資料|とおり|通り))?(?:を|で|に?ついて|に関して|につき|、)|\bthe following\b[^.]*:?$|:$/iu;

/**
 * The sentences of a mail's own words; deadlines that stand below their heading are due lines, and items of a list that an asking
 * sentence announces ask too, although they are no sentences (「イ　割増しの有無」).
 */
export function requestSentences(words: string, written: string | undefined): RequestSentence[] {
  const sentences = cutMail(words).map(({ text, line, isItem, goesOn }): RequestSentence => {
    const dues = findDues(text, written);
    const asking = askingOf(text);
    const head = text.slice(0, longest);
    return {
      text,
      line,
      isItem,
      goesOn,
      asking,
      dues,
      isAnswerOnly:
        asking !== undefined &&
        dues.length > 0 &&
        (answerOnly.test(head) || englishAnswerOnly.test(head) || dueLabel.test(head)),
      isBeside: beside.test(head),
      isAnew: dues.length > 0 && anew.test(head),
      announces: announcing.test(head) || pointsFollow.test(head),
      isDueLine:
        asking === undefined &&
        dues.length > 0 &&
        (englishDue.test(head) ||
          (text.length <= 60 && (answerDue.test(head) || dueAlone.test(head))) ||
          (text.length <= 100 && anew.test(head))),
    };
  });
  takeDueSections(sentences, written);
  takeItems(sentences);
  takeWays(sentences);
  return sentences;
}

/**
 * Below the heading 「２　提出期限」 stand the day for all that is asked, or days for the items by their numbers: 「（１）及び（２）：
 * ５月２２日（金）１７時」.
 */
function takeDueSections(sentences: readonly RequestSentence[], written: string | undefined): void {
  sentences.forEach(({ text }, index) => {
    if (text.length > 20 || !dueHeading.test(text)) return;
    for (const line of sentences.slice(index + 1)) {
      const dues = line.asking === undefined ? findDues(`期限：${lastOf(line.line)}`, written) : [];
      if (dues.length === 0) return;
      const numbers = numbersOf(line.line.split(/[:：]/)[0]!);
      const items = sentences.slice(0, index).filter((item) => numbers.has(firstNumber(item.line)));
      if (numbers.size > 0 && items.length > 0) {
        for (const item of items) if (item.dues.length === 0) item.dues = dues;
      } else {
        line.dues = dues;
        line.isDueLine = true;
      }
    }
  });
}

const number = /[（(]\s?([0-9０-９]{1,2}|[ア-ン])\s?[)）]|([①-⑳])/gu;

function numbersOf(text: string): Set<string> {
  return new Set([...foldWidth(text.slice(0, longest)).matchAll(number)].map((match) => match[1] ?? match[2]!));
}

/** The number that a list sets before an item; "" for none. */
function firstNumber(line: string): string {
  const match = /^[\s\u3000]*(?:[（(]\s?([0-9０-９]{1,2}|[ア-ン])\s?[)）]|([①-⑳]))/u.exec(line);
  return match === null ? "" : foldWidth(match[1] ?? match[2]!);
}

/** What stands behind the numbers of items. */
function lastOf(line: string): string {
  const parts = line.slice(0, longest).split(/[:：](?![0-9０-９])/);
  return plainSentence(parts.at(-1)!);
}

/** 「３　提出方法」: what stands below tells how, and asks nothing more where the mail asks something else. */
function takeWays(sentences: readonly RequestSentence[]): void {
  sentences.forEach((sentence, index) => {
    const { text } = sentence;
    const below = sentences[index + 1];
    if (text.length <= 16 && wayHeading.test(text) && below?.asking === "asks") below.asking = "weakly";
    if (wayLabel.test(text) && sentence.asking === "asks" && sentence.dues.length === 0) sentence.asking = "weakly";
  });
}

function takeItems(sentences: readonly RequestSentence[]): void {
  sentences.forEach((sentence, index) => {
    if (sentence.asking === undefined || !listFollows.test(sentence.text.slice(0, longest))) return;
    const end = sentences.findIndex((other, place) => place > index && !other.isItem);
    const items = sentences
      .slice(index + 1, end < 0 ? undefined : end)
      .filter(({ text, asking, isDueLine }) => asking !== undefined || !(isDueLine || labelled.test(text)));
    if (items.every(({ isBeside }) => isBeside)) return;
    sentence.announces = true;
    for (const item of items) {
      item.asking = "asks";
      if (item.dues.length === 0) item.dues = sentence.dues;
    }
  });
}

import { splitSentences } from "../../language";
import type { Block } from "../../vocabulary";
import { newestWords } from "./newest-words";

/** What a mail asks of its reader: a question, or something to do. */
export interface MailQuestion {
  /** Its sentence, without list marks and line breaks. */
  text: string;
  blockId: string;
}

/** More than this is a questionnaire, which a mail does not answer. */
const mostQuestions = 40;
const longestQuestion = 300;

/** Marks and numbers that a list sets before its items. */
export const listMark =
  /^[\s\u3000]*(?:(?:[・●○◯■□◆◇▪•‣＊*–—-]|[(（]?(?:[0-9０-９]{1,2}|[ア-ン]|[a-zａ-ｚ])[)）.．、]|(?:[0-9０-９]{1,2})(?=[\s\u3000])|[①-⑳]|(?:質問|問|Q)\s*[0-9０-９]{0,2}\s*(?:[.．:：、)）]|(?<=[0-9０-９])(?=[\s\u3000])))[\s\u3000]*)+/u;
/** 〜でしょうか, 〜ますか, 〜いただけますか, 〜ありますか, and anything that ends in a question mark. */
export const asking =
  /(?:でしょうか|ましょうか|ますか|ませんか|ですか|でしたか|ましたか|のか|だろうか|ないか|いかが|どう(?:か|です)|可能か|可否)[。．.\s]*$|[？?][」』）)]?\s*$/u;
/** Asks for an answer or a deed in the form of a request. */
const requesting =
  /(?:[ごご御お]?(?:教示|教授|回答|返答|返信|答え|知らせ|聞かせ|連絡|確認|提出|送付|共有|報告|検討|対応|調整|記入|準備|手配|参加|出席|提供|協力|送り|教え|指定|選択|登録|修正|作成)[^。]{0,16}?(?:ください|下さい|くださいます|いただ(?:けれ|き|ける|けま|きた)|頂[きけ]|願い|願え|お願い|ほしい|幸い|存じます|願います))/u;
const deadline = /(?:まで(?:に)?|期限|締切|締め切り|〆切)[^。]{0,40}(?:ください|下さい|お願い|願い|いただ|頂)/u;
/** Formulas that ask nothing. */
export const formula =
  /(?:お元気|いかがお過ごし|ご健勝|お変わり)|(?:いただ|頂|くださ|下さ|賜)[^。、]{0,6}、?[^。、]{0,10}(?:ありがとう|有難う|感謝|恐縮|御礼|お礼)|^(?:[^。]{0,24})?(?:どうぞ|何卒|なにとぞ|引き続き|今後とも|以上)?[、\s]*(?:よろしく|宜しく)(?:、?(?:ご|御)?(?:検討|対応|協力|確認|査収|指導)(?:の?(?:ほど|程|上))?)?(?:、?よろしく)?(?:お願い(?:いたし|致し|申し上げ|し)(?:ます|たく)?)|(?:ご|御)(?:査収|了承|容赦|自愛|放念|承知おき|安心|理解)(?:のほど|の程|の上)?(?:[、\s]*(?:よろしく|お願い|ください|いただ|賜))|(?:不明|ご質問|疑問)な?(?:点|こと)[^。]{0,20}(?:ございましたら|ありましたら|あれば)|お気軽に|遠慮なく/u;
/** Announces the questions that follow. */
export const announcing =
  /(?:次|以下|下記|左記)の|[0-9０-９一二三四五六七八九十]+点(?:について|を|ほど)|the following/iu;

const englishAsking = /\?["')\]]?\s*$/;
const englishRequesting =
  /\b(?:please|kindly|could you|can you|would you|I(?:'d| would) (?:like|appreciate)|we(?:'d| would) (?:like|appreciate)|let (?:me|us) know)\b.*\b(?:know|confirm|advise|tell|send|provide|share|reply|respond|answer|submit|explain|clarify|review|update|return|complete|attend|arrange|check)\b/i;
const englishFormula =
  /\b(?:how are you|hope (?:this|you)|feel free|do not hesitate|don['’]t hesitate|if you have any (?:questions|concerns)|please find attached|please see attached)\b/i;

/** Sentences of one mail that ask something of its reader, in order, each once; quoted earlier mails are not read. */
export function findQuestions(block: Pick<Block, "id" | "text">): MailQuestion[] {
  const text = newestWords(block.text);
  const found: { text: string; announces: boolean }[] = [];
  for (const { start, end } of splitSentences(text)) {
    const sentence = text
      .slice(start, end)
      .replace(/\s*[\r\n\v\u2028\u2029]+\s*/g, "")
      .replace(listMark, "")
      .trim();
    if (!asksSomething(sentence)) continue;
    found.push({ text: sentence.slice(0, longestQuestion), announces: announcing.test(sentence) });
  }
  const questions = found.filter(
    // 「次の２点について御教示ください。」 is asked by the two points behind it.
    ({ announces }, index) => !(announces && found.slice(index + 1).some((later) => !later.announces)),
  );
  return [...new Set(questions.map((question) => question.text))]
    .slice(0, mostQuestions)
    .map((question) => ({ text: question, blockId: block.id }));
}

/** True for a sentence that asks something or asks for something. */
export function asksSomething(sentence: string): boolean {
  if (sentence.length < 4) return false;
  if (/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(sentence)) {
    const withoutFormula = formula.test(sentence) && !asking.test(sentence) && !deadline.test(sentence);
    if (withoutFormula || /お元気|いかがお過ごし|お変わり/.test(sentence)) return false;
    return asking.test(sentence) || requesting.test(sentence) || deadline.test(sentence);
  }
  if (englishFormula.test(sentence)) return false;
  return englishAsking.test(sentence) || englishRequesting.test(sentence);
}

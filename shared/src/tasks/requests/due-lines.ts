import { foldWidth } from "../../language";
import { wantsAnswerBy } from "./english-answers";
import { findDues } from "./find-dues";
import { plainSentence } from "./list-marks";
import type { RequestSentence } from "./request-sentences";

/** A sentence that only says by when an answer is wanted: its deadline is that of what else the mail asks. */
const answerOnly =
  /^(?:(?:お忙しい|御?多忙|ご多忙|恐縮|恐れ入|お手数|大変|急|勝手|短期間|以上|つきまして|また|なお|これら|上記|下記|本件|この件|いずれも|併せて|あわせて|可能であれば|可能でしたら|できれば|できましたら)[^。]{0,40}?[、がはば]|(?:ご|御)?(?:回答|返信|返事|連絡)(?:は|につきましては|については)、?|\s)*(?:[^。、をがは]{0,30}(?:まで(?:に(?:は)?|の間に)?|迄に|中に|以内に|必着で))、?(?:[^。、をが]{0,10}(?:あて|宛て?|へ|に))?(?:(?:御|ご|お)?(?:回答|返事|返信|返答|連絡|知らせ|教示|教え|願い|返し)[^。]{0,30}|(?:いただけ|頂け|いただき|頂き|もらえ|ください|下さい|くださ|頂戴)[^。、]{0,24}|(?:いただけ|頂け|もらえ|頂戴でき)(?:れば|ますと|ると|ましたら)、[^。]{0,30}(?:間に合|助か|幸|あり?がた|有難|嬉し|うれし|対応でき|反映)[^。]{0,8})。?$/u;
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
/** 「提出期限を…に延長します」 */
const anew =
  /(?:期限|期日|締め?切り?日?|〆切り?)[^。]*(?:延長|変更|延期|繰り?[下上]げ|前倒し|改め|延ば|順延|再設定|修正|訂正|見直)/u;

/** True for a sentence with a deadline that asks for nothing but an answer by it. @param head its beginning */
export function asksAnswerOnly(head: string): boolean {
  return answerOnly.test(head) || englishAnswerOnly.test(head) || wantsAnswerBy(head) || dueLabel.test(head);
}

/** True for a sentence with a deadline that sets it anew. */
export function setsAnew(head: string): boolean {
  return anew.test(head);
}

const longestDueLine = 60;
const longestAnew = 100;

/** True for a sentence with a deadline that asks nothing and sets it for others. */
export function setsDue(head: string, length: number): boolean {
  return (
    englishDue.test(head) ||
    wantsAnswerBy(head) ||
    (length <= longestDueLine && (answerDue.test(head) || dueAlone.test(head))) ||
    (length <= longestAnew && anew.test(head))
  );
}

/** Longer sentences are no sentences of people: what tells of them stands at their beginning. */
const longest = 300;

/**
 * Below the heading 「２　提出期限」 stand the day for all that is asked, or days for the items by their numbers: 「（１）及び（２）：
 * ５月２２日（金）１７時」.
 */
export function takeDueSections(sentences: readonly RequestSentence[], written: string | undefined): void {
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

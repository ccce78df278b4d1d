import { foldWidth } from "../../language";
import type { Span } from "../../vocabulary";
import { resolveDay } from "./resolve-day";

/** A deadline as a text states it. */
export interface FoundDue extends Span {
  /** As it is written, without まで: 「１１月１０日（火）１７時」, "Friday, 16 October". */
  words: string;
  /** The day it means, YYYY-MM-DD, where that is certain. */
  date?: string;
}

const digits = "[0-9]{1,2}";
const weekday = "(?:\\s*[(（]?[月火水木金土日](?:曜日?)?[)）]|\\s*[月火水木金土日]曜日?(?![にのまを]?会議))?";
const time =
  "(?:\\s*の?(?:正午|(?:午前|午後)?\\s*[0-9]{1,2}(?:時(?:[0-9]{1,2}分|半)?|:[0-9]{2})|昼|朝一番?|朝|夕方|午前中?|午後|(?:業務)?終[業了]時?|閉庁時?|始業時?|定時|COB|EOD|いっぱい|中))?";
const year = "(?:(?:令和|平成|R)\\s*[0-9元]{1,2}[年.]|20[0-9]{2}[年/.-])?\\s*";
const day = `(?:令和|R)\\s*[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{1,2}|${year}(?:${digits}月\\s*(?:${digits}日|末日?|[上中下]旬|中)|${digits}/${digits}(?![0-9/]))|20[0-9]{2}[-.]${digits}[-.]${digits}`;
const near =
  "(?:今月|来月|再来月|翌月)の?\\s*(?:[0-9]{1,2}日|末日?|[上中下]旬|中)|(?:今週|来週|再来週|翌週)の?(?:[月火水木金土日]曜日?|[月火水木金](?=まで|中|迄)|末|半ば|中頃|前半|後半|中)?|明後日|あさって|明日|明朝|明晩|あした|本日|今日|今晩|今夜|翌日|(?:週|連休|休み|年|月)明け(?:の[月火水木金]曜日?)?|週(?:初め|末)|月末|年度末|今年度(?:末|中|内)|年内|年末|(?:[^\\s、。をにはがのでへ]{1,12}の?)?(?:前日|当日|翌日|前々日)|[月火水木金]曜日?|次回(?:の?[^\\s、。をにはが]{1,8})?|[0-9]{1,2}日(?!間|後|目|以内)";
const within = "[0-9]{1,3}(?:日|週間|か月|ヶ月|営業日)以内|(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?:日|週間)後";
const moment = `(?:${day}|${near}|${within})${weekday}${time}`;

const before =
  "(?:期限|期日|締め?切り?日?|〆切り?日?|提出日|回答日|必着日)(?:日時)?[】\\]］)）]?(?:\\s*は|\\s*を|\\s*[:：は]|\\s)?\\s{0,4}(?:遅くとも)?";
const after =
  "\\s*(?:[(（【][^()（）【】]{1,8}[)）】])?\\s*(?:頃|ごろ|くらい|ぐらい)?(?:を?(?:目途|目処|めど)(?:に|として|で)|まで|迄|必着|で(?:構いません|結構です|大丈夫です)|締め?切り?|〆切り?|〆|を?期限|が期限|厳守|中に|のうちに|には?(?:必着|間に合)|(?<=以内)に?|(?<=中|いっぱい|朝一番?)[にで])";

/** 「期限を12月3日から12月10日に延長します」 */
const anew = `(?:期限|期日|締め?切り?日?|〆切り?日?|提出日|回答日)[^。\\n]{0,30}?(?<due>${moment})(?:まで)?(?:に|へ|と)、?(?:再)?(?:延長|変更|延期|繰り?下げ|繰り?上げ|前倒し|改め|延ば|順延|設定|修正|訂正|見直)`;
/** 「（今週中）」, 「年内に」 */
const span = "(?:今週|来週|今月|来月|本日|今日|今晩|今夜|明日|年内|今年度|当日|[0-9]{1,2}日)中?";
const japanese = [
  new RegExp(anew, "gu"),
  new RegExp(`(?<due>${moment})${after}`, "gu"),
  new RegExp(`${before}(?<due>${moment})`, "gu"),
  new RegExp(`(?<due>${span})(?<=中|年内)(?=[)）、。\\s]|に|$)`, "gu"),
];

const month =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const weekdayName = "(?:mon|tues?|weds?|wednes|thurs?|fri|satur|sun)(?:day)?";
const ordinal = "[0-9]{1,2}(?:st|nd|rd|th)?";
const englishDay = `(?:(?:${weekdayName},?\\s+)?(?:the\\s+)?(?:${ordinal}\\s+(?:of\\s+)?${month}|${month}\\s+${ordinal}(?![0-9]|:[0-9]))(?:,?\\s+20[0-9]{2})?|20[0-9]{2}-[0-9]{2}-[0-9]{2}|(?:next|this|coming)\\s+(?:${weekdayName}|week|month)|(?:the\\s+)?end\\s+of\\s+(?:the\\s+|this\\s+|next\\s+)?(?:day|week|month|year|business|${month})(?:\\s+on\\s+${weekdayName})?|the day after tomorrow|tomorrow|today|${weekdayName}\\b|[0-9]{1,2}/[0-9]{1,2}(?:/20[0-9]{2})?(?![0-9/]))`;
/** "17:00 (CET)", "5 p.m.", "noon" */
const englishTime =
  "(?:(?:noon|midnight|[0-9]{1,2}(?:[:.][0-9]{2})?\\s*[ap]\\.?m\\b\\.?|[0-9]{1,2}:[0-9]{2}(?:\\s*(?:hrs|hours)\\b)?)(?:\\s*(?:\\(\\s*)?(?:[CEW]ES?T|[JKBH]ST|[ECMP][SD]T|GMT|UTC|(?:local|Tokyo|Japan)\\s+time)\\b(?:\\s*\\))?)?)";
const count = "(?:[0-9]{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen)";
/** "COB", "close of business on" before the day */
const businessEnd = "(?:(?:close of business|COB|EOD)(?:\\s+on|,)?\\s+)?";
const english = [
  new RegExp(
    `\\b(?<due>within\\s+(?:the\\s+next\\s+)?${count}\\s+(?:working\\s+|business\\s+|calendar\\s+)?(?:hours?|days?|weeks?|months?))\\b`,
    "giu",
  ),
  new RegExp(
    `\\b(?:by|until|before|no later than|not later than|on or before|due(?: on| by)?|deadline(?:\\s+\\w+){0,4}?(?:\\s+is|\\s*:)(?:\\s+on)?)\\s+(?:(?:on|,)\\s+)?(?<due>${businessEnd}(?:${englishTime}\\s*(?:on\\s+|,\\s*)?)?${englishDay}(?:,?\\s+(?:at\\s+)?${englishTime})?)`,
    "giu",
  ),
  // "EOD Friday", "close of business on 3 April"
  new RegExp(`\\b(?<due>(?:close of business|COB|EOD|end of day)(?:\\s+on|,)?\\s+${englishDay})`, "giu"),
];
const endOfBusiness = /^(?:close of business|COB|EOD|end of day)(?:\s+on|,)?\s+/i;
/** "04/05" is the fourth of May to some and the fifth of April to others. */
const twoWays = /^(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|1[0-2])(?:\/20[0-9]{2})?\b/;

/**
 * Deadlines that a text states, in order: 「７月３日（金）１７時まで」, 「期限：7/3」, 「来週の金曜日までに」, 「５日以内に」, "by Friday,
 * 16 October". Days that are no deadline (of a meeting, of publication) are not among them.
 * @param written day on which the text was written, YYYY-MM-DD; tells the year, and what 来週 is
 */
export function findDues(text: string, written?: string): FoundDue[] {
  const folded = foldWidth(text);
  const found: FoundDue[] = [];
  for (const pattern of [...japanese, ...english]) {
    for (const match of folded.matchAll(pattern)) {
      const due = match.groups!.due!;
      const start = match.index + match[0].indexOf(due);
      const end = start + due.replace(/[\s.,]+$/, "").length;
      if (
        isPeriod(folded, end) ||
        isFormer(folded, end) ||
        found.some((other) => start < other.end && other.start < end)
      )
        continue;
      const words = text.slice(start, end).trim();
      const day = words.replace(endOfBusiness, "");
      const isOpen = english.includes(pattern) && twoWays.test(day);
      const date = written === undefined || isOpen ? undefined : resolveDay(day, written);
      found.push({ words, start, end, ...(date === undefined ? {} : { date }) });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** 「７日から１１日までの間、受付を休止します」 says how long, not by when. */
function isPeriod(text: string, end: number): boolean {
  const line = text.slice(Math.max(0, end - 30), end);
  return /(?:から|~|～|-)\s*[^、。]{0,14}$/u.test(line) && /^[^、。]{0,6}まで(?!に)/u.test(text.slice(end));
}

/** 「12月3日から」, 「12月3日としていた」: the day that counts no more. */
function isFormer(text: string, end: number): boolean {
  return /^[)）」]?(?:(?:から|より|を)[^。\n]{0,30}(?:延長|変更|延期|繰り?[下上]げ|前倒し|改め|延ば|順延|修正|訂正)(?!は?(?:あり|ござい|な[しい]|せ|しませ))|(?:まで)?と(?:して(?:いた|い(?:まし)た|おり(?:まし)た|おりました)|(?:ご|御|お)?(?:案内|連絡|お?知らせ|願い)(?:して|いたして))|(?:まで)?(?:の|だった|でした)(?:予定|ところ))/u.test(
    text.slice(end, end + 60),
  );
}

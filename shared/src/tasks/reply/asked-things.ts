import { subjectWords } from "./answers-question";
import { squeezed } from "./thread";

/** 「…発注の可否と支出科目を御返信ください」 */
const objects =
  /(?<things>[^。を]{3,80})を、?[^。、を]{0,12}(?:ご|御|お)?(?:返信|返答|回答|教示|知らせ|連絡|報告|教え|示し|提示|聞かせ|記入|明示)[^。を]{0,30}[。？?]?$/u;
/** What stands before the things asked for. */
const lead =
  /^.*(?:まで(?:に|、)|迄(?:に|、)|ので|ため|ところ|ますが|ですが|について(?:は)?|につき(?:ましては)?|は|が|にて|の上)[、，]?/u;
const between = /(?:及び|および|並びに|ならびに|、|・|(?<![こもひ])と(?!も|の|し|い))/u;

/** Told by a number or a day, in whatever words. */
const counted =
  /(?:人|名|件|部|個|台|冊|回|日|本|枚|者)?数(?:量)?$|(?:額|単価|費用|料金|価格|予算|番号|日時|日程|時刻|期日|時期|面積|期間)$/u;
const number =
  /[0-9０-９]|[一二三四五六七八九十百千万]+(?:名|人|件|部|個|台|冊|回|日|本|枚|円|月|時|平米)|[来今翌][週月年]|明日|本日|当日|年内|[月年]末|[上中下]旬|未定|無料|実費/u;
/** Told by a sentence that gives a reason. */
const reasoned = /(?:理由|根拠|経緯|背景)$/u;
const reason =
  /ため|から|ので|によ[りる]|よるもの|基づ|踏まえ|鑑み|関係で|都合|理由|根拠|経緯|背景|(?:意見|異議|異存|該当|支障|問題)は?(?:特に)?(?:あり|ござい)ません/u;
/** Told by repeating its name: what is said of something else names it nowhere. */
const named = /(?:科目|費目|財源|様式)$/u;

/**
 * Of several things that one sentence asks for, those of which an answer says nothing. Only what is told by a number, by a reason, or
 * by repeating its name can be missed so; 「可否」 and names of people and places are told in other words.
 */
export function unansweredThings(question: string, answer: string): string[] {
  const things = thingsOf(question);
  if (things.length < 2) return [];
  const plain = squeezed(answer);
  return things.filter((thing) => {
    if (counted.test(thing)) return !number.test(answer);
    if (reasoned.test(thing)) return !reason.test(answer);
    return named.test(thing) && !subjectWords(thing).some((word) => plain.includes(squeezed(word)));
  });
}

function thingsOf(question: string): string[] {
  const phrase = objects.exec(question)?.groups!.things?.replace(lead, "") ?? "";
  return phrase
    .split(between)
    .map((thing) => thing.trim())
    .filter(({ length }) => length >= 2 && length <= 20);
}

import type { RequestSentence } from "./request-sentences";

/** 「３　提出方法」 */
const wayHeading =
  /^[【［\[(（]?(?:御?回答|提出|登録|報告|返信|返送|申込み?|応募)の?(?:方法|先|様式|要領)[】］\])）]?[:：]?$/u;

/** 「提出物：調査票」, 「３　提出先　防災課」: such lines say how, where and by when, and ask nothing more. */
const labelled =
  /^[【［\[(（〇○]?(?:(?:御?回答|提出|登録|報告|返信|返送|送付|申込み?|応募|照会|依頼|作業|調査|対象|記入|参加|開催|実施)?の?(?:物|書類|資料|方法|先|様式|要領|期限|期日|締め?切り?日?|〆切り?|日時|場所|内容|事項|対象|件名|担当|範囲|期間|部数|形式|時点|趣旨|目的|概要)|提出物|宛先|送付先|連絡先|問い?合わせ先|担当者?|備考|留意(?:事項|点)|注意(?:事項|点)|その他|参考(?:資料)?|添付(?:資料|ファイル)?|会場|議題|様式|根拠|経緯)[】］\])）]?(?:\s*[:：]|[\s\u3000]+)(?=\S)/u;
/** 「提出方法：電子メールで送付してください」 */
const wayLabel =
  /^[【［\[(（]?(?:御?回答|提出|登録|報告|返信|返送|申込み?|応募|送付)の?(?:方法|先|様式|要領)[】］\])）]?(?:\s*[:：]|[\s\u3000]+)\S/u;

/** 「次の２点について」 announces the questions that follow. */
const announcing = /(?:次|以下|下記|左記)の|[0-9０-９一二三四五六七八九十]+点(?:について|を|ほど)|the following/iu;
/** 「下記の照会が来ていますので、」 tells why something is asked, and announces nothing. */
const cause =
  /^[^。]{0,20}(?:次|以下|下記|左記)の[^、。]{0,30}(?:来て|届い|届き|参り|まいり|あり|ござい|受け|受領|頂き|いただき|頂い|いただい)[^、。]{0,12}(?:ので|ため|から|が)、/u;
/** 「３点教えてください。」 is asked by the points behind it. */
const pointsFollow = /[0-9０-９一二三四五六七八九十]+[点件つ](?:ほど)?[、\s]?(?:教|お|ご|御|確認|質問|伺)/u;
/** 「次の点を教えてください」, 「以下について御回答願います」: what is asked stands in the list behind it. */
const listFollows =
  /(?:次|以下|下記|左記)の?(?:[0-9０-９一二三四五六七八九十]*[点件つ]|事項|こと|項目|もの|内容|各点|[^。、を]{0,6}(?:作業|対応|手続き?|業務|分担|役割|準備|書類|資料|とおり|通り))?(?:を|で|に?ついて|に関して|につき|、)|\bthe following\b[^.]*:?$|:$/iu;

/** 「下記により御対応ください」 leaves what is to be done to the lines 「提出物　調査票」 below. */
const recordFollows =
  /(?:下記|以下|次)(?:に(?:より|て|基づき)|の(?:とおり|通り))、?[^。、を]{0,12}(?:対応|提出|回答|協力|報告|作業|登録|手続|処理|取り?計らい|送付)/u;
const object =
  /^[【［\[(（〇○]?(?:(?:提出|回答|送付|報告|登録|作成|作業|依頼|照会|対応)の?(?:物|書類|資料|内容|事項)|作業|依頼事項)[】］\])）]?(?:\s*[:：]|[\s\u3000]+)(?=\S)/u;

/** 「１　照会事項」: the items below it are what is asked. */
const askedHeading =
  /^[【［\[(（〇○]?(?:御?(?:照会|質問|回答)(?:を?お?願い(?:する|します|したい))?(?:事項|項目)|御?質問|お尋ね(?:したい(?:こと|事項|点))?)[】］\])）]?[:：]?$/u;
/** 「２　回答期限」 */
const otherHeading =
  /^[【［\[(（〇○]?(?:御?回答|提出|報告|返信|返送|送付|照会)?の?(?:期限|期日|締め?切り?日?|〆切り?|方法|先|様式|要領|部数|趣旨|目的|対象|根拠|経緯|担当|その他|備考|留意事項|注意事項)(?:[】］\])）]|等)?[:：]?$/u;

/** True for a sentence that announces what is asked. @param head its beginning */
export function announcesRequests(head: string): boolean {
  const words = head.replace(cause, "");
  return announcing.test(words) || pointsFollow.test(words);
}

/** Longer sentences are no sentences of people: what tells of them stands at their beginning. */
const longest = 300;

/** 「３　提出方法」: what stands below tells how, and asks nothing more where the mail asks something else. */
export function takeWays(sentences: readonly RequestSentence[]): void {
  sentences.forEach((sentence, index) => {
    const { text } = sentence;
    const below = sentences[index + 1];
    if (text.length <= 16 && wayHeading.test(text) && below?.asking === "asks") below.asking = "weakly";
    if (wayLabel.test(text) && sentence.asking === "asks" && sentence.dues.length === 0) sentence.asking = "weakly";
  });
}

/** Items of a list that an asking sentence announces ask too, although they are no sentences (「イ　割増しの有無」). */
export function takeItems(sentences: readonly RequestSentence[]): void {
  sentences.forEach((sentence, index) => {
    if (sentence.asking === undefined || !listFollows.test(sentence.text.slice(0, longest))) return;
    const start = index + (sentences[index + 1]?.text === "記" ? 2 : 1);
    const end = sentences.findIndex((other, place) => place >= start && !other.isItem);
    const items = sentences
      .slice(start, end < 0 ? undefined : end)
      .filter(({ text, asking, isDueLine }) => asking !== undefined || !(isDueLine || labelled.test(text)));
    if (items.every(({ isBeside }) => isBeside)) return;
    // In a list with headings only some items are what is asked.
    if (items.some(({ text }) => isAskedHeading(text))) return;
    sentence.announces = true;
    for (const item of items) {
      item.asking = "asks";
      if (item.dues.length === 0) item.dues = sentence.dues;
    }
  });
}

function isAskedHeading(text: string): boolean {
  return text.length <= 16 && askedHeading.test(text);
}

/** Items below 「１　照会事項」 ask, where the mail has asked for an answer above; the heading of another matter (「２　回答期限　…」) ends them. */
export function takeAskedSections(sentences: readonly RequestSentence[]): void {
  sentences.forEach(({ text }, index) => {
    if (!isAskedHeading(text)) return;
    const above = sentences.slice(0, index).findLast(({ asking }) => asking !== undefined);
    if (above === undefined) return;
    const below = sentences.slice(index + 1);
    const end = below.findIndex(
      (other) => !other.isItem || other.isDueLine || labelled.test(other.text) || otherHeading.test(other.text),
    );
    const items = below.slice(0, end < 0 ? undefined : end).filter(({ isBeside }) => !isBeside);
    if (items.length === 0) return;
    above.announces = true;
    for (const item of items) item.asking = "asks";
  });
}

/** 「以上３点、木曜までにお知らせください」, 「上記について御回答ください」: what is asked stands in the list above. */
const listAbove =
  /^(?:以上|上記)(?:の)?[、，\s]*(?:(?<count>[0-9０-９]{1,2})[点件つ]|[一二三四五六七八九十]+[点件つ]|(?:の)?(?:各)?(?:点|件|事項|項目)?(?:を|に?ついて|につき|に関して))/u;

/** Items right above such a sentence ask, as many as it counts. */
export function takeItemsAbove(sentences: readonly RequestSentence[]): void {
  sentences.forEach((sentence, index) => {
    const found = sentence.asking === undefined ? null : listAbove.exec(sentence.text.slice(0, longest));
    if (found === null) return;
    let start = index;
    while (start > 0 && sentences[start - 1]!.isItem) start -= 1;
    const items = sentences.slice(start, index).filter(({ text, isDueLine }) => !(isDueLine || labelled.test(text)));
    const count = Number((found.groups?.count ?? "").normalize("NFKC")) || items.length;
    for (const item of items.slice(-count)) item.asking = "asks";
    // With a day it sets that of all; without one it asks nothing of its own.
    if (items.length > 0 && sentence.dues.length === 0) sentence.asking = "weakly";
  });
}

/** 「下記により御対応方よろしくお願いします」: what is to be handed in stands below, in a line of its own. */
export function takeObjects(sentences: readonly RequestSentence[]): void {
  const at = sentences.findIndex(
    ({ text, asking }) => asking !== undefined && recordFollows.test(text.slice(0, longest)),
  );
  if (at < 0) return;
  const objects = sentences.slice(at + 1).filter(({ text, asking }) => asking === undefined && object.test(text));
  if (objects.length === 0) return;
  for (const line of objects) line.asking = "asks";
  sentences[at]!.announces = true;
}

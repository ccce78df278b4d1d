import { nameLabels } from "./titles";

/** A label of two characters is often spread: 氏　　名, 委　員. */
const spread = nameLabels
  .split("|")
  .map((label) => (/^\p{Script=Han}{2}$/u.test(label) ? `${label[0]}[ 　]{0,4}${label[1]}` : label))
  .join("|");

/** Relatives, as labels and before a name. */
export const relatives =
  "長男|次男|二男|三男|四男|長女|次女|二女|三女|四女|息子|娘|夫|妻|父|母|実父|実母|養父|養母|義父|義母|継父|継母|内夫|内妻|子|兄|弟|姉|妹|実兄|実弟|実姉|実妹|義兄|義弟|義姉|義妹|祖父|祖母|曽祖父|曽祖母|叔父|叔母|伯父|伯母|甥|姪|孫|従兄|従弟|いとこ|きょうだい|兄弟|姉妹|配偶者|同居人|扶養親族|扶養家族|同居家族|家族|遺族|児童|本児|対象児|乳児|幼児";

/** Words of people in a form, a case or minutes, by what they end in: 被災者, 申出人, 立会人, 出席者名. */
const people = "(?:\\p{Script=Han}{1,8}(?:者|人|員)(?:の?(?:氏名|名))?)";

/** What stands before a name in forms, minutes and lists. */
export const personLabel = `(?:${people}|${spread}|${relatives}|退職|出向|転出|転入|採用|昇任|配置換|新任|欠席|出席|参加|同席|同行|随行|進行|説明|報告|記録|司会|起案|決裁|確認|審査|受付|対応|相談|面談|当方|先方|講師氏名|運転する者|運転した者|緊急連絡先|主治医|担当医|担任|ケアマネ|後見|監修|査読|指導教員|発議|提案|答弁|作成|照査|検印|合議|専決|協議|回議|供覧|方|申込)`;

/** What somebody else said: 「「早めに届けてほしい」という要望」. */
const reportedSpeech =
  /[「『][^「」『』]{2,200}[」』](?=(?:という|との|といった|などと?の?|と(?:言|い[いう]|書|記|ある|述べ|話|伺|聞)))/gu;

const said =
  "(?:要望|意見|依頼|要請|指示|声|質問|問い?合わ?せ|照会|申し?出|申入れ|相談|連絡|指摘|提案|希望|お願い|お申し出|催促|苦情|話)";
/** 「…との要望が寄せられています。」 tells what others want. */
const received = new RegExp(
  `${said}(?:等|など)?(?:が|を|も)[^。、]{0,12}(?:(?:あり|ござい|いただき|頂き|頂戴し|受け|寄せられ|出|出され|届き|来)ました|(?:いただいて|頂いて|頂戴して|受けて|寄せられて|出て|出されて|届いて|来て)(?:い|おり)ます|(?:ある|あった|寄せられた|いただいた)(?:ところ|もの|とのこと)です)[。\\s]*$`,
  "u",
);
/** 「財務課から提出するよう求められています。」 */
const demanded =
  /(?:よう(?:に)?(?:と)?|を|旨(?:の)?)[^。、]{0,8}(?:求められ|依頼され|指示され|要請され|言われ|頼まれ)(?:て(?:い|おり)ます|ました)[。\s]*$/u;

const asked = "(?:お願い|御願い|依頼|要請|指示|周知|照会|連絡)(?:を)?";
/** 「名簿の作成をお願いしました。」 has been asked before. */
const askedBefore = new RegExp(
  `${asked}(?:し|いたし|致し|申し上げ|済み)(?:ました|たところ(?:です|でございます)|てあります|てございます|です)[。\\s]*$`,
  "u",
);
const others =
  "(?:[県府都道市区町村国省庁課室係局部所署班社校院館団員会者方様氏殿長側等先]|機関|法人|大学|自治体|団体|補佐|主査|主任|さん|先生|たち|ら|チーム|グループ|センター|企業|相手|ほか)";
/** 「各校には…するようお願いしています。」: to somebody else; 皆様 and 貴課 are the reader. */
const askedOfOthers = new RegExp(
  `(?:^|[、。\\s])(?!貴|御|ご|皆)[^、。\\s]{0,16}${others}(?:に対し(?:て)?(?:は|も)?|には|にも|へは|へも|あてに)、?[^。]*${asked}(?:し|いたし|致し|申し上げ)て(?:い|おり)(?:ます|る)(?:ところです)?[。\\s]*$`,
  "u",
);
const askedByUs = new RegExp(
  `(?:すでに|既に|先日|別途|昨日|先週|当方から|当[課室係局省]から|私から|小職から|こちらから)[^。]*${asked}(?:し|いたし|致し|申し上げ)て(?:い|おり)ます[。\\s]*$`,
  "u",
);
const readers =
  /(?:皆様|皆さま|皆さん|各位|(?:参加|受講|応募|対象)者|貴[課室係局省庁社職殿]|御?担当者(?:様|の皆)|ご担当者)(?:に対し|には|にも|へは)/u;

/** 「御出席いただく必要はありません。」, 「お返事には及びません。」 */
const needless =
  /(?:(?:必要|義務|要)(?:は|も|性は)?(?:ありません|ございません|ない(?:です|とのことです)?|なくなりました|無くなりました|なし)|には?(?:は)?及びません|(?:なくて|なくとも|なくても)(?:結構|構い|かまい|大丈夫|差し支え|よろしい|問題|よい|良い|いい)[^。、]{0,8}|(?:不要|無用|結構)(?:です|でございます|となりました|とのことです))(?:(?:ので|から|ため)、?[^。]{0,16}(?:放念|安心|承知|了承|了解|心配|気遣い)[^。]*)?[。\s]*$/u;

/** The words of a sentence without what somebody else said. */
export function withoutReportedSpeech(words: string): string {
  return words.replace(reportedSpeech, "「」");
}

/** True for a sentence that tells what others want, what was asked of others or before, or that nothing is needed. */
export function isReport(words: string): boolean {
  if (needless.test(words) || received.test(words) || demanded.test(words)) return true;
  if (readers.test(words)) return false;
  return askedBefore.test(words) || askedOfOthers.test(words) || askedByUs.test(words);
}

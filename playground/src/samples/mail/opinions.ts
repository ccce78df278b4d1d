import { htmlBody, htmlText, plainText } from "./content";
import type { Mail } from "./mime/write-mail";
import { procedureReform, saeki, signatures, yamada } from "./people";

const kinds = ["指定都市", "中核市", "その他の市", "町村"];
const opinions: readonly (readonly [subject: string, opinion: string, request: string])[] = [
  [
    "予約の変更",
    "来庁当日の変更を電話だけで受け付けているため、朝の30分間は電話がつながりにくい。",
    "当日の変更をオンラインで受け付ける場合の標準的な締切時刻を示してほしい。",
  ],
  [
    "予約枠の数",
    "3月下旬から4月上旬までは予約枠が3日先まで埋まり、予約なしの来庁者の待ち時間が平均52分に延びた。",
    "繁忙期に限り予約枠を増やす場合の人員の考え方を示してほしい。",
  ],
  [
    "高齢者への対応",
    "70歳以上の利用は8.7％であり、家族が代わりに予約する例が多い。",
    "代理による予約の本人確認の方法を統一してほしい。",
  ],
  [
    "システムの連携",
    "予約の内容が基幹業務システムに渡らず、職員が同じ内容を入力し直している。",
    "データの項目及び形式を標準として定めてほしい。",
  ],
  [
    "費用の負担",
    "運用費は年間412万円であり、利用の増加に伴い毎年およそ5％増えている。",
    "運用費を補助の対象に加えることを検討してほしい。",
  ],
  [
    "外国人住民",
    "案内が日本語と英語だけのため、窓口での聞き直しが1件当たり6分生じている。",
    "案内文の翻訳を国がまとめて提供してほしい。",
  ],
  [
    "無断の不来庁",
    "予約しながら来庁しない例が全体の3.1％あり、曜日による差が大きい。",
    "前日に通知を自動で送る機能を共通の仕様に含めてほしい。",
  ],
  [
    "支所の扱い",
    "支所では1日の予約が平均4件であり、専任の職員を置くことができない。",
    "本庁の職員が遠隔で対応する方式の可否を明らかにしてほしい。",
  ],
];

/** 120 rows: as HTML well beyond the 32 KB up to which Outlook opens a reply. */
const rows = Array.from({ length: 120 }, (_, at) => {
  const [subject, opinion, request] = opinions[at % opinions.length]!;
  return [String(at + 1), kinds[Math.floor(at / 2) % kinds.length]!, subject, opinion, request];
});

const content = [
  "総合行政省　山田様",
  "公共情報庁の佐伯です。オンライン予約に関する団体からの意見120件を一覧にしましたので、お送りします。",
  "番号5、番号20及び番号33の要望について、貴省の考え方を12月9日（水）までに御返信ください。",
  { rows: [["番号", "区分", "件名", "意見", "要望"], ...rows] },
  "長文となり恐縮ですが、よろしくお願いいたします。",
  signatures.saeki,
];

/** A long mail: a list of 120 rows. */
export const opinionList: Mail = {
  id: "20261113131500.3021.6",
  from: saeki,
  to: [yamada],
  cc: [procedureReform],
  subject: "【照会】オンライン予約に関する団体の意見（120件）について",
  sent: "2026-11-13T13:15:00+09:00",
  mailer: "Microsoft Outlook 16.0",
  text: plainText(content),
  html: htmlBody(htmlText(content)),
};

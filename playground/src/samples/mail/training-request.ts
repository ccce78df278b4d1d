import { htmlBody, htmlText, plainText } from "./content";
import type { Mail } from "./mime/write-mail";
import { takase, yamada } from "./people";

const content = [
  "各課　庶務担当者　各位",
  "研修企画係の瀬戸です。令和9年1月から3月までの研修について、受講者の推薦をお願いします。",
  {
    rows: [
      ["研修", "日程", "定員（各課）", "対象"],
      ["公用文の書き方", "1月14日（木）", "2人", "採用3年以内"],
      ["統計の読み方", "2月4日（木）・5日（金）", "1人", "係長級以下"],
      ["生成AIの適正な利用", "3月3日（水）", "3人", "全職員"],
    ],
  },
  "推薦は、研修名、職名、氏名を記載の上、12月1日（火）正午までに本メールへの返信でお願いします。\n推薦する者がない場合も、その旨を御連絡ください。",
  "※ 本メールは機密性1情報です。",
  "総合行政省　大臣官房　人事課　研修企画係\n瀬戸　奈央（内線 20033）",
];

/** An ordinary request with a table, to many. */
export const trainingRequest: Mail = {
  id: "20261119103300.0033.1",
  from: { name: "瀬戸 奈央", address: "nao.seto@gyosei.example.go.jp" },
  to: [{ name: "各課庶務担当", address: "shomu-all@gyosei.example.go.jp" }],
  cc: [yamada, takase],
  subject: "【依頼】1～3月の研修受講者の推薦について（12月1日（火）正午〆切）",
  sent: "2026-11-19T10:33:00+09:00",
  mailer: "Microsoft Outlook 16.0",
  text: plainText(content),
  html: htmlBody(htmlText(content)),
};

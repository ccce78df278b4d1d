import { htmlBody, htmlText, plainText } from "../content";
import type { Mail } from "../mime/write-mail";
import { miura, okubo, procedureReform, saeki, signatures, yamada } from "../people";
import { originalHtml, originalJapanese } from "../quote";
import { extensionRequest } from "./extension-request";
import { answerForm, inquiry } from "./inquiry";

const content = [
  "関係各位",
  "お世話になっております。公共情報庁の佐伯です。",
  "三浦様からお申し出のあった件について、室内で検討した結果、回答期限を次のとおり変更いたします。",
  {
    rows: [
      ["様式", "変更前", "変更後"],
      ["様式１（実施状況）", "12月4日（金）17時", "12月4日（金）17時（変更なし）"],
      ["様式２（試算）", "12月4日（金）17時", "12月11日（金）17時"],
    ],
  },
  "あわせて、様式２に「前提とした予約枠の数」の欄を追加しました。お手数ですが、回答は添付の改訂版でお願いいたします。",
  "総合行政省におかれては、担当者の氏名の御連絡がまだのようです。11月18日（水）までにお知らせください。",
  signatures.saeki,
];

/** 5 of 8: what is decided, with a table and the form anew; HTML as Outlook in Japanese quotes. */
export const deadlineDecision: Mail = {
  id: "20261116112033.3021.9",
  from: saeki,
  to: [yamada, okubo, miura],
  cc: [procedureReform],
  subject: `RE: ${inquiry.subject}`,
  sent: "2026-11-16T11:20:00+09:00",
  answers: extensionRequest,
  mailer: "Microsoft Outlook 16.0",
  text: plainText([...content, originalJapanese(extensionRequest)]),
  html: htmlBody(`${htmlText(content)}\n${originalHtml(extensionRequest)}`),
  files: [
    {
      name: "様式１・２_回答票（改訂版）.xlsx",
      mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      bytes: answerForm("様式１ 12月4日（金）17時、様式２ 12月11日（金）17時"),
    },
  ],
};

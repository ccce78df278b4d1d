import { htmlBody, htmlText, plainText } from "../content";
import type { Mail } from "../mime/write-mail";
import { motomura, signatures, takase, yamada } from "../people";
import { originalHtml, originalJapanese } from "../quote";
import { deadlineDecision } from "./deadline-decision";

const content = [
  "山田さん\nCC：統計課 本村さん",
  "お疲れさまです。高瀬です。",
  "下の照会ですが、当課の担当は山田さんでお願いします。担当者の氏名は、私から佐伯さんに本日連絡しました。",
  "段取りは次のとおりとしたいと思います。\n・様式１の予約件数は、本村さんの統計（令和7年度分）を使う。本村さん、11月18日（水）中に手続別の件数をいただけますか。\n・山田さんは、様式１の案を11月27日（金）までに私へ。課長説明は11月30日（月）に入れてあります。\n・様式２は、人件費の単価をどこから取るか未定です。昨年の報告書の1時間当たり3,400円でよいか、山田さんの考えを聞かせてください。",
  signatures.takase,
];

/** 6 of 8: inside the ministry, who does what until when, above the whole history. */
export const internalRequest: Mail = {
  id: "20261117180215.0140.3",
  from: takase,
  to: [yamada],
  cc: [motomura],
  subject: `FW: ${deadlineDecision.subject.replace(/^RE: /, "")}`,
  sent: "2026-11-17T18:02:00+09:00",
  answers: deadlineDecision,
  mailer: "Microsoft Outlook 16.0",
  text: plainText([...content, originalJapanese(deadlineDecision)]),
  html: htmlBody(`${htmlText(content)}\n${originalHtml(deadlineDecision)}`),
};

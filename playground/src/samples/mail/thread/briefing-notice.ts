import { htmlBody, htmlText, plainText } from "../content";
import type { Mail } from "../mime/write-mail";
import { miura, okubo, procedureReform, saeki, signatures, yamada } from "../people";
import { originalHtml, originalJapanese } from "../quote";
import { deadlineDecision } from "./deadline-decision";
import { inquiry } from "./inquiry";

const content = [
  "総合行政省　山田様\n保健生活省　大久保様\n地域基盤省　三浦様",
  "お世話になっております。公共情報庁手続改革推進室の佐伯です。",
  "様式２の記載方法についてのお問合せが多いため、次のとおり説明会を開催することといたしました。",
  "日時：令和8年11月26日（木）14時から15時まで\n方法：オンライン（接続先は前日までにお知らせします。）\n内容：様式２の記載方法、試算の前提、質疑",
  "お手数ですが、次の3点を11月24日（火）12時までに御返信ください。\n(1) 説明会に出席される方の職名及び氏名\n(2) 予約枠の数について、御省では4月1日時点と年度平均のどちらを用いることができますか。\n(3) 様式２の試算に、国の補助金による収入を含めることは可能ですか。",
  "なお、様式１の期限（12月4日（金）17時）及び様式２の期限（12月11日（金）17時）に変更はありません。試算の前提とする予約枠の基準日は、(2)の御回答を踏まえて当室で決定します。",
  signatures.saeki,
];

/** 8 of 8, the newest: three questions with a deadline, what is decided and what is open, above the history. */
export const briefingNotice: Mail = {
  id: "20261119152748.3021.2",
  from: saeki,
  to: [yamada, okubo, miura],
  cc: [procedureReform],
  subject: `RE: ${inquiry.subject}`,
  sent: "2026-11-19T15:27:00+09:00",
  answers: deadlineDecision,
  mailer: "Microsoft Outlook 16.0",
  text: plainText([...content, originalJapanese(deadlineDecision)]),
  html: htmlBody(`${htmlText(content)}\n${originalHtml(deadlineDecision)}`),
};

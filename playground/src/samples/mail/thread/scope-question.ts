import { plainText } from "../content";
import type { Mail } from "../mime/write-mail";
import { miura, okubo, procedureReform, saeki, signatures, yamada } from "../people";
import { originalMessage } from "../quote";
import { inquiry } from "./inquiry";

/** 2 of 8: a question, above the whole mail it answers; plain text in ISO-2022-JP. */
export const scopeQuestion: Mail = {
  id: "20261110143105.5511.7",
  from: okubo,
  to: [saeki],
  cc: [yamada, miura, procedureReform],
  subject: `RE: ${inquiry.subject}`,
  sent: "2026-11-10T14:31:00+09:00",
  answers: inquiry,
  charset: "iso-2022-jp",
  mailer: "Microsoft Office Outlook 12.0",
  text: plainText([
    "公共情報庁　佐伯様",
    "お世話になっております。保健生活省保険窓口課の大久保です。",
    "御照会の件、2点確認させてください。",
    "(1) 資格確認書の再交付は、郵送による申請が大半ですが、調査の対象に含まれますか。\n(2) 予約件数は、取り消された予約を含む件数でしょうか。",
    "市町村への確認に時間を要しますので、11月12日（木）までに御教示いただけますと助かります。",
    signatures.okubo,
    originalMessage(inquiry),
  ]),
};

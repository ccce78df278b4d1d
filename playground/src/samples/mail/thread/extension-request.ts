import { plainText } from "../content";
import type { Mail } from "../mime/write-mail";
import { miura, okubo, procedureReform, saeki, signatures, yamada } from "../people";
import { bracketed } from "../quote";
import { inquiry } from "./inquiry";
import { scopeAnswer } from "./scope-answer";

/** 4 of 8: an answer below the mail it quotes; Shift_JIS, and it goes back to the first mail's wording. */
export const extensionRequest: Mail = {
  id: "20261113164812.7788.2",
  from: miura,
  to: [saeki],
  cc: [yamada, okubo, procedureReform],
  subject: `Re: ${inquiry.subject}`,
  sent: "2026-11-13T16:48:00+09:00",
  answers: scopeAnswer,
  charset: "shift_jis",
  mailer: "Becky! ver. 2.81 [ja]",
  text: `${bracketed(
    {
      ...inquiry,
      text: "２　回答期限\n令和8年12月4日（金）17時\n\n(2) 予約枠を2割増やした場合に必要となる人員及び経費の試算（様式２）",
    },
    "On Mon, 09 Nov 2026 10:12:00 +0900\n佐伯 亮介 <ryosuke.saeki@kokyojoho.example.go.jp> wrote:\n",
  )}

${plainText([
  "佐伯様",
  "地域基盤省の三浦です。お世話になっております。",
  "様式２の試算については、出先機関47か所への照会が必要なため、12月4日（金）までの回答は困難です。\n12月11日（金）まで延長していただけないでしょうか。様式１は、期限までに提出できる見込みです。",
  "なお、当省の担当は私、三浦です。",
  signatures.miura,
])}
`,
};

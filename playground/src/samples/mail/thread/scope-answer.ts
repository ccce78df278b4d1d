import { plainText } from "../content";
import type { Mail } from "../mime/write-mail";
import { miura, okubo, procedureReform, saeki, signatures, yamada } from "../people";
import { saidOn } from "../quote";
import { scopeQuestion } from "./scope-question";

/** 3 of 8: answers between the lines they answer. */
export const scopeAnswer: Mail = {
  id: "20261111090540.3021.4",
  from: saeki,
  to: [okubo],
  cc: [yamada, miura, procedureReform],
  subject: scopeQuestion.subject,
  sent: "2026-11-11T09:05:00+09:00",
  answers: scopeQuestion,
  text: plainText([
    "大久保様",
    "お世話になっております。公共情報庁の佐伯です。\n御質問につき、以下に記載いたします。",
    `${saidOn(scopeQuestion)}
> 御照会の件、2点確認させてください。
>
> (1) 資格確認書の再交付は、郵送による申請が大半ですが、調査の対象に含まれますか。

含まれません。窓口で受け付けている手続のみを対象としてください。

> (2) 予約件数は、取り消された予約を含む件数でしょうか。

取り消された予約は除いてください。当日に来庁しなかったものは含めて差し支えありません。

> 市町村への確認に時間を要しますので、11月12日（木）までに御教示いただけますと助かります。

他の府省からも同様の御質問が想定されるため、CCの皆様にも共有いたします。`,
    signatures.saeki,
  ]),
};

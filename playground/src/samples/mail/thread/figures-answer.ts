import { htmlBody, htmlText, plainText } from "../content";
import type { Mail } from "../mime/write-mail";
import { motomura, signatures, takase, yamada } from "../people";
import { bracketed, quotedHtml, saidOn } from "../quote";
import { internalRequest } from "./internal-request";

const content = [
  "高瀬補佐、山田さん",
  "統計課の本村です。令和7年度の予約件数を手続別にお送りします。取り消された予約は除いてあります。",
  {
    rows: [
      ["手続", "予約件数", "うち当日来庁せず"],
      ["転入", "184,260", "5,912"],
      ["転出", "96,745", "2,188"],
      ["印鑑登録", "41,380", "1,904"],
      ["合計", "322,385", "10,004"],
    ],
  },
  "転出の3月分は、2団体からの報告が遅れているため速報値です。確定値は11月25日（水）にお送りします。",
  signatures.motomura,
];

/** 7 of 8: figures in a table, as a webmail program quotes. */
export const figuresAnswer: Mail = {
  id: "20261118094127.0388.5",
  from: motomura,
  to: [takase, yamada],
  subject: `Re: ${internalRequest.subject.replace(/^FW: /, "")}`,
  sent: "2026-11-18T09:41:00+09:00",
  answers: internalRequest,
  text: plainText([...content, bracketed(internalRequest, saidOn(internalRequest))]),
  html: htmlBody(`${htmlText(content)}\n${quotedHtml(internalRequest)}`),
};

import { drawBarChart } from "../docx/bar-chart";
import { escapeHtml, htmlBody, htmlText, plainText } from "./content";
import type { Mail } from "./mime/write-mail";
import { motomura, signatures, takase, yamada } from "./people";

const shares = [31.2, 32.8, 33.9, 35.1, 36.4, 37.5];
const before = [
  "関係者各位",
  "統計課の本村です。オンライン申請の割合（月次、4月から9月まで）をお送りします。",
] as const;
const after = [
  "9月は37.5％で、前月から1.1ポイントの増でした。10月分は12月10日（木）頃にお送りする予定です。",
  signatures.motomura,
] as const;
const description = "棒グラフ。オンライン申請の割合は、4月31.2％から9月37.5％まで毎月上昇している。";

/** Figures with a picture inside of the text, which the mail itself carries. */
export const monthlyFigures: Mail = {
  id: "20261112110500.0388.2",
  from: motomura,
  to: [takase, yamada],
  subject: "オンライン申請の割合（令和8年9月分）",
  sent: "2026-11-12T11:05:00+09:00",
  mailer: "Microsoft Outlook 16.0",
  text: plainText([...before, `[${description}]`, ...after]),
  html: htmlBody(
    `${htmlText(before)}\n<p><img src="cid:chart-0001@gyosei.example.go.jp" width="560" alt="${escapeHtml(description)}"></p>\n${htmlText(after)}`,
  ),
  pictures: [
    {
      name: "chart.png",
      mediaType: "image/png",
      contentId: "chart-0001@gyosei.example.go.jp",
      bytes: drawBarChart(
        shares.map((value, at) => ({ label: String(at + 4), value, valueLabel: `${value.toFixed(1)}%` })),
        50,
        10,
      ),
    },
  ],
};

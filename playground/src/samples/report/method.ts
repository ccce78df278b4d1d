import type { DocumentWriter } from "../docx/document-writer";
import type { Cell } from "../docx/table";

export function writeMethod(report: DocumentWriter): void {
  report
    .heading(1, "調査の方法")
    .heading(2, "調査の対象及び時期")
    .heading(3, "調査の対象")
    .indentedText(
      "全国の市区町村1,741団体を対象とした。内訳は、指定都市及び特別区が43団体、中核市及び施行時特例市が85団体、その他の市が687団体、町村が926団体である。一部事務組合及び広域連合は対象に含まない。",
    )
    .heading(3, "調査の時期")
    .indentedText(
      "調査基準日は令和8年4月1日とし、令和8年5月11日（月）から同年6月19日（金）までの40日間に調査票を回収した。期限までに回答のなかった団体には、7月上旬に電話による督促を1回行った。",
    )
    .heading(3, "調査の方法")
    .indentedText(
      "調査票は電子メールで送付し、専用の回答フォームで回収した。あわせて、導入済みの24団体に対し、令和8年7月6日（月）から同年8月7日（金）までの間に聞き取り調査を実施した。",
    )
    .heading(2, "調査の項目")
    .text("調査票は、次の4分野38問で構成した。")
    .item("窓口の体制（職員数、窓口の数、来庁者の数、開庁時間）")
    .item("デジタル化の状況（書かない窓口、オンライン申請、キャッシュレス決済、窓口予約）")
    .item("効果の測定（待ち時間、作業時間、住民の満足度）")
    .item("課題及び国への要望")
    .heading(2, "回収の状況")
    .text(
      "有効回答は1,512団体であり、回答率は86.8％であった。区分別の状況を",
      { field: "REF 表_回収状況 \\h", result: "表１" },
      "に示す。回答率は、指定都市・特別区及び中核市等では95％を超えたが、町村では83.9％であり、小規模な団体ほど低い傾向がみられた。未回答の229団体のうち149団体は、町村であった。",
    );
  captionOfTable(report, "表_回収状況", "１", "　回収の状況及び書かない窓口の導入状況");
  report
    .table({
      grid: [1300, 2270, 1100, 1100, 1100, 1100, 1100],
      headerRows: 2,
      description: "団体の区分ごとの調査対象数、有効回答数、回答率、書かない窓口の導入団体数及び導入率",
      rows: [
        [
          { content: ["団体の区分"], columns: 2, merge: "start" },
          { content: ["調査の回収"], columns: 3 },
          { content: ["書かない窓口"], columns: 2 },
        ],
        [
          { content: [], columns: 2, merge: "continue" },
          { content: ["対象団体"] },
          { content: ["有効回答"] },
          { content: ["回答率"] },
          { content: ["導入団体"] },
          { content: ["導入率"] },
        ],
        [{ content: ["市区"], merge: "start", heading: true }, ...row("指定都市・特別区", 43, 41, "95.3", 33, "80.5")],
        [{ content: [], merge: "continue", heading: true }, ...row("中核市・施行時特例市", 85, 82, "96.5", 58, "70.7")],
        [{ content: [], merge: "continue", heading: true }, ...row("その他の市", 687, 612, "89.1", 251, "41.0")],
        [{ content: ["町村"], columns: 2, heading: true }, ...figures(926, 777, "83.9", 153, "19.7")],
        [
          { content: [{ text: "合計", bold: true }], columns: 2, heading: true },
          ...figures(1741, 1512, "86.8", 495, "32.7"),
        ],
      ],
    })
    .paragraph("Source", ["（注）導入率は、有効回答の団体数に対する割合である。単位は、団体及び％である。"]);
}

/** 表１ and the like: a SEQ field in a bookmark, so that the text can refer to it as Word does. */
export function captionOfTable(report: DocumentWriter, bookmark: string, number: string, title: string): void {
  report.paragraph("Caption", [{ bookmark, on: ["表", { field: "SEQ 表 \\* DBCHAR", result: number }] }, title]);
}

function row(name: string, ...values: Parameters<typeof figures>): Cell[] {
  return [{ content: [name] }, ...figures(...values)];
}

function figures(total: number, answered: number, rate: string, introduced: number, share: string): Cell[] {
  return [
    total.toLocaleString("en-US"),
    answered.toLocaleString("en-US"),
    `${rate}％`,
    String(introduced),
    `${share}％`,
  ].map((text) => ({ content: [text], align: "right" }));
}

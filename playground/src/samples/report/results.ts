import { drawBarChart } from "../docx/bar-chart";
import type { DocumentWriter } from "../docx/document-writer";
import type { Cell } from "../docx/table";
import { captionOfTable } from "./method";

const onlineShare = [
  ["R2", 9.8],
  ["R3", 13.4],
  ["R4", 18.9],
  ["R5", 25.6],
  ["R6", 31.2],
  ["R7", 37.5],
] as const;

export function writeResults(report: DocumentWriter): void {
  report.heading(1, "調査の結果");
  writeIntroduction(report);
  writeOnlineApplications(report);
  writeTimeSaved(report);
  writeCosts(report);
}

function writeIntroduction(report: DocumentWriter): void {
  report
    .heading(2, "書かない窓口の導入状況")
    .text(
      "書かない窓口",
      {
        footnote: [
          "職員が住民から必要な事項を聞き取り、又は本人確認書類の情報を読み取って申請書を作成し、住民は内容を確認して署名する方式の窓口をいう。",
        ],
      },
      "を導入している団体は、495団体（32.7％）であった。前回調査の286団体と比べ、2年間で209団体増加した。令和8年度中に導入する予定の団体は188団体であり、これらを加えると683団体（45.2％）となる。",
    )
    .text(
      "区分別の導入率は、指定都市・特別区が80.5％、中核市・施行時特例市が70.7％、その他の市が41.0％、町村が19.7％であった。",
      {
        comment: {
          author: "窓口改革推進係",
          initials: "窓",
          date: "2026-10-28T10:15:00Z",
          text: "町村の導入率は、前回調査の値（11.2％）も併記してはどうか。会議の前に確認する。",
        },
        on: ["指定都市・特別区と町村との差は60.8ポイント"],
      },
      "であり、前回調査の58.3ポイントから拡大した。",
    )
    .text(
      "導入済みの団体における対象手続の数は、平均14.2手続である。転入、転出、転居の3手続は495団体の全てが対象としているが、国民健康保険を対象とする団体は402団体（81.2％）、児童手当を対象とする団体は361団体（72.9％）にとどまる。",
    );
}

function writeOnlineApplications(report: DocumentWriter): void {
  report
    .heading(2, "オンライン申請の利用状況")
    .text(
      "対象26手続の令和7年度の申請件数は6,420万件であり、このうち2,407万5千件（37.5％）がオンラインで行われた。令和6年度の2,031万件（31.2％）と比べ、件数で376万5千件、割合で6.3ポイント増加した。割合の推移を図１に示す。",
    )
    .picture({
      png: drawBarChart(
        onlineShare.map(([label, value]) => ({ label, value, valueLabel: `${value.toFixed(1)}%` })),
        50,
        10,
      ),
      widthMillimetres: 124,
      heightMillimetres: 62,
      name: "図１",
      alternative:
        "棒グラフ。オンライン申請の割合は、令和2年度9.8％、令和3年度13.4％、令和4年度18.9％、令和5年度25.6％、令和6年度31.2％、令和7年度37.5％と毎年度上昇している。",
    })
    .paragraph("Caption", ["図", { field: "SEQ 図 \\* DBCHAR", result: "１" }, "　オンライン申請の割合の推移（％）"])
    .paragraph("Source", ["（注）「R2」は令和2年度を表す。対象は、住民異動、子育て、介護等の26手続である。"])
    .text(
      "手続別にみると、転出届が61.3％と最も高く、児童手当の現況届が54.8％、要介護認定の申請が18.4％であった。オンラインで申請した者のうち、",
      { text: "途中で操作をやめた者の割合は21.7％", underline: true },
      "であり、その理由は「添付書類の用意ができなかった」が最も多かった。",
    )
    .text(
      "手続の案内については、各団体が定める様式がまちまちであることが利用の妨げとなっている。案内文の作成に当たっては、",
      { link: "https://www.example.go.jp/madoguchi/guide/", text: "窓口案内文の作成の手引（令和8年3月）" },
      "を参照されたい。",
    );
}

function writeTimeSaved(report: DocumentWriter): void {
  report
    .heading(2, "待ち時間及び作業時間の変化")
    .heading(3, "住民の待ち時間")
    .indentedText(
      "導入の前後で待ち時間を測定した312団体について集計したところ、転入手続に要する時間は、平均62.4分から38.9分へと23.5分（37.7％）短縮された。繁忙期である3月16日から4月15日までの期間に限ると、平均94.0分から55.1分へと38.9分短縮されており、効果はより大きい。",
    )
    .heading(3, "職員の作業時間")
    .indentedText(
      "職員の作業時間は、1団体当たり年間平均3,180時間削減された。これを1時間当たりの人件費3,400円で換算すると、年間約1,081万円に相当する。削減した時間の使途としては、相談業務の充実を挙げた団体が最も多く、",
      { text: "時間外勤務の縮減", bold: true },
      "がこれに次いだ。ただし、導入後の1年目は、職員の習熟に時間を要し、作業時間が平均4.6％増加した団体が27団体あった。",
    )
    .heading(3, "住民の満足度")
    .indentedText(
      "来庁者アンケートを実施した174団体では、「満足」又は「やや満足」と回答した者の割合が、導入前の58.2％から導入後の81.9％へと23.7ポイント上昇した。年齢別では、70歳以上の上昇幅が29.4ポイントと最も大きく、申請書の記入の負担が軽減されたことが主な理由であった。",
    );
}

function writeCosts(report: DocumentWriter): void {
  report
    .heading(2, "費用及び効果")
    .text(
      "書かない窓口の導入に要した初期費用は、1団体当たり平均2,232万円であり、運用に要する費用は年間平均412万円であった。区分別の状況を",
      { field: "REF 表_費用 \\h", result: "表２" },
      "に示す。作業時間の削減額（年間約1,081万円）から運用費を差し引いた額は約669万円であり、",
      { text: "初期費用の回収に要する期間は約3.3年", bold: true },
      "と推計される。",
    );
  captionOfTable(report, "表_費用", "２", "　書かない窓口に要する費用（1団体当たり平均）");
  report
    .table({
      grid: [3000, 1600, 1500, 1500, 1470],
      headerRows: 1,
      description: "団体の区分ごとの導入団体数、初期費用、国の補助額及び運用費",
      rows: [
        ["団体の区分", "導入団体", "初期費用", "うち国の補助", "運用費（年）"].map((text) => ({ content: [text] })),
        costs("指定都市・特別区", "33", "8,640万円", "2,500万円", "1,730万円"),
        costs("中核市・施行時特例市", "58", "4,120万円", "1,840万円", "806万円"),
        costs("その他の市", "251", "1,850万円", "925万円", "340万円"),
        costs("町村", "153", "760万円", "507万円", "97万円"),
      ],
    })
    .paragraph("Source", [
      "（注）初期費用には、機器の購入費、システムの改修費及び職員の研修費を含む。国の補助の上限額は、1団体当たり2,500万円である。",
    ]);
}

function costs(name: string, ...values: string[]): Cell[] {
  return [
    { content: [name], heading: true, align: "left" },
    ...values.map((text) => ({ content: [text], align: "right" as const })),
  ];
}

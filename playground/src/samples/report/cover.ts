import type { DocumentWriter } from "../docx/document-writer";

export const reportTitle = "地方公共団体における窓口業務のデジタル化に関する実態調査　報告書（案）";

export function writeCover(report: DocumentWriter): void {
  report
    .paragraph("Normal", ["総行窓第128号"], { align: "right" })
    .paragraph("Normal", ["令和8年10月30日"], { align: "right" })
    .paragraph("Normal", ["窓口改革推進会議　構成員　各位"], { spaceBefore: 360 })
    .paragraph("Normal", ["総合行政省地域窓口改革課"], { align: "right", spaceBefore: 240 })
    .paragraph("Title", ["地方公共団体における窓口業務の", { lineBreak: true }, "デジタル化に関する実態調査"])
    .paragraph("Subject", ["報　告　書（案）"])
    .paragraph("Normal", ["調査基準日　令和8年4月1日"], { align: "center", spaceBefore: 1200 })
    .paragraph("Normal", ["調査期間　令和8年5月11日～同年6月19日"], { align: "center" })
    .paragraph("Normal", ["令和8年10月"], { align: "center", spaceBefore: 2400 })
    .paragraph("Normal", [{ text: "総合行政省　地域窓口改革課", bold: true }], { align: "center" });
}

export function writeOverview(report: DocumentWriter): void {
  report
    .paragraph("UnnumberedHeading", ["概　要"], { pageBreakBefore: true })
    .text(
      "本報告書は、全国1,741の市区町村を対象に、窓口業務のデジタル化の現状を調査し、その効果と課題を整理したものである。調査は令和8年4月1日を基準日として実施し、1,512団体から有効な回答を得た（回答率86.8％）。",
    )
    .text(
      "主な結果は、次のとおりである。申請書を書かずに手続ができる",
      { text: "「書かない窓口」を導入した団体は495団体（32.7％）", bold: true },
      "であり、前回調査（令和6年4月1日時点）の286団体から209団体増加した。対象26手続のオンライン申請の割合は令和7年度に37.5％となり、令和2年度の9.8％から約3.8倍に上昇した。転入手続に要する時間は、書かない窓口の導入により平均62.4分から38.9分へと",
      { text: "23.5分（37.7％）短縮", bold: true, colour: "C00000" },
      "された。",
    )
    .text(
      "一方、人口規模による差は依然として大きい。指定都市・特別区の導入率が80.5％であるのに対し、町村の導入率は19.7％にとどまる。課題としては、デジタル人材の不足を挙げた団体が1,089団体（72.0％）と最も多く、予算の確保（937団体、62.0％）がこれに次いだ。",
    )
    .text(
      "これらの結果を踏まえ、令和10年度末までに書かない窓口の導入団体を900団体、オンライン申請の割合を50.0％とすることを目標とし、共同調達の支援、人材の広域派遣及び業務手順の標準化に取り組む必要がある。",
    );
}

import { DocumentWriter } from "./docx/document-writer";

/** A short paper marked 機密性3: what it takes to see the gate refuse. */
export function buildRestrictedNote(): Uint8Array {
  return new DocumentWriter({
    title: "大規模障害発生時の対応方針（検討メモ）",
    creator: "総合行政省地域窓口改革課",
    date: "2026-10-30T00:00:00Z",
    marking: "機密性3情報　関係者限り・複製禁止",
  })
    .paragraph("Normal", ["令和8年10月23日"], { align: "right" })
    .paragraph("Normal", ["地域窓口改革課"], { align: "right" })
    .paragraph("Subject", ["大規模障害発生時の対応方針（検討メモ）"])
    .heading(1, "想定する事態")
    .text(
      "全国共同の申請受付基盤が24時間以上停止し、約310団体の窓口業務に影響が生じる事態を想定する。過去3年間に発生した障害は11件であり、停止時間の最長は7時間40分であった。",
    )
    .heading(1, "対応の方針")
    .item("発生から30分以内に第一報を関係課室に伝達し、2時間以内に窓口の代替手順へ切り替える。")
    .item("復旧の見込みが6時間を超える場合は、紙による受付に切り替えるよう各団体に連絡する。")
    .item("公表の時期及び内容は、原因が判明した段階で別途判断する。")
    .heading(1, "検討を要する事項")
    .text(
      "代替拠点の所在及び切替えの手順については、別途、限定した関係者で検討する。検討の期限は令和8年12月25日とする。",
    )
    .toPackage();
}

import { DocumentWriter } from "./docx/document-writer";

/** A notice to the public without any mark. */
export function buildPublicNotice(): Uint8Array {
  return new DocumentWriter({
    title: "「書かない窓口」を開始します（お知らせ）",
    creator: "みなと野市市民課",
    date: "2026-10-30T00:00:00Z",
  })
    .paragraph("Normal", ["令和8年11月2日"], { align: "right" })
    .paragraph("Normal", ["みなと野市　市民課"], { align: "right" })
    .paragraph("Subject", ["「書かない窓口」を開始します（お知らせ）"])
    .text(
      "市民課では、令和8年12月1日（火）から、市役所本庁舎1階及び2か所の支所において「書かない窓口」を開始します。職員が御用件を伺いながら申請書を作成しますので、住所やお名前を何度も書いていただく必要がなくなります。",
    )
    .paragraph("UnnumberedHeading", ["記"])
    .heading(2, "対象となる手続")
    .text("転入、転出、転居、世帯変更、住民票の写しの交付、印鑑登録証明書の交付など14の手続が対象です。")
    .heading(2, "お持ちいただくもの")
    .item("マイナンバーカード又は運転免許証などの本人確認書類")
    .item("代理の方がお越しになる場合は、委任状")
    .heading(2, "受付時間")
    .text("月曜日から金曜日までの午前8時30分から午後5時15分までです。毎月第2・第4木曜日は午後7時まで延長します。", {
      text: "12月29日から1月3日までは休みます。",
      bold: true,
    })
    .heading(2, "手数料")
    .text(
      "住民票の写しは1通300円、印鑑登録証明書は1通300円です。コンビニエンスストアでは、いずれも1通200円で交付を受けることができます。",
    )
    .paragraph("Normal", ["問合せ先　市民課窓口係　電話 0000-00-0000"], { align: "right", spaceBefore: 360 })
    .toPackage();
}

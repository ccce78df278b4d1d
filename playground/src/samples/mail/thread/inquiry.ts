import { DocumentWriter } from "../../docx/document-writer";
import { htmlBody, htmlText, plainText } from "../content";
import type { Mail } from "../mime/write-mail";
import { miura, okubo, procedureReform, saeki, signatures, yamada } from "../people";
import { writeWorkbook } from "../workbook";

const content = [
  "総合行政省　地域窓口改革課　山田様\n保健生活省　保険窓口課　大久保様\n地域基盤省　市街地行政課　三浦様",
  "お世話になっております。公共情報庁手続改革推進室の佐伯です。",
  "標記の件について、別添の照会文のとおり、窓口手続のオンライン予約の実施状況を調査することとなりました。御多用のところ恐縮ですが、下記により御回答くださいますようお願いいたします。",
  "記",
  "１　回答いただきたい事項\n(1) 所管する窓口手続のうちオンライン予約を実施している手続の数及び令和7年度の予約件数（様式１）\n(2) 予約枠を2割増やした場合に必要となる人員及び経費の試算（様式２）\n(3) 本件の担当者の氏名及び連絡先",
  "２　回答期限\n令和8年12月4日（金）17時",
  "３　提出先\n当室の共有アドレス（tetsuzuki@kokyojoho.example.go.jp）宛て、電子メールにてお願いいたします。",
  "該当がない場合も、その旨を御回答ください。御不明な点は、佐伯まで御連絡ください。",
  signatures.saeki,
] as const;

/** 1 of 8: the inquiry to three offices, as HTML with a text alternative, its letter and its form attached. */
export const inquiry: Mail = {
  id: "20261109101200.3021.1",
  from: saeki,
  to: [yamada, okubo, miura],
  cc: [procedureReform],
  subject: "【照会】窓口手続のオンライン予約の実施状況について（12月4日（金）17時〆切）",
  sent: "2026-11-09T10:12:00+09:00",
  mailer: "Microsoft Outlook 16.0",
  text: plainText(content),
  html: htmlBody(htmlText(content)),
  files: [
    {
      name: "【照会文】オンライン予約の実施状況.docx",
      mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      bytes: letter(),
    },
    {
      name: "様式１・２_回答票.xlsx",
      mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      bytes: answerForm("令和8年12月4日（金）17時"),
    },
  ],
};

function letter(): Uint8Array {
  return new DocumentWriter({
    title: "窓口手続のオンライン予約の実施状況について（照会）",
    creator: "公共情報庁手続改革推進室",
    date: "2026-11-09T00:00:00Z",
  })
    .paragraph("Normal", ["公情手第128号"], { align: "right" })
    .paragraph("Normal", ["令和8年11月9日"], { align: "right" })
    .paragraph("Normal", ["関係府省庁担当課　御中"])
    .paragraph("Normal", ["公共情報庁手続改革推進室"], { align: "right" })
    .paragraph("Subject", ["窓口手続のオンライン予約の実施状況について（照会）"])
    .text("標記について、下記により令和8年12月4日（金）17時までに御回答くださるようお願いします。")
    .paragraph("UnnumberedHeading", ["記"])
    .heading(2, "照会事項")
    .text("オンライン予約を実施している手続の数、令和7年度の予約件数、予約枠を2割増やした場合の人員及び経費の試算")
    .heading(2, "回答の様式")
    .text("様式１及び様式２（別添の回答票）")
    .toPackage();
}

/** The form of the answer, blank. */
export function answerForm(deadline: string): Uint8Array {
  return writeWorkbook("回答票", [
    ["様式１　オンライン予約の実施状況", `回答期限：${deadline}`],
    ["手続の名称", "実施の有無", "令和7年度の予約件数"],
    ["", "", ""],
    ["様式２　予約枠を2割増やした場合の試算"],
    ["手続の名称", "必要な人員（人）", "必要な経費（千円）"],
    ["", "", ""],
  ]);
}

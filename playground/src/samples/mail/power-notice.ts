import { plainText } from "./content";
import type { Mail } from "./mime/write-mail";

/** An ordinary notice of a few lines. */
export const powerNotice: Mail = {
  id: "20261116083000.0901.1",
  from: { name: "庁舎管理室", address: "chosha@gyosei.example.go.jp" },
  to: [{ name: "全職員", address: "all@gyosei.example.go.jp" }],
  subject: "【周知】12月5日（土）の庁舎停電について",
  sent: "2026-11-16T08:30:00+09:00",
  text: plainText([
    "職員各位",
    "電気設備の点検のため、12月5日（土）9時から17時まで、本庁舎の全館が停電します。",
    "・4日（金）の退庁時に、パソコン及び複合機の電源を切ってください。\n・冷蔵庫の中のものは、4日（金）のうちに片付けてください。\n・停電中は、エレベーターと入退館ゲートを使用できません。",
    "この件に関する返信は不要です。",
    "庁舎管理室（内線 20901）",
  ]),
};

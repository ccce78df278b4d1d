import { dayAlone } from "./lists-of-people";
import type { RequestSentence } from "./request-sentences";

/** 「原稿の確認　：１０日１２時」: a deed has its day behind it; a meeting takes place on it. */
const deedWithDay =
  /(?:確認|作成|回答|提出|登録|報告|送付|記入|修正|更新|整理|共有|準備|入力|調整|検討|協議|選定|手配|返送|申請|とりまとめ|取りまとめ)[\s\u3000]*[:：→⇒][\s\u3000]*(?<day>[^:：→⇒]\S.{0,40})$/u;

/** Items that ask for a deed and end in a day are asked by it. */
export function takeItemDays(sentences: readonly RequestSentence[], written: string | undefined): void {
  for (const item of sentences) {
    if (!item.isItem || item.asking !== "asks" || item.text.length > 120) continue;
    const day = deedWithDay.exec(item.text)?.groups!.day;
    const due = day === undefined ? undefined : dayAlone(day, written);
    if (due !== undefined) item.dues = [due];
  }
}

import type { MinutesRecord, MinutesResult } from "@genai-office/shared/tasks";
import type { Statement } from "@genai-office/shared/vocabulary";

const statement = (text: string, ...sources: string[]): Statement => ({ text, sources, layout: "bullet" });

export const discussed = statement("利用者は約3,000人である。", "u2");
export const decided = statement("試行は令和8年4月に始める。", "u3", "u6");
export const tasked = statement("利用規約の案を作る。", "u5");

const text = [
  "１　試行の範囲",
  `・${discussed.text}`,
  "決定事項",
  `・${decided.text}`,
  "宿題事項",
  `・${tasked.text}（担当：山田委員、期限：未定）`,
].join("\n");

const result: MinutesResult = {
  topics: [{ title: "試行の範囲", discussion: [discussed] }],
  decisions: [decided],
  actions: [{ task: tasked, owner: "山田委員", due: "未定" }],
  speakers: ["佐藤課長", "髙﨑委員", "山田委員"],
  text,
  paragraphs: text.split("\n"),
  unsupported: [{ section: "decision", statement: statement("予算は倍にする。", "u4"), reason: "figure" }],
  findings: [
    {
      guard: "evidence",
      code: "evidence-unsure",
      severity: "warning",
      output: { start: text.indexOf(decided.text), end: text.indexOf(decided.text) + decided.text.length },
    },
    { guard: "coverage", code: "part-without-minutes", severity: "warning", values: { blocks: 2 } },
    { guard: "evidence", code: "line-unsupported", severity: "warning", values: { line: "予算は倍にする。" } },
  ],
  models: ["offline"],
};

/** Minutes of a made-up meeting: six utterances, of which some are cited. */
export const sampleRecord: MinutesRecord = {
  title: "情報化推進会議",
  date: "2026-11-02",
  result,
  utterances: [
    ["佐藤課長", "始めます。"],
    ["髙﨑委員", "利用者は約3,000人です。"],
    ["佐藤課長", "試行は4月に始めることでよろしいですか。"],
    ["山田委員", "予算はどうなりますか。"],
    ["佐藤課長", "利用規約の案を山田委員にお願いします。"],
    ["髙﨑委員", "異議ありません。令和8年4月に始めましょう。"],
  ].map(([who, words], index) => ({
    id: `u${index + 1}`,
    label: `${who} 00:0${index}:00`,
    text: words!,
    kind: "utterance",
  })),
  models: ["オフライン簡易エンジン"],
  mark: "機密性２",
};

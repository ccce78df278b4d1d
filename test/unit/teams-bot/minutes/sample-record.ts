import type { MinutesRecord, MinutesResult } from "@genai-office/shared/tasks";
import type { Block, Statement } from "@genai-office/shared/vocabulary";

const utterances: Block[] = (
  [
    [
      "髙﨑 議長",
      "00:00:03",
      "これより第3回窓口改善連絡会を始めます。本日の議題は、予約制の試行と、掲示の見直しです。",
    ],
    ["総務課 田村", "00:01:10", "予約制は6月に3か所で試行し、待ち時間は平均42分から18分になりました。"],
    [
      "山田委員",
      "00:03:25",
      "高齢の方が予約できずに困っているという声を聞いています。電話でも受け付けてはどうでしょうか。",
    ],
    ["総務課 田村", "00:04:02", "電話での受付は、8月から始める方向で検討しています。"],
    ["髙﨑 議長", "00:06:40", "予約制は9月1日から全ての窓口で実施することを決定します。"],
    ["佐藤委員", "00:08:15", "掲示は字が小さく、やさしい日本語も足りないと思います。"],
    ["総務課 田村", "00:09:30", "掲示の案は、総務課で7月31日までに作ります。"],
    ["髙﨑 議長", "00:10:00", "アンケートの案も、どなたかにお願いしたいと思います。"],
  ] as const
).map(([name, time, text], index) => ({ id: `u${index + 1}`, kind: "utterance", label: `${name} ${time}`, text }));

const line = (text: string, ...sources: string[]): Statement => ({ text, sources, layout: "bullet" });

const doubted = line("電話での受付は8月から始まる。", "u4");
const topics = [
  {
    title: "予約制の試行",
    discussion: [
      line("予約制を6月に3か所で試行し、待ち時間は平均42分から18分になったとの説明があった。", "u2"),
      line("高齢の方が予約できずに困っているため、電話でも受け付けてはどうかとの意見があった。", "u3"),
      doubted,
    ],
  },
  { title: "掲示の見直し", discussion: [line("掲示は字が小さく、やさしい日本語も足りないとの意見があった。", "u6")] },
];
const decisions = [line("予約制は9月1日から全ての窓口で実施する。", "u5")];
const actions = [
  { task: line("掲示の案を作る。", "u7"), owner: "総務課", due: "7月31日" },
  { task: line("アンケートの案を作る。", "u8"), owner: "未定", due: "未定" },
];
const text = [...topics.flatMap(({ discussion }) => discussion), ...decisions, ...actions.map(({ task }) => task)]
  .map((statement) => `・${statement.text}`)
  .join("\n");

export const sampleResult: MinutesResult = {
  topics,
  decisions,
  actions,
  speakers: ["髙﨑 議長", "総務課 田村", "山田委員", "佐藤委員"],
  text,
  paragraphs: text.split("\n"),
  unsupported: [{ section: "decision", statement: line("電話での受付は廃止する。", "u4"), reason: "words" }],
  findings: [
    {
      guard: "evidence",
      code: "evidence-unsure",
      severity: "warning",
      source: [{ blockId: "u4" }],
      output: { start: text.indexOf(doubted.text), end: text.indexOf(doubted.text) + doubted.text.length },
    },
  ],
  models: ["model-a"],
};

/** The finished record of a short meeting of our own: eight utterances, one line doubted, one struck. */
export const sampleRecord: MinutesRecord = {
  title: "第3回窓口改善連絡会.vtt",
  date: "2026-07-01",
  result: sampleResult,
  utterances,
  models: ["試験モデル（国内）"],
  mark: "機密性２",
};

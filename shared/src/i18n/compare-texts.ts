import type { TextTable } from "./text-table";

const ja = {
  title: "モデルを比べる",
  intro: "比べるモデルを2つから4つまで選んでください。同じ本文を、選んだすべてのモデルに送ります。",
  choose: "比べるモデル",
  chosen: "{count}つ選んでいます",
  tooMany: "一度に比べられるのは4つまでです",
  none: "使えるモデルがありません。",
  single:
    "いま使えるモデルは「{model}」だけのため、比べられません。比べるには、管理者が中継サーバーにモデルの接続先を2つ以上設定してください。",
  run: "{count}つのモデルで比べる",
  runNone: "比べる",
  again: "もう一度比べる",
  change: "モデルを選び直す",
  dropped: "この文書の機密性または言語では使えないモデルを外しました：{models}。選び直してください。",
  droppedMail: "このメールの機密性または言語では使えないモデルを外しました：{models}。選び直してください。",
  connecting: "準備をしています",
  reading: "本文を読んでいます",
  destination: "下の本文を、中継サーバーを通って次のモデルに送ります：{models}",
  noFallback: "比べている間は、ほかのモデルへの切り替えはしません。",
  confirm: "この内容で比べる",
  results: "比べた結果",
  waiting: "順番を待っています",
  writing: "要約を作っています",
  progress: "{done}／{total}",
  failed: "できませんでした：{cause}",
  cancelled: "中止しました",
  characters: "{characters}字",
  checks: "確認が必要な点：{findings}件",
  seconds: "{seconds}秒",
  units: "処理量：入力{input}・出力{output}",
  cost: "料金の目安：{amount}",
  use: "この結果を使う",
  useOf: "この結果を使う（{model}）",
  show: "「{model}」の結果を見る",
  columnDone: "「{model}」の要約ができました。{characters}字、確認が必要な点は{findings}件です。",
  columnFailed: "「{model}」では要約できませんでした。",
  allDone: "すべてのモデルで処理が終わりました。",
  stopped: "比較を中止しました。結果が届いたモデルは{count}つです。",
} as const;

export type CompareKey = keyof typeof ja;

const en: Record<CompareKey, string> = {
  title: "Compare models",
  intro: "Choose two to four models. The same text is sent to each of them.",
  choose: "Models to compare",
  chosen: "{count} chosen",
  tooMany: "At most four can be compared at once",
  none: "There is no model to use.",
  single:
    "Only “{model}” can be used at the moment, so there is nothing to compare. An administrator has to set up connections to two or more models on the relay server.",
  run: "Compare {count} models",
  runNone: "Compare",
  again: "Compare again",
  change: "Choose other models",
  dropped:
    "Models that cannot be used for this document’s confidentiality or language were taken out: {models}. Choose again.",
  droppedMail:
    "Models that cannot be used for this message’s confidentiality or language were taken out: {models}. Choose again.",
  connecting: "Getting ready",
  reading: "Reading the text",
  destination: "The text below is sent through the relay server to: {models}",
  noFallback: "While models are compared, no other model takes their place.",
  confirm: "Compare with this text",
  results: "Results",
  waiting: "Waiting for its turn",
  writing: "Writing the summary",
  progress: "{done}/{total}",
  failed: "It did not work: {cause}",
  cancelled: "Stopped",
  characters: "{characters} characters",
  checks: "{findings} {findings|point|points} to check",
  seconds: "{seconds} s",
  units: "Processed: {input} in, {output} out",
  cost: "Estimated cost: {amount}",
  use: "Use this result",
  useOf: "Use this result ({model})",
  show: "Show the result of “{model}”",
  columnDone:
    "The summary of “{model}” is ready: {characters} characters, {findings} {findings|point|points} to check.",
  columnFailed: "“{model}” could not summarize.",
  allDone: "All models have ended.",
  stopped: "The comparison was stopped. {count} {count|model has|models have} a result.",
};

/** Texts of the comparison of models; they come with it. */
export const compareTexts: TextTable<CompareKey> = { ja, en };

import type { TextTable } from "@genai-office/shared/i18n";

const ja = {
  heading: "議事録（案）：{meeting}",
  label: "AIによる下書きです（{models}）。内容を確かめてから使ってください。",
  date: "日付",
  speakers: "発言者",
  topics: "議題",
  decisions: "決定事項",
  actions: "宿題事項",
  none: "ありません",
  action: "{task}（担当：{owner}／期限：{due}）",
  more: "ほか{count}件",
  struck: "発言に根拠が見つからなかった{count}行は、載せていません。",
  findings: "確かめていただきたい点が{count}件あります。",
  problems: "読み取れなかった箇所が{count}件あります。",
  openTab: "根拠の発言と並べて見る",
  between: "、",
  done: "「{meeting}」の議事録（案）ができました。決定事項{decisions}件、宿題事項{actions}件です。",
  doneFile: "「{meeting}」の議事録（案）ができました。Wordファイルを受け取れます。",
  doneTab: "[根拠の発言と並べて見る]({link})",
  fileDescription: "議事録（案）のWordファイルです。受け取ると、OneDriveに保存されます。",
  fileName: "議事録（案）_{meeting}.docx",
} as const;

export type MinutesKey = keyof typeof ja;

const en: Record<MinutesKey, string> = {
  heading: "Minutes (draft): {meeting}",
  label: "Drafted by AI ({models}). Check it before you use it.",
  date: "Date",
  speakers: "Speakers",
  topics: "Topics",
  decisions: "Decisions",
  actions: "Action items",
  none: "None",
  action: "{task} (owner: {owner}; due: {due})",
  more: "{count} more",
  struck: "{count} lines that nothing said bears out were left out.",
  findings: "{count} points need checking.",
  problems: "{count} places could not be read.",
  openTab: "Show beside what was said",
  between: ", ",
  done: "The minutes (draft) of “{meeting}” are done: {decisions} decisions, {actions} action items.",
  doneFile: "The minutes (draft) of “{meeting}” are done. You can have them as a Word file.",
  doneTab: "[Show beside what was said]({link})",
  fileDescription: "Minutes (draft) as a Word file. It is kept in your OneDrive.",
  fileName: "Minutes (draft)_{meeting}.docx",
};

/** Texts about finished minutes in chat. */
export const minutesTexts: TextTable<MinutesKey> = { ja, en };

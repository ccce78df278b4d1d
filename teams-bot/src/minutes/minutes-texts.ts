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
  unnamed: "ファイルに発言者の名前がないため、誰の発言かは分かりません。",
  openTab: "根拠の発言と並べて見る",
  between: "、",
  done: "「{meeting}」の議事録（案）ができました。決定事項{decisions}件、宿題事項{actions}件です。",
  doneTab: "[根拠の発言と並べて見る]({link})",
  fileInTab:
    "Wordファイルは、上のリンクのタブにある「Wordで保存」で受け取れます（開けるのは、議事録を頼んだ方だけです）。グループのチャットでは、Teams の仕様によりファイルをお渡しできません。",
  fileInPersonalChat:
    "グループのチャットでは、Teams の仕様によりWordファイルをお渡しできません。必要なときは、ボットとの一対一のチャットで、文字起こしのファイルを添えて「議事録」と送ってください。",
  fileDescription: "「{meeting}」の議事録（案）ができました。受け取ると、Wordファイルが OneDrive に保存されます。",
  fileAgain: "もう一度受け取れます。受け取ると、Wordファイルが OneDrive に保存されます。",
  fileFailed: "「{name}」を OneDrive に保存できませんでした。下のカードから、もう一度受け取れます。",
  filePlaceGone:
    "「{name}」の保存先の期限が切れたか、すでに保存されています。OneDrive に見当たらないときは、下のカードからもう一度受け取ってください。",
  fileGone:
    "「{name}」はお渡しできません。議事録は{days}日を過ぎたか、削除されたため、残っていません。必要なときは、発言記録のファイルをもう一度お送りください。新しく作成します。",
  details: "詳細：{code}（受付番号 {id}）",
  confirmHeading: "「{meeting}」の議事録は、まだ作成していません",
  confirmWhy: "取扱いを確かめる表示があります：{marks}",
  confirmWhat:
    "発言の内容を生成AIに送ってよいか、所属の規程で確かめてください。機密性２の情報として扱い、それが認められたモデルだけに送ります。",
  confirmButton: "確かめたので作成する",
  unreadable: "発言記録のファイルを受け取れませんでした。もう一度お送りください。",
  fileName: "議事録（案）_{meeting}.docx",
  began: "{start}から（文字起こしの開始時刻）",
  heard: "{words}（冒頭の発言による）",
  lasted: "{start}から{end}まで（文字起こしの時刻）",
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
  unnamed: "The file names nobody, so it cannot be told who said what.",
  openTab: "Show beside what was said",
  between: ", ",
  done: "The minutes (draft) of “{meeting}” are done: {decisions} decisions, {actions} action items.",
  doneTab: "[Show beside what was said]({link})",
  fileInTab:
    "The Word file is in the tab behind this link: “Save as Word” (it opens for the person who asked). Teams lets nobody hand over files in group chats.",
  fileInPersonalChat:
    "Teams lets nobody hand over files in group chats. For the Word file, send “minutes” with the transcript in the one-to-one chat with the bot.",
  fileDescription: "The minutes (draft) of “{meeting}” are done. Accept to keep them as a Word file in your OneDrive.",
  fileAgain: "You can have it once more. Accept to keep it as a Word file in your OneDrive.",
  fileFailed: "“{name}” could not be saved in your OneDrive. Accept the card below to have it once more.",
  filePlaceGone:
    "The place for “{name}” has run out, or the file is there already. If you do not find it in your OneDrive, accept the card below.",
  fileGone:
    "“{name}” cannot be handed over: its minutes are older than {days} days or were deleted, and are not kept any more. Send the transcript once more, and they are written anew.",
  details: "Details: {code} (number {id})",
  confirmHeading: "The minutes of “{meeting}” have not been written yet",
  confirmWhy: "The file has marks that ask about its handling: {marks}",
  confirmWhat:
    "Check by the rules of your office whether what was said may be given to generative AI. It is handled as 機密性2 and goes only to models that are cleared for it.",
  confirmButton: "I have checked: write them",
  unreadable: "The transcript could not be fetched. Please send it again.",
  fileName: "Minutes (draft)_{meeting}.docx",
  began: "from {start} (beginning of the transcript)",
  heard: "{words} (as said at the opening)",
  lasted: "{start} to {end} (times of the transcript)",
};

/** Texts about finished minutes in chat. */
export const minutesTexts: TextTable<MinutesKey> = { ja, en };

/** Language of the person's client; Japanese unless it is English. */
export function localeOf({ locale }: { locale: string }): "ja" | "en" {
  return locale.toLowerCase().startsWith("en") ? "en" : "ja";
}

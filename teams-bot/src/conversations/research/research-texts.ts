import type { TextTable } from "@genai-office/shared/i18n";

const ja = {
  none: "使えるAIアプリがありません。",
  list: "使えるAIアプリです。「調べる 番号 質問」のように送ってください。",
  item: "{number}. {name}",
  itemOfTeam: "{number}. {name}（{team}）",
  paneOnly: "（入力欄が多いため、Word か Outlook の画面から）",
  cannotRun: "（ここからは実行できません）",
  signIn:
    "「{service}」のAIアプリは、一人ずつのサインインが要るため、ここでは使えません。Word か Outlook の画面から使ってください。",
  serviceFailed: "「{service}」のAIアプリは、いま確認できません。",
  unknown: "「{name}」という名前や番号のAIアプリは見つかりません。「調べる」と送ると一覧を出します。",
  noQuestion: "「{app}」に聞きたいことを続けて送ってください。例：調べる {number} 行政手続のオンライン化の根拠",
  usePane:
    "「{app}」は入力欄が多いため、ここでは実行できません。Word か Outlook の画面の「調べる」から使ってください。",
  tooShort: "質問が短すぎます。{minimum}字以上で送ってください。",
  tooLong: "質問が長すぎます。{maximum}字以内で送ってください。",
  started: "「{app}」で調べています。終わったら、回答をこのチャットに出します。",
  accepted: "「{app}」が受け付けました。数分から、長いときは数日かかります。終わったら、このチャットでお知らせします。",
  arrived: "「{app}」の回答が届きました。上のメッセージをご覧ください。",
  interrupted:
    "「{app}」に質問を送りましたが、回答を受け取る前に接続が切れました。二重に実行しないため、自動ではやり直していません。必要なときは、もう一度送ってください。",
  details: "詳細：connection-lost",
  label: "AIアプリ「{app}」の回答（AIによる下書き）",
  sources: "出典",
  files: "回答にはファイルがあります：{names}。ここには出せません。Word か Outlook の画面から実行すると受け取れます。",
  part: "（{number}／{count}）",
} as const;

export type ResearchKey = keyof typeof ja;

const en: Record<ResearchKey, string> = {
  none: "There is no AI app you can use.",
  list: "AI apps you can use. Send for example “research NUMBER QUESTION”.",
  item: "{number}. {name}",
  itemOfTeam: "{number}. {name} ({team})",
  paneOnly: " (has several fields: use the Word or Outlook pane)",
  cannotRun: " (cannot be run from here)",
  signIn:
    "The AI apps of “{service}” ask each person to sign in and cannot be used here. Use the Word or Outlook pane.",
  serviceFailed: "The AI apps of “{service}” cannot be checked at the moment.",
  unknown: "There is no AI app of the name or number “{name}”. Send “research” for a list.",
  noQuestion: "Send your question behind the app. Example: research {number} legal basis of online procedures",
  usePane: "“{app}” has several fields and cannot be run here. Use the Word or Outlook pane.",
  tooShort: "The question is too short: at least {minimum} characters.",
  tooLong: "The question is too long: at most {maximum} characters.",
  started: "Asking “{app}”. The answer will be shown in this chat.",
  accepted:
    "“{app}” has accepted the question. It takes minutes, at times days. You will be told in this chat when the answer is there.",
  arrived: "The answer of “{app}” is there: see the message above.",
  interrupted:
    "The question was sent to “{app}”, but the connection was lost before the answer came. It was not asked a second time by itself. Send it again if you need it.",
  details: "Details: connection-lost",
  label: "Answer of the AI app “{app}” (drafted by AI)",
  sources: "Sources",
  files:
    "The answer has files: {names}. They cannot be shown here; run the app from the Word or Outlook pane to get them.",
  part: " ({number}/{count})",
};

/** Texts of research in chat. */
export const researchTexts: TextTable<ResearchKey> = { ja, en };

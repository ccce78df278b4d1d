import type { Notice } from "../texts";

/** Words of the Teams page. The playground's pages are in Japanese only; what the bot and its tab say is in both languages. */
export const texts = {
  chats: { personal: "個人チャット", groupChat: "グループチャット", meeting: "会議のチャット", channel: "チャネル" },
  botChat: (name: string) => `${name}（ボット）`,
  members: (names: readonly string[]) => names.join("、"),
  withBot: "ボットとの一対一のチャットです。書いて送ると、ボットが答えます。",
  inGroup: (count: number) => `${count}人とボットがいます。ボットには、名前を付けた（@）発言だけが届きます。`,
  generated: "AI生成",
  generatedHint: "生成AIが書いた内容です。正しいとは限りません。",
  edited: "更新",
  writing: "書いています",
  typing: (name: string) => `${name} が入力しています`,
  said: (name: string) => `${name} から新しいメッセージ`,
  sources: "根拠",
  source: (number: number, name: string) => `根拠 ${number}：${name}`,
  like: "役に立った",
  dislike: "役に立たなかった",
  thanks: "お知らせしました",
  more: (who: string) => `${who} のメッセージへの操作`,
  attachedFile: "添付ファイル",
  download: "ダウンロード",
  bytes: (count: number) =>
    count >= 1_000_000 ? `${(count / 1_000_000).toFixed(1)} MB` : `${Math.max(1, Math.round(count / 1000))} kB`,
  consent: { accept: "受け取る", decline: "受け取らない" },
  consented: { accept: "受け取りました", decline: "受け取りませんでした" },
  card: "カード",
  cardUnreadable: "このカードは表示できません。",
  composeHint: (name: string) => `${name} へのメッセージを入力`,
  composeGroup: (name: string) => `メッセージを入力（@${name} を付けるとボットに届きます）`,
  mention: (name: string) => `@${name}`,
  attach: "ファイルを添付",
  attachGroup:
    "グループや会議のチャットでは、ボットはファイルを受け取れません（Teams の仕様）。個人チャットで送ってください。",
  commands: "ボットにできること",
  send: "送る",
  stop: "中止",
  remove: (name: string) => `${name} を外す`,
  notHeard: "ボットには届いていません。届けるには、名前（@）を付けて送ってください。",
  pendingCard: "送る前のカード",
  feedbackTitle: { like: "よかった点", dislike: "よくなかった点" },
  feedbackHint: "書かなくても送れます。文章は記録に残りません（役に立ったかどうかだけが残ります）。",
  feedbackLabel: "ご意見（任意）",
  cancel: "やめる",
  close: "閉じる",
  working: "処理しています",
  tabChat: "チャット",
  tabMinutes: "議事録",
  tabTitle: "議事録タブ",
  narrow: "幅320ピクセル",
  theme: "テーマ",
  themes: { default: "ライト", dark: "ダーク", contrast: "コントラスト" },
  tabNotEmulated: (name: string) => `再現していない機能です：${name}`,
  faultsOn: (count: number) => `不調を${count}件待ち構えています`,
  logEmpty: "まだ通信はありません。",
  toBot: "→ ボット",
  toConnector: "ボット →",
  answer: "応答",
  request: "要求",
  noAnswer: "応答なし",
  detail: (name: string) => `詳細：${name}`,
  examples: "試してみる",
  counts: (chats: number) => `チャット ${chats}件`,
  starting: "ボットを起動しています",
};

/** Examples that are words only; those with a file come from the server. */
export const wordExamples: readonly { title: string; description: string; text: string }[] = [
  {
    title: "文章を要約する",
    description: "「要約」に続けて文章を送ります。",
    text: "要約\n窓口業務改善検討会では、10月の待ち時間調査の結果が報告された。平均の待ち時間は18分で、昨年度の26分から8分短くなった。一方で月曜日は平均31分と長く、書類の不足による再度の来庁が全体の17パーセントを占めた。検討会は、委任状の様式を統一すること、来年1月12日から予約制を試行すること、1月の下旬に同じ方法で調査を行うことを決めた。予約の枠は1日40件とし、予約のない来庁者も従来どおり受け付ける。",
  },
  {
    title: "英語を訳す",
    description: "「翻訳」に続けて文章を送ります。",
    text: "翻訳\nThank you for your inquiry. The office is open from 9:00 to 17:00. Please bring your residence card.",
  },
];

export const notices = {
  notStarted: {
    title: "Teams の画面を始められませんでした",
    advice: "ターミナルの npm start が動いていることを確かめて、ページを再読み込みしてください。",
  },
  noAnswer: {
    title: "ボットが応答しませんでした",
    advice: "少し待って、もう一度送ってください。通信の記録で、やり取りを確かめられます。",
  },
  failed: {
    title: "送れませんでした",
    advice: "ターミナルの npm start が動いていることを確かめて、もう一度送ってください。",
  },
  sampleFailed: { title: "サンプルを読み込めませんでした", advice: "ページを再読み込みしてください。" },
} satisfies Record<string, Notice>;

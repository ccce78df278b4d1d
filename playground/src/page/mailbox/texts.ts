import type { OutlookProfileId } from "@genai-office/office-host/outlook";
import type { Notice } from "../texts";

/** Everything the mailbox page says. Japanese only, as the other pages of the playground. */
export const texts = {
  owner: (name: string) => `${name}さんの受信トレイ`,
  folders: { received: "受信トレイ", drafts: "下書き", sent: "送信済み" },
  emptyFolder: {
    received: "メールはありません。.eml ファイルをこの画面にドロップすると、ここに加わります。",
    drafts: "下書きはありません。",
    sent: "送信済みのメールはありません。この環境では、送信してもここに移るだけです。",
  },
  unread: "未読",
  hasAttachments: "添付あり",
  noSubject: "（件名なし）",
  nobody: "（差出人なし）",
  noRecipients: "（宛先なし）",
  counts: (mails: number, unread: number) => `${mails}件（未読${unread}件）`,
  to: "宛先",
  cc: "CC",
  bcc: "BCC",
  showBcc: "BCC の欄を表示",
  subject: "件名",
  body: "本文",
  reply: "返信",
  replyAll: "全員に返信",
  send: "送信",
  discard: "破棄",
  closeWindow: "作成のウィンドウを閉じる",
  saveDraft: "下書きに保存",
  discardDraft: "保存せずに閉じる",
  readingWindow: "閲覧",
  nothingSelected: "左の一覧からメールを選んでください。",
  attachments: "添付ファイル",
  removeAttachment: (name: string) => `添付「${name}」を外す`,
  download: (name: string) => `「${name}」をダウンロード`,
  blockedPictures: (count: number) => `外部の画像${count}件は読み込んでいません（開封を相手に知らせないため）。`,
  mailBody: (subject: string) => `メールの本文：${subject}`,
  draftBody: (subject: string) => `作成中の本文：${subject}`,
  protectedBody: "このメールは暗号化されているため、本文を表示できません。",
  added: (count: number) => `${count}件のメールを受信トレイに加えました。`,
  readAs: (name: string) => `${name} として読む`,
  stayOwner: (name: string) => `${name} のまま`,
  adding: (count: number) => `${count}件のファイルを読み込んでいます…`,
  sent: "「送信済み」に移しました。この環境では、実際には何も送信されません。",
  saved: "「下書き」に保存しました。",
  discarded: "作成中のメールを破棄しました。",
  closed: "閉じました。保存済みの内容は「下書き」にあります。",
  loading: "メールを読み込んでいます…",
  notEmulated: (member: string) => `この環境で再現していない機能が呼ばれました：${member}`,
  paneClosed: "作業ウィンドウは閉じています。",
  paneUnavailable: (edition: string) => `${edition}では、メールの作成中にアドインを使えません。`,
  openPane: (name: string) => `${name}を開く`,
  pinned: "固定中。別のメールを選んでも作業ウィンドウは開いたままです。",
  unpinned: "固定していません。別のメールを選ぶと作業ウィンドウは閉じます。",
  pinUnavailable: "このエディションでは、作業ウィンドウを固定できません。",
  faultsOn: (count: number) => `不調を再現中（${count}件）`,
  reloaded: "作業ウィンドウが再読み込みされました（不調の再現）。",
  openPaneAddress: "作業ウィンドウを開く",
  keepWriting: "作成に戻る",
  detail: (code: string) => `エラーの種類：${code}`,
} as const;

export const profileNames: Readonly<Record<OutlookProfileId, string>> = {
  web: "Web 版",
  "new-windows": "新しい Windows 版",
  windows: "Windows 版（Microsoft 365）",
  mac: "Mac 版（Microsoft 365）",
  "ltsc-2021": "Windows 版（LTSC 2021）",
  mobile: "モバイル版",
};

export const closeNotice: Notice = {
  title: "このメールには、保存していない内容があります。",
  advice: "「下書きに保存」すると、あとで左の「下書き」から開けます。",
};

/** A mail was added that was not written to the person whose mailbox this is. */
export const otherReaderNotice = (count: number, reader: string, owner: string): Notice => ({
  title: texts.added(count),
  advice: `宛先は ${reader} です。いまは ${owner} として読んでいるため、その依頼は「ほかの人に依頼されていること」になります。`,
});

export const notices = {
  notMail: (names: readonly string[]) => ({
    title: `メールとして読み取れないため、加えませんでした：${names.join("、")}`,
    advice: ".eml 形式で保存したメールをお試しください。Outlook の .msg 形式は開けません。",
  }),
  unreadable: (names: readonly string[]) => ({
    title: `ファイルを読み取れませんでした：${names.join("、")}`,
    advice: "ほかのアプリで開いたままになっていないか、場所が移動していないかを確かめてください。",
  }),
  tooLarge: (names: readonly string[]) => ({
    title: `ファイルが大きすぎるため、加えませんでした：${names.join("、")}`,
    advice: "添付ファイルを外したメールでお試しください。開けるのは50 MBまでです。",
  }),
  noAddress: {
    title: "宛先のメールアドレスがないため、送信済みに移しませんでした。",
    advice: "「宛先」にメールアドレスを入力してから、もう一度「送信」を押してください。",
  },
  samplesMissing: {
    title: "サンプルのメールを読み込めませんでした。",
    advice: "起動したプログラムが動いているかを確かめ、ページを再読み込みしてください。",
  },
  paneFailed: {
    title: "作業ウィンドウを読み込めませんでした。",
    advice:
      "初回は、ブラウザーで作業ウィンドウの証明書も許可する必要があります。「作業ウィンドウを開く」で許可してから、このページを再読み込みしてください。",
  },
  notStarted: {
    title: "設定を読み込めませんでした。",
    advice: "起動したプログラム（npm start）が動いているかを確かめ、ページを再読み込みしてください。",
  },
} as const;

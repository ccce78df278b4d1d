import type { PackageErrorCode } from "@genai-office/office-host/package";

/** What happened, and what the person can do now. */
export interface Notice {
  readonly title: string;
  readonly advice: string;
}

/** Everything the page says. It is a tool for trying things out in Japan: Japanese only. */
export const texts = {
  ready: (pages: number) => `${pages}ページ`,
  selection: (paragraphs: number, characters: number) =>
    `選択中：${characters.toLocaleString("ja-JP")}字（${paragraphs}段落）`,
  noSelection: "選択なし（文書全体が対象になります）",
  opening: (name: string) => `「${name}」を開いています…`,
  drawing: "文書を表示しています。ページ数の多い文書では数十秒かかることがあります…",
  redrawing: "変更後の文書を表示しています…",
  opened: (name: string) => `「${name}」を開きました。`,
  unsaved: "変更あり（未保存）",
  downloaded: (name: string) => `「${name}」をダウンロードしました。`,
  typing: "この画面では文章の手入力はできません。文章を選択して、右の作業ウィンドウから操作してください。",
  openPaneAddress: "作業ウィンドウを開く",
  openAnyway: "保存せずに開く",
  keep: "今の文書に戻る",
  close: "閉じる",
  detail: (code: string) => `エラーの種類：${code}`,
} as const;

export const unsavedNotice: Notice = {
  title: "今の文書には、まだダウンロードしていない変更があります。",
  advice: "必要なときは、先に「ダウンロード」で保存してください。このまま開くと、変更は失われます。",
};

/** Each says that the document as before stays open. */
export const packageNotices: Readonly<Record<PackageErrorCode | "legacy", Notice>> = {
  "not-a-package": {
    title: "Word 文書（.docx）ではないため、開けませんでした。",
    advice:
      "拡張子が .docx でも中身が別の形式のことがあります。Word で開き、「Word 文書（.docx）」として保存し直してください。",
  },
  encrypted: {
    title: "パスワードで保護されているため、開けませんでした。",
    advice: "Word で開き、「ファイル」→「情報」→「文書の保護」からパスワードを外した写しを作って、お試しください。",
  },
  empty: {
    title: "ファイルの中身が空のため、開けませんでした。",
    advice: "コピーや送信の途中で中身が失われたおそれがあります。元のファイルを確かめてください。",
  },
  "too-large": {
    title: "ファイルが大きすぎるため、開けませんでした。",
    advice: "図を圧縮するか、章ごとに分けた文書でお試しください。開けるのは256 MB（展開後512 MB）までです。",
  },
  "not-word": {
    title: "Word の文書ではないため、開けませんでした。",
    advice: "Excel や PowerPoint などのファイルは開けません。Word 文書（.docx）を選んでください。",
  },
  legacy: {
    title: "古い形式（.doc）の文書のため、開けませんでした。",
    advice: "Word で開き、「名前を付けて保存」で「Word 文書（.docx）」を選んで保存し直してください。",
  },
  broken: {
    title: "ファイルが壊れているため、開けませんでした。",
    advice: "元のファイルをもう一度入手するか、Word の「開いて修復する」で保存し直してください。",
  },
};

export const notices = {
  several: {
    title: "一度に開けるのは1つの文書です。",
    advice: "文書は開いていません。1つだけを選んで、もう一度お試しください。",
  },
  unreadable: {
    title: "ファイルを読み取れませんでした。",
    advice: "ほかのアプリで開いたままになっていないか、場所が移動していないかを確かめてください。",
  },
  sampleMissing: {
    title: "サンプル文書を読み込めませんでした。",
    advice: "起動したプログラムが動いているかを確かめ、ページを再読み込みしてください。",
  },
  cannotDraw: {
    title: "文書を表示できませんでした。",
    advice: "この画面の表示機能が扱えない部品が含まれています。文書は変更されていません。",
  },
  cannotRedraw: {
    title: "変更後の文書を画面に表示できませんでした。",
    advice: "変更は文書に反映されています。「ダウンロード」で保存し、Word で確かめてください。",
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
} satisfies Record<string, Notice>;

import type { TextTable } from "@genai-office/shared/i18n";

/** Words of the tab. */
export type TabText =
  | "title"
  | "list"
  | "refresh"
  | "connecting"
  | "loading"
  | "emptyTitle"
  | "empty"
  | "emptyHow"
  | "open"
  | "untitled"
  | "waiting"
  | "running"
  | "runningSteps"
  | "finished"
  | "failed"
  | "cancelled"
  | "cancel"
  | "cancelling"
  | "remove"
  | "removeQuestion"
  | "removeYes"
  | "removeNo"
  | "removed"
  | "back"
  | "draft"
  | "check"
  | "speakers"
  | "date"
  | "discussion"
  | "decisions"
  | "actions"
  | "none"
  | "ownerAndDue"
  | "struck"
  | "removeOf"
  | "evidence"
  | "evidenceHow"
  | "evidenceOf"
  | "evidenceGone"
  | "around"
  | "copy"
  | "copied"
  | "copyFailed"
  | "save"
  | "saved"
  | "saveFailed"
  | "remarks"
  | "signIn"
  | "signInWhy"
  | "outside"
  | "updated"
  | "gone";

export const tabTexts: TextTable<TabText> = {
  ja: {
    title: "議事録",
    list: "議事録の一覧",
    refresh: "更新",
    connecting: "Teams につないでいます",
    loading: "読み込んでいます",
    emptyTitle: "まだ議事録はありません",
    empty:
      "ボットとのチャットに、会議の文字起こしファイル（.vtt、.docx、.txt など）を添えて「議事録」と送ると、ここに並びます。",
    emptyHow: "できた議事録は、一文ごとに根拠となる発言と並べて確かめられます。",
    open: "開く",
    untitled: "名前のない会議",
    waiting: "順番を待っています",
    running: "作成しています",
    runningSteps: "作成しています（{done}/{planned}）",
    finished: "できました",
    failed: "作れませんでした",
    cancelled: "中止しました",
    cancel: "中止",
    cancelling: "中止を頼みました",
    remove: "削除",
    removeQuestion: "「{title}」を、根拠となる発言とともに削除します。元に戻せません。",
    removeYes: "削除する",
    removeNo: "やめる",
    removed: "削除しました。",
    back: "一覧に戻る",
    draft: "生成AIによる下書き（{models}）",
    check: "内容を発言と見比べて確かめてください。",
    speakers: "発言者",
    date: "日付",
    discussion: "議論",
    decisions: "決定事項",
    actions: "宿題事項",
    none: "なし",
    ownerAndDue: "（担当：{owner}、期限：{due}）",
    struck: "根拠が確かめられず外した記載（{count}件）",
    removeOf: "「{title}」を削除",
    evidence: "根拠の発言",
    evidenceHow: "左の文を選ぶと、根拠となる発言がここに出ます。",
    evidenceOf: "「{words}」の根拠",
    evidenceGone: "根拠の発言は残っていません。",
    around: "前後の発言",
    copy: "議事録をコピー",
    copied: "コピーしました。",
    copyFailed: "コピーできませんでした。文字を選んでコピーしてください。",
    save: "Wordで保存",
    saved: "Wordファイルを保存しました。",
    saveFailed: "Wordファイルを作れませんでした。「議事録をコピー」で文章を写してください。",
    remarks: "全体について確認すること",
    signIn: "サインイン",
    signInWhy: "議事録は作成した本人だけが見られます。サインインしてください。",
    outside: "この画面は Teams の中で開いてください。",
    updated: "一覧を更新しました。",
    gone: "この議事録はありません。保存の期間が過ぎたか、削除されたか、ほかの人のものです。",
  },
  en: {
    title: "Minutes",
    list: "Your minutes",
    refresh: "Refresh",
    connecting: "Connecting to Teams",
    loading: "Loading",
    emptyTitle: "There are no minutes yet",
    empty:
      "Send “minutes” to the bot with the transcript of a meeting (.vtt, .docx, .txt …); the minutes will be listed here.",
    emptyHow: "Each sentence of the minutes is shown beside the words it rests on.",
    open: "Open",
    untitled: "Meeting without a name",
    waiting: "Waiting for its turn",
    running: "Being written",
    runningSteps: "Being written ({done}/{planned})",
    finished: "Finished",
    failed: "Could not be written",
    cancelled: "Cancelled",
    cancel: "Cancel",
    cancelling: "Cancelling",
    remove: "Delete",
    removeQuestion: "Delete “{title}” with the words it rests on? This cannot be undone.",
    removeYes: "Delete",
    removeNo: "Keep",
    removed: "Deleted.",
    back: "Back to the list",
    draft: "AI draft ({models})",
    check: "Compare it with what was said.",
    speakers: "Speakers",
    date: "Date",
    discussion: "Discussion",
    decisions: "Decisions",
    actions: "Action items",
    none: "None",
    ownerAndDue: " (owner: {owner}; due: {due})",
    struck: "Taken out because nothing bears it out ({count})",
    removeOf: "Delete “{title}”",
    evidence: "What was said",
    evidenceHow: "Choose a sentence on the left to see the words it rests on.",
    evidenceOf: "What “{words}” rests on",
    evidenceGone: "These words are no longer kept.",
    around: "Before and after",
    copy: "Copy the minutes",
    copied: "Copied.",
    copyFailed: "It could not be copied. Select the text and copy it.",
    save: "Save as Word",
    saved: "The Word file is saved.",
    saveFailed: "The Word file could not be made. Copy the minutes instead.",
    remarks: "To be checked on the whole",
    signIn: "Sign in",
    signInWhy: "Only the person who asked for minutes can see them. Please sign in.",
    outside: "Open this page in Teams.",
    updated: "The list is up to date.",
    gone: "These minutes are not here: their time has passed, they were deleted, or they are somebody else's.",
  },
};

/**
 * What the AI apps say. GENAI is Japanese, so are they. Kept here and not in the catalogue of the panes: nobody there
 * reads them, and every text there is loaded by every pane. `{name}` is filled in by `say`.
 */
export const ja = {
  "job.accepted": "受け付けました。終わると、利用履歴に結果が出ます。",
  "job.running": "処理しています。",
  "job.runningProgress": "処理しています（{progress}）。",

  "label.draft": "AIによる下書き・{task}（{model}）",
  "label.draftOffline": "下書き・{task}（{model}）",
  "label.offline": "生成AIではなく、オフライン簡易エンジンによる機械的な処理です。",
  "label.switched": "「{from}」が応答できなかったため、「{to}」が答えました。",
  "label.check": "内容を確かめてからお使いください。",
  "heading.findings": "確認が必要な箇所",
  "heading.sources": "根拠",
  "findings.none": "数字などの食い違いは見つかりませんでした。",
  "source.paragraph": "段落{number}",
  "source.inFile": "{file} 段落{number}",
  "findings.place": "{text}（{place}）",
  "reply.subject": "件名：{subject}",

  "task.summarize": "要約",
  "task.translate": "翻訳",
  "task.minutes": "議事録",
  "task.reply": "返信案",
  "task.answer": "回答案",

  "refusal.field": "「{field}」の値を読み取れませんでした。入力し直してください。",
  "refusal.fieldTooLong": "「{field}」は{maximum}字までです。短くして、もう一度実行してください。",
  "refusal.required": "「{field}」を入力してください。",
  "refusal.date": "「{field}」は 2026-04-01 の形で入力してください。",
  "refusal.terms": "「{field}」の「{line}」を読み取れません。1行に1つ、「もとの言葉=訳語」の形で入力してください。",
  "refusal.nothing": "文章がありません。文章を入力するか、ファイルを選んでください。",
  "refusal.fileShape": "ファイルを読み取れませんでした。選び直して、もう一度実行してください。",
  "refusal.fileBroken": "「{file}」を読み取れませんでした。開けることを確かめて、もう一度選んでください。",
  "refusal.fileKind": "「{file}」は扱えない種類のファイルです。{kinds} を選んでください。",
  "refusal.fileEncrypted":
    "「{file}」はパスワードで保護されているため、読み取れません。保護を解いてから選んでください。",
  "refusal.fileTooLarge": "「{file}」は大きすぎて読み取れません。必要な部分だけのファイルにしてください。",
  "refusal.fileEncoding":
    "「{file}」の文字コードを判別できません。UTF-8、Shift_JIS、UTF-16 のどれかで保存し直してください。",
  "refusal.tooLong": "文章が合わせて{characters}字あります。{maximum}字までにしてください。",
  "refusal.tooManyFiles": "ファイルは{maximum}個までです。",
  "refusal.blocked":
    "{place}に「{marking}」の表示があります。機密性3の情報は扱えないため、何も送らずに止めました。表示が誤りのときは、直してから実行してください。",
  "refusal.ask":
    "{place}に「{marking}」とありますが、格付を判断できないため、何も送らずに止めました。格付を確かめ、機密性3でなければ「{field}」に印を付けて、もう一度実行してください。",
  "refusal.modelNotCleared": "選ばれたモデルは、この文書の機密性では使えません。何も送っていません。",
} as const;

export type TextKey = keyof typeof ja;

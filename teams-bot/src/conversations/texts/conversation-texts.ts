import type { TextTable } from "@genai-office/shared/i18n";

const ja = {
  help: [
    "質問・要約・翻訳・議事録のお手伝いをします。送る前に機密性を確かめ、答えはAIによる下書きと表示します。",
    "- **質問**：そのまま書いて送ってください。ファイル（.docx、.txt など）を添えると、その中身だけから、根拠の番号を付けて答えます。",
    "- **要約**／**翻訳**：この言葉に続けて文章を貼り付けるか、ファイルを添えて送ってください。",
    "- **議事録**：会議の文字起こしファイル（.vtt、.docx、.txt など）を添えて送ってください。",
    "- **新しい話題**：これまでのやり取りを忘れます。　**中止**：作成中のものをやめます。",
    "- **調べる**：GENAIのアプリで調べます（一対一のチャットのみ）。",
  ].join("\n"),
  helpGroup: [
    "質問・要約・翻訳のお手伝いをします。送る前に機密性を確かめ、答えはAIによる下書きと表示します。このチャットでは、@{bot} を付けた発言だけがボットに届きます。",
    "- **質問**：@{bot} に続けて、そのまま書いて送ってください。",
    "- **要約**／**翻訳**：@{bot} に続けて、この言葉と文章を送るか、メッセージの「…」メニューから選んでください。",
    "- **新しい話題**：これまでのやり取りを忘れます。　**中止**：作成中のものをやめます。",
    "- **議事録**と、ファイルについての質問は、ボットとの一対一のチャットで送ってください（ここではファイルを受け取れません）。",
    // A paragraph of its own, behind the list.
    "\nここでの質問と答えは、このチャットの全員の続きの質問に使うため、{days}日間覚えます。「@{bot} 新しい話題」と送ると、だれでも忘れさせることができます。",
  ].join("\n"),
  forgotten: "これまでのやり取りを忘れました。新しい話題をどうぞ。",
  forgottenGroup: "このチャットでのやり取りを、全員の分とも忘れました。新しい話題をどうぞ。",
  nothingToForget: "覚えているやり取りはありません。",
  stopping: "{count}件を中止します。",
  nothingToStop: "作成中のものはありません。",
  needsFile: "会議の文字起こしファイル（.vtt、.docx、.txt など）を添えて、「議事録」と送ってください。",
  filesWithheld:
    "グループや会議のチャットでは、ボットはファイルを受け取れません（Teams の仕様）。ボットとの一対一のチャットで、ファイルを添えて送ってください。議事録はWordファイルでもお渡しできます。",
  needsText: "「{word}」に続けて文章を貼り付けるか、ファイルを添えて送ってください。",
  filesBeyond: "一度に受け付けられるのは{most}件までです。次のファイルは受け付けていません。あらためて送ってください。",
  filesUnread: "次のファイルは、文字起こしとして読めない種類のため使っていません。",
  oneFile: "ファイルは一つずつ送ってください。",
  askWhat:
    "「{file}」を受け取りました。何をしますか。「議事録」「要約」「翻訳」か、質問を書いて、ファイルと一緒にもう一度送ってください。",
  fileFailed: "「{file}」を受け取れませんでした。もう一度送ってください。",
  fileTooLarge: "「{file}」は大きすぎます（{megabytes} MBまで）。",
  fileUnread: "「{file}」の中身は読めません。.docx、.txt、.vtt などのファイルを送ってください。",
  summary: "要約",
  translation: "翻訳",
  label: "AIによる下書き（{models}）",
  labelFree: "AIによる回答（{models}）。資料に基づかない説明です。数字・日付・法令などは原典で確かめてください。",
  labelCited: "AIによる回答（{models}）。「{file}」の記載だけに基づきます。番号は根拠の箇所です。",
  check: "確認してください：",
  between: "、",
  remembered: "これまでの{count}回のやり取りを踏まえています。「新しい話題」と送ると忘れます。",
  rememberedGroup:
    "このチャットでのこれまでの{count}回のやり取り（ほかの方の質問を含みます）を踏まえています。「@{bot} 新しい話題」と送ると忘れます。",
  remembersGroup:
    "この質問と答えは、このチャットの全員の続きの質問に使います（{days}日間）。「@{bot} 新しい話題」と送ると忘れます。",
  dropped: "長いため、古いやり取り{count}回は踏まえていません。",
  searching: "「{file}」から答えを探しています",
  writing: "「{file}」から答えを書いて、根拠を確かめています（{characters}字）",
  thinking: "答えを考えています",
  unconfirmed: "未確認",
  citation: "{file}・{place}",
  paragraph: "{number}段落目",
  offlineAsk:
    "いまつながっているのは「{model}」だけで、資料のない質問には答えられません。ファイルを添えて質問すると、その中から答えを探します。",
  personalOnly: "「調べる」は、ボットとの一対一のチャットでお使いください。",
  declined: "ファイルは受け取らないとのことで、承知しました。議事録はタブからも確かめられます。",
} as const;

export type ConversationText = keyof typeof ja;

const en: Record<ConversationText, string> = {
  help: [
    "I answer questions, summarize, translate and take minutes. The confidentiality is checked before anything is sent; answers are labelled as AI drafts.",
    "- **Question**: just write it. With a file (.docx, .txt …) it is answered from that file alone, with numbers for the sources.",
    "- **Summarize** / **Translate**: put the text behind that word, or attach a file.",
    "- **Minutes**: attach the transcript of a meeting (.vtt, .docx, .txt …).",
    "- **New topic** forgets what was said here. **Stop** ends what is being written.",
    "- **Research** asks the apps of GENAI (one-to-one chats only).",
  ].join("\n"),
  helpGroup: [
    "I answer questions, summarize and translate. The confidentiality is checked before anything is sent; answers are labelled as AI drafts. Here only messages that mention @{bot} reach me.",
    "- **Question**: write it behind @{bot}.",
    "- **Summarize** / **Translate**: put that word and the text behind @{bot}, or choose it in the “…” menu of a message.",
    "- **New topic** forgets what was said here. **Stop** ends what is being written.",
    "- **Minutes**, and questions about files, work in the one-to-one chat with me: no files reach me here.",
    "\nQuestions and answers are remembered for {days} {days|day|days}, for the questions that follow of everybody in this chat. “@{bot} new topic” forgets them; anybody may send it.",
  ].join("\n"),
  forgotten: "What was said here is forgotten. What is the new topic?",
  forgottenGroup: "What everybody said here is forgotten. What is the new topic?",
  nothingToForget: "Nothing is remembered here.",
  stopping: "Stopping: {count}.",
  nothingToStop: "Nothing is being written.",
  needsFile: "Send “minutes” with the transcript of the meeting (.vtt, .docx, .txt …).",
  filesWithheld:
    "In group and meeting chats bots get no files (that is how Teams works). Send the file in the one-to-one chat with the bot; minutes come as a Word file there too.",
  needsText: "Put the text behind “{word}”, or attach a file.",
  filesBeyond: "At most {most} files are taken at a time. These were not taken; please send them again.",
  filesUnread: "These files are of no kind that transcripts come as, and were not used.",
  oneFile: "Please send one file at a time.",
  askWhat:
    "“{file}” has arrived. What is to be done with it? Send it once more with “minutes”, “summarize”, “translate” or a question.",
  fileFailed: "“{file}” could not be fetched. Please send it again.",
  fileTooLarge: "“{file}” is too large (at most {megabytes} MB).",
  fileUnread: "“{file}” cannot be read here. Send a .docx, .txt, .vtt or similar file.",
  summary: "Summarize",
  translation: "Translate",
  label: "AI draft ({models})",
  labelFree: "AI answer ({models}). It rests on no materials: check figures, dates and laws before you use them.",
  labelCited: "AI answer ({models}). It rests on “{file}” alone; the numbers are its sources.",
  check: "Please check:",
  between: ", ",
  remembered: "It goes on from {count} earlier {count|turn|turns}. “New topic” forgets them.",
  rememberedGroup:
    "It goes on from {count} earlier {count|turn|turns} of this chat, other people's among them. “@{bot} new topic” forgets them.",
  remembersGroup:
    "Question and answer are remembered for the questions that follow of everybody in this chat ({days} {days|day|days}). “@{bot} new topic” forgets them.",
  dropped: "{count} older {count|turn was|turns were} too long to be considered.",
  searching: "Looking for the answer in “{file}”",
  writing: "Writing the answer from “{file}” and checking it ({characters} characters)",
  thinking: "Thinking",
  unconfirmed: "unconfirmed",
  citation: "{file}, {place}",
  paragraph: "paragraph {number}",
  offlineAsk:
    "Only “{model}” is connected, which cannot answer questions without materials. Attach a file, and the answer is looked for in it.",
  personalOnly: "Research works in a one-to-one chat with the bot.",
  declined: "The file is not handed over. The minutes can also be seen in the tab.",
};

/** What the bot says in conversations. */
export const conversationTexts: TextTable<ConversationText> = { ja, en };

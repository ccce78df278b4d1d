import type { TextTable } from "@genai-office/shared/i18n";

type ReplyText =
  | "title"
  | "part.salutation"
  | "part.greeting"
  | "part.conclusion"
  | "part.details"
  | "part.closing"
  | "part.signature"
  | "facts"
  | "factsNone"
  | "questions"
  | "answered"
  | "open"
  | "edit"
  | "editLabel"
  | "edited"
  | "asWritten"
  | "tone"
  | "tone.automatic"
  | "tone.brief"
  | "tone.polite"
  | "tone.formal"
  | "language"
  | "language.automatic"
  | "language.ja"
  | "language.en"
  | "all"
  | "intentionLabel"
  | "intentionHint"
  | "intentionFull";

/** Texts of 返信案; they come with it. */
export const replyTexts: TextTable<ReplyText> = {
  ja: {
    title: "返信案",
    "part.salutation": "宛名",
    "part.greeting": "挨拶",
    "part.conclusion": "結論",
    "part.details": "理由・詳細",
    "part.closing": "結び",
    "part.signature": "署名",
    facts: "確認が必要な点：{findings}件",
    factsNone: "数字などの食い違いは見つかりませんでした",
    questions: "相手の質問・依頼（{count}件）",
    answered: "回答済み",
    open: "要確認",
    edit: "文面を直す",
    editLabel: "返信の文面",
    edited: "手で直した文面です。直した部分の数字や日付は照らし合わせていません。",
    asWritten: "元の案に戻す",
    tone: "丁寧さ",
    "tone.automatic": "宛先に合わせる",
    "tone.brief": "簡潔",
    "tone.polite": "丁寧",
    "tone.formal": "最も丁寧（省外）",
    language: "返信の言語",
    "language.automatic": "相手のメールに合わせる",
    "language.ja": "日本語",
    "language.en": "英語",
    all: "全員に返信する",
    intentionLabel: "伝えたいこと（短くてかまいません）",
    intentionHint: "空のままでも作れます。その場合、質問への答えは「要確認」になります。",
    intentionFull: "{count}字までです。これより後の文字は入りません。",
  },
  en: {
    title: "Draft of a reply",
    "part.salutation": "Address",
    "part.greeting": "Greeting",
    "part.conclusion": "Conclusion",
    "part.details": "Reasons and details",
    "part.closing": "Close",
    "part.signature": "Signature",
    facts: "Points to check: {findings}",
    factsNone: "No differing figures were found",
    questions: "What the message asks ({count})",
    answered: "answered",
    open: "to be confirmed",
    edit: "Edit the text",
    editLabel: "Text of the reply",
    edited: "Edited by hand. Figures and dates that were changed have not been compared.",
    asWritten: "Back to the draft",
    tone: "Politeness",
    "tone.automatic": "By the recipients",
    "tone.brief": "Brief",
    "tone.polite": "Polite",
    "tone.formal": "Most polite (outside)",
    language: "Language of the reply",
    "language.automatic": "As in the message",
    "language.ja": "Japanese",
    "language.en": "English",
    all: "Reply to all",
    intentionLabel: "What to say (a few words will do)",
    intentionHint: "May stay empty: the answers are then marked “to be confirmed”.",
    intentionFull: "At most {count} characters: what comes behind them is left out.",
  },
};

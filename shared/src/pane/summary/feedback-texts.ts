import type { TextTable } from "../../i18n";
import type { FeedbackReason } from "../../vocabulary";

/** Reasons to choose from when a result was no good, in the order they are shown. */
export const unhelpfulReasons = [
  "wrong-figure",
  "unsupported",
  "missing",
  "style",
  "other",
] as const satisfies readonly FeedbackReason[];

type Reason = (typeof unhelpfulReasons)[number];

type FeedbackText = "question" | "helpful" | "unhelpful" | "why" | "thanks" | `reason.${Reason}`;

/** Texts of the feedback row; they come with it. */
export const feedbackTexts: TextTable<FeedbackText> = {
  ja: {
    question: "この結果は役に立ちましたか",
    helpful: "役に立った",
    unhelpful: "役に立たなかった",
    why: "どこがよくありませんでしたか（文章は送られません）",
    "reason.wrong-figure": "数字や日付の誤り",
    "reason.unsupported": "原文にない内容",
    "reason.missing": "重要な点が抜けている",
    "reason.style": "文体や言い回し",
    "reason.other": "その他",
    thanks: "お答えを記録しました。",
  },
  en: {
    question: "Was this result helpful?",
    helpful: "Helpful",
    unhelpful: "Not helpful",
    why: "What was wrong? (No text is sent.)",
    "reason.wrong-figure": "Wrong figures or dates",
    "reason.unsupported": "Not in the source",
    "reason.missing": "Something important is missing",
    "reason.style": "Style or wording",
    "reason.other": "Something else",
    thanks: "Your answer was recorded.",
  },
};

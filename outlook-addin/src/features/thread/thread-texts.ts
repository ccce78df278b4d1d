import type { TextTable } from "@genai-office/shared/i18n";

type ThreadText =
  | "title"
  | "mine"
  | "others"
  | "decisions"
  | "open"
  | "none"
  | "due"
  | "condition"
  | "answered"
  | "of"
  | "struck"
  | "struckWhy"
  | "hint"
  | "facts"
  | "factsNone";

/** Texts of a thread summary; they come with the first one. */
export const threadTexts: TextTable<ThreadText> = {
  ja: {
    title: "スレッドの要点",
    mine: "あなたに依頼されていること",
    others: "ほかの人に依頼されていること",
    decisions: "決まったこと",
    open: "残っている点",
    none: "見つかりませんでした。",
    due: "期限：{due}",
    condition: "条件：{condition}",
    answered: "回答済み",
    of: "相手：{of}",
    struck: "取り除いた行（{count}件）",
    struckWhy: "もとのメールで確かめられないため、要点に入れていません。",
    hint: "行を選ぶと、もとのメールの文を表示します。矢印キーで行を移れます。",
    facts: "確認が必要な点：{findings}件",
    factsNone: "数字などの食い違いは見つかりませんでした",
  },
  en: {
    title: "What the thread says",
    mine: "Asked of you",
    others: "Asked of others",
    decisions: "Decided",
    open: "Still open",
    none: "None found.",
    due: "Due: {due}",
    condition: "Condition: {condition}",
    answered: "answered",
    of: "Asked: {of}",
    struck: "Lines taken out ({count})",
    struckWhy: "The messages do not bear them out, so they are not part of the summary.",
    hint: "Choose a line to see the words of the message. The arrow keys move between lines.",
    facts: "Points to check: {findings}",
    factsNone: "No differing figures were found",
  },
};

import type { ChatMessage, Step } from "../vocabulary";
import { languageOf } from "./continuation";

const japanese = `原文にある [PERSON-BCDF] のような「[英語の語-英字]」の形の記号は、氏名、住所、電話番号などを伏せた目印です。次のとおり扱ってください。
・その人や物の名前として文の中で使い、角括弧、ハイフン、英字を一字も変えずにそのまま写す。訳さない、省略しない、分割しない。
・新しい記号を作らない。記号が表す実際の名前や番号を推測しない。
・最初の数文字が同じ記号は、同じ人の別の書き方である。`;

const english = `Marks such as [PERSON-BCDF], of the form "[WORD-LETTERS]", stand for names, addresses, telephone numbers and the like that were taken out. Treat them so:
- Use them in the sentence as the name of that person or thing, and copy brackets, hyphen and letters without any change. Do not translate, drop or split them.
- Make up no new marks, and do not guess what a mark stands for.
- Marks whose first letters are the same are other ways to write the same person's name.`;

/**
 * Tells a model to carry placeholders on, when the step is masked: below the rules, where the task's own words stay as they are.
 * The version of a prompt does not change with it: that a step was masked is part of the step and audited beside the version.
 */
export function withMaskingRule(messages: readonly ChatMessage[], step: Step): ChatMessage[] {
  if (step.masked !== true) return [...messages];
  const rule = languageOf(step) === "ja" ? japanese : english;
  const [first, ...others] = messages;
  if (first?.role !== "system") return [{ role: "system", content: rule }, ...messages];
  return [{ ...first, content: `${first.content}\n\n${rule}` }, ...others];
}

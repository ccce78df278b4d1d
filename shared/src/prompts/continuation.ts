import type { ChatMessage, Step } from "../vocabulary";

/** Characters of the end that the request quotes, so that a model finds the very place where it stopped. */
const quotedEnd = 30;

/**
 * The messages of a step that a limit cut, with what was written so far as the model's own words and the request to go on
 * exactly there. A request, not words put into the model's mouth: newer models refuse an answer that is begun for them.
 */
export function continuedMessages(messages: readonly ChatMessage[], written: string, step: Step): ChatMessage[] {
  const end = written
    .slice(-quotedEnd)
    .replace(/^[\udc00-\udfff]/, "")
    .replace(/\s+/g, " ")
    .trim();
  return [
    ...messages,
    { role: "assistant", content: written },
    { role: "user", content: languageOf(step) === "ja" ? japanese(end) : english(end) },
  ];
}

function japanese(end: string): string {
  return `直前の出力は、長さの上限のため「${end}」で途切れました。その直後の文字から、続きだけを出力してください。すでに書いた部分を繰り返さず、前置きや説明を付けず、言語、文体、形式及び番号の付け方は直前の出力のままにしてください。全体の長さや内容の指示は、最初の依頼のとおりです。`;
}

function english(end: string): string {
  return `Your last output was cut at the limit of its length; it ends with "${end}". Output only what follows, beginning with the very next character. Do not repeat anything you have written, add no preface or explanation, and keep the language, style, form and numbering of your last output. What was asked for at first still holds for the whole.`;
}

/** Language that the prompt of a step is written in. */
export function languageOf(step: Step): "ja" | "en" {
  switch (step.task) {
    case "summarize":
    case "reply":
    case "thread":
    case "answer":
    case "ask":
      return step.options.language;
    case "minutes":
      return step.options.language ?? "ja";
    case "translate":
      return step.options.to;
    case "research":
    case "chat":
      return "ja";
  }
}

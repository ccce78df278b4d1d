import { guessLanguage } from "@genai-office/shared/language";
import type { TranslateResult } from "@genai-office/shared/tasks";
import type { TaskLanguage } from "@genai-office/shared/vocabulary";
import { loadSource } from "../parts/load-source";
import type { MailSource, SourceWords } from "../parts/mail-source";
import type { PartsChoice } from "../parts/parts-choice";
import type { MailTaskKind } from "../work/create-mail-task";
import { draftHeading } from "../work/draft-heading";

/** "automatic": into Japanese, unless the mail is Japanese. */
export type Direction = "automatic" | TaskLanguage;

/** From which language into which; by the words of the newest mail when nobody chose. */
export function directionOf(
  { messages }: Pick<MailSource, "messages">,
  chosen: Direction,
): Record<"from" | "to", TaskLanguage> {
  const newest = messages.at(-1)?.text ?? "";
  const to = chosen === "automatic" ? other(guessLanguage(newest)) : chosen;
  return { from: other(to), to };
}

function other(language: TaskLanguage): TaskLanguage {
  return language === "ja" ? "en" : "ja";
}

/** 翻訳 of the message. */
export function translateKind(options: {
  parts: PartsChoice;
  words: SourceWords;
  direction: Direction;
}): MailTaskKind<TranslateResult> {
  const { parts, words, direction } = options;
  return {
    task: "translate",
    cut: async (reading) => (await loadSource()).paragraphSource(reading, parts, words),
    languageOf: (source) => directionOf(source, direction).to,
    perform: (engine, { plan, declaredClass, confirmed, run, signal }) =>
      engine.translate(
        {
          ...directionOf(plan.source, direction),
          blocks: plan.source.blocks,
          card: plan.card,
          declaredClass,
          confirmed,
          documentHash: plan.source.hash,
        },
        { run, masked: plan.masked, signal },
      ),
    resultText: (t, outcome) => [draftHeading(t, "translate", outcome), outcome.result.text].join("\n"),
  };
}

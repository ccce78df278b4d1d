import type { ConfidentialityJudgement } from "@genai-office/shared/guards";
import type { TableTranslator } from "@genai-office/shared/i18n";
import { asWritten } from "./minutes-card";
import type { MinutesKey } from "./minutes-texts";

/** Verb of the button, and what it carries: the job that waits for the answer. */
export const confirmVerb = "minutes-confirm";

export interface ConfirmData {
  minutes: string;
}

/** Marks that are named; more of them say nothing more. */
const mostMarks = 5;

/** The gate's question to the person, with the marks that it is asked for. Nothing leaves before the answer. */
export function confirmCard(
  job: string,
  meeting: string,
  { markings }: ConfidentialityJudgement,
  text: TableTranslator<MinutesKey>,
): object {
  const marks = [...new Set(markings.map((marking) => `「${marking.text.trim()}」`))].slice(0, mostMarks).join("");
  const data: ConfirmData = { minutes: job };
  const line = (words: string, look: object = {}) => ({
    type: "TextBlock",
    text: asWritten(words),
    wrap: true,
    ...look,
  });
  return {
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    type: "AdaptiveCard",
    version: "1.5",
    fallbackText: text("confirmHeading", { meeting }),
    body: [
      line(text("confirmHeading", { meeting }), { weight: "Bolder", size: "Medium", style: "heading" }),
      line(text("confirmWhy", { marks }), { color: "Warning" }),
      line(text("confirmWhat")),
    ],
    actions: [{ type: "Action.Execute", title: text("confirmButton"), verb: confirmVerb, data }],
  };
}

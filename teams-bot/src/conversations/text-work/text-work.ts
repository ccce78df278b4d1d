import { findingsByCode } from "@genai-office/shared/vocabulary";
import type { JobWork } from "../../jobs/job-port";
import { answerMessage } from "../ask/answer-message";
import type { ConversationWorkOptions } from "../ask/ask-work";
import { wordsFor } from "../texts/words";
import { performText } from "./perform-text";

/** 要約 and 翻訳 in a conversation: the result takes the place of the message that it was accepted. */
export function createTextWork({ relayOf, onDefect, now }: ConversationWorkOptions): JobWork {
  return {
    announces: true,
    tries: 3,
    async perform(job) {
      const words = wordsFor(job.conversation);
      const relay = relayOf(job.conversation);
      const unconfirmed = words.text("unconfirmed");
      const { text, findings, mark, models } = await performText(job, relay, {
        locale: words.locale,
        unconfirmed,
        now: now?.(),
      });
      const label = words.text("label", { models: models.join(words.text("between")) });
      // A text of a model is shown as it is written, line by line: Markdown joins lines that an empty one does not part.
      const shown = text.split("\n").join("\n\n");
      await job.answer(answerMessage(words, { text: shown, findings, label, mark }));
      const seen = findingsByCode(findings);
      if (seen !== undefined)
        await job.atMostOnce("report", () =>
          relay.reportRun({ run: job.run, findings: seen }, AbortSignal.timeout(5_000)).catch(onDefect),
        );
      await job.finish(undefined);
    },
  };
}

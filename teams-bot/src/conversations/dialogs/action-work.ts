import { findingText } from "@genai-office/shared/i18n";
import type { JobWork } from "../../jobs/job-port";
import type { ConversationWorkOptions } from "../ask/ask-work";
import { performText } from "../text-work/perform-text";
import type { TextInput } from "../text-work/text-input";
import { wordsFor } from "../texts/words";
import type { ActionRecord } from "./action-record";

/** What a message action is asked; its material is the message's text (UTF-8). */
export interface ActionInput extends TextInput {
  /** Id that the dialog was given, by which it finds its job again. */
  request: string;
  author: string;
}

/** Summarizes or translates for a dialog: nothing is said in the conversation, where the bot may not even be a member. */
export function createActionWork({ relayOf, now }: ConversationWorkOptions): JobWork {
  return {
    announces: false,
    silent: true,
    tries: 1,
    async perform(job) {
      const { task, author } = job.input as ActionInput;
      const words = wordsFor(job.conversation);
      const written = await performText(job, relayOf(job.conversation), {
        locale: words.locale,
        unconfirmed: words.text("unconfirmed"),
        now: now?.(),
      });
      const { text, mark, models, findings } = written;
      const record: ActionRecord = {
        task,
        written: text,
        mark,
        models,
        findings: [...new Set(findings.map((finding) => findingText(words.translate, finding)))],
        author,
      };
      await job.finish(record);
    },
  };
}

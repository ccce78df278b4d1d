import type { JobWorks } from "../jobs/job-port";
import { createAskWork, type ConversationWorkOptions } from "./ask/ask-work";
import { createActionWork } from "./dialogs/action-work";
import { createResearchWork } from "./research/research-work";
import { createTextWork } from "./text-work/text-work";

/** The work of every kind of job that a conversation asks for, but minutes. */
export function conversationWorks(options: ConversationWorkOptions): JobWorks {
  const text = createTextWork(options);
  return {
    ask: createAskWork(options),
    summarize: text,
    translate: text,
    research: createResearchWork(options.relayOf),
    "message-action": createActionWork(options),
  };
}

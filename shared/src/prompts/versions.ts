import type { TaskName } from "../vocabulary";
import { answerPromptVersion } from "./answer/answer";
import { chatPromptVersion } from "./chat";
import { minutesPromptVersion } from "./minutes/minutes";
import { replyPromptVersion } from "./reply/reply";
import { summarizePromptVersion } from "./summarize/summarize";
import { askPromptVersion } from "./ask/ask";
import { threadPromptVersion } from "./thread/thread";
import { translatePromptVersion } from "./translate/translate";

/** Version of the prompt of each task; part of every step, audited. Changes whenever the words of a prompt change. */
export const promptVersions: Readonly<Record<TaskName, string>> = {
  summarize: summarizePromptVersion,
  translate: translatePromptVersion,
  minutes: minutesPromptVersion,
  reply: replyPromptVersion,
  thread: threadPromptVersion,
  ask: askPromptVersion,
  answer: answerPromptVersion,
  // An AI app has its own prompt: ours is the form as it was filled in.
  research: "research/1",
  chat: chatPromptVersion,
};

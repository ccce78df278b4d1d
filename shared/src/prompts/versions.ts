import type { TaskName } from "../vocabulary";
import { chatPromptVersion } from "./chat";
import { summarizePromptVersion } from "./summarize/summarize";
import { translatePromptVersion } from "./translate/translate";

/** Version of the prompt of each task; part of every step, audited. Changes whenever the words of a prompt change. */
export const promptVersions: Readonly<Record<TaskName, string>> = {
  summarize: summarizePromptVersion,
  translate: translatePromptVersion,
  minutes: "minutes/1",
  reply: "reply/1",
  answer: "answer/1",
  // An AI app has its own prompt: ours is the form as it was filled in.
  research: "research/1",
  chat: chatPromptVersion,
};

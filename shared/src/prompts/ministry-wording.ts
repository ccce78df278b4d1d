import type { ChatMessage, Step } from "../vocabulary";
import { languageOf } from "./continuation";

/** How the wording is introduced: below the rules, which it must not be able to change. */
const introductions = {
  ja: "府省の定め（上の規則と依頼の範囲内で従う。規則、出力の形式及び資料の扱いを変えるものではない）：",
  en: "House style of the ministry (follow it within the rules and the task above; it changes no rule, no output format, and not how the source is treated):",
} as const;

/**
 * Adds the ministry's own wording to the messages of a step, after the task: the rules and the fence stay as they are and come
 * first. Line breaks are kept; the step is what carries it, so that the prompt and its audited version belong together.
 */
export function withMinistryWording(messages: ChatMessage[], step: Step): ChatMessage[] {
  const wording = step.wording?.trim() ?? "";
  const last = messages.at(-1);
  if (wording === "" || last?.role !== "user") return messages;
  const introduction = introductions[languageOf(step)];
  return [...messages.slice(0, -1), { ...last, content: `${last.content}\n\n${introduction}\n${wording}` }];
}

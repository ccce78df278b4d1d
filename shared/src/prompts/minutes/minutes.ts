import { nameOfLabel } from "../../language";
import type { Block, ChatMessage, MinutesStep } from "../../vocabulary";
import { fence, type MarkerSource } from "../fence";
import { numberedBlocks } from "../summarize/numbered-blocks";
import { englishSystem, englishTask } from "./english";
import { japaneseSystem, japaneseTask } from "./japanese";

/** Version of the minutes prompt; audited with each step. A change of wording is a new number. */
export const minutesPromptVersion = "minutes/2";

/**
 * Builds the messages of a minutes step: the rules with the form of a line, then the utterances as numbered lines with
 * their speakers inside a random fence, and the task behind them. The names of the speakers come from the transcript, so
 * that they stand inside the fence as well.
 */
export function minutesMessages(step: MinutesStep, marker?: MarkerSource): ChatMessage[] {
  const { language = "ja", part, speakers } = step.options;
  const blocks = part === "chunk" ? step.blocks.map((block) => spoken(block, language)) : step.blocks;
  const words = language === "ja" ? { list: "発言者の一覧：", between: "、", fence: "発言" } : englishWords;
  const list = speakers.length === 0 ? "" : `${words.list}${speakers.map(oneLine).join(words.between)}\n`;
  const source = fence(list + numberedBlocks(blocks, language), words.fence, marker);
  const task = language === "ja" ? japaneseTask(step) : englishTask(step);
  return [
    { role: "system", content: language === "ja" ? japaneseSystem : englishSystem },
    { role: "user", content: `${source}\n\n${task}` },
  ];
}

const englishWords = { list: "Speakers: ", between: ", ", fence: "TRANSCRIPT" };

/** The time of an utterance tells a model nothing; its speaker does. */
function spoken(block: Block, language: "ja" | "en"): Block {
  const { label, ...others } = block;
  const name = oneLine(nameOfLabel(label));
  return name === "" ? others : { ...others, text: `${name}${language === "ja" ? "：" : ": "}${block.text}` };
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n\v\u2028\u2029]+\s*/g, " ").trim();
}

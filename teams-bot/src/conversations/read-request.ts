import type { Block, SummaryLength } from "@genai-office/shared/vocabulary";

/** What a message asks for. */
export interface SummaryRequest {
  blocks: Block[];
  length: SummaryLength;
}

/** The command word, with or without a colon or space behind it; without one the whole message is the text. */
const command = /^\s*(?:要約|summari[sz]e)(?:\s|[:：、。]|して(?:ください)?|$)[\s:：、。]*/iu;

const defaultLength: SummaryLength = { kind: "characters", characters: 300 };

/** Reads the text to summarize out of a message; each line that is not empty becomes a block. Undefined without text. */
export function readRequest(message: string): SummaryRequest | undefined {
  const blocks = message
    .replace(command, "")
    .split(/\r\n|[\r\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((text, index): Block => ({ id: `line-${index + 1}`, text, kind: "message" }));
  return blocks.length === 0 ? undefined : { blocks, length: defaultLength };
}

import { GenaiError, type Block, type ChatMessage, type TranslateStep } from "../../vocabulary";
import { fence, type MarkerSource } from "../fence";
import { termLine } from "../term-lines";
import { formatNumberedBlock } from "./block-entries";
import { englishSystem, englishWords } from "./english";
import { japaneseSystem, japaneseWords } from "./japanese";

/** Version of the translate prompt; audited with each step. A change of wording is a new number. */
export const translatePromptVersion = "translate/2";

/**
 * Builds the messages of a translate step: the rules, then the source as numbered lines inside a random fence, and the
 * task with terms and wishes after the source, where models heed it best and where the source cannot have the last word.
 * Numbering as printed (a block's label) is not sent: it is the document's own and no word to translate.
 * @throws GenaiError "model-cannot-do-task" when both languages are the same
 */
export function translateMessages(step: TranslateStep, marker?: MarkerSource): ChatMessage[] {
  const { from, to } = step.options;
  if (from === to) throw new GenaiError("model-cannot-do-task", "a translation needs two languages");
  const words = to === "ja" ? japaneseWords : englishWords;
  const lines = step.blocks.map((block, index) => formatNumberedBlock(index + 1, block.text)).join("\n");
  return [
    { role: "system", content: to === "ja" ? japaneseSystem : englishSystem },
    { role: "user", content: `${fence(lines, words.source, marker)}\n\n${taskOf(step, words)}` },
  ];
}

function taskOf(step: TranslateStep, words: typeof japaneseWords | typeof englishWords): string {
  const { register, terms, instruction } = step.options;
  const lines: string[] = [words.aim];
  const headings = numbersOf(step.blocks, "heading");
  if (headings !== "") lines.push(words.headings(headings));
  const cells = numbersOf(step.blocks, "table-cell");
  if (cells !== "") lines.push(words.cells(cells));
  const style = words.register[register ?? "plain"];
  if (style !== "") lines.push(style);
  if (terms.length > 0) {
    lines.push(words.terms, ...terms.map((term) => `- ${termLine(term, step.options.to)}`));
  }
  if (instruction !== undefined && instruction.trim() !== "") lines.push(words.instruction(instruction.trim()));
  lines.push(words.form(step.blocks.length));
  return lines.join("\n");
}

/** Numbers of the blocks of a kind, runs of them as 3-7. */
function numbersOf(blocks: readonly Block[], kind: Block["kind"]): string {
  const runs: [first: number, last: number][] = [];
  blocks.forEach((block, index) => {
    if (block.kind !== kind) return;
    const run = runs.at(-1);
    if (run?.[1] === index) run[1] = index + 1;
    else runs.push([index + 1, index + 1]);
  });
  return runs.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`)).join(", ");
}

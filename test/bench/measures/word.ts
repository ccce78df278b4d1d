import { readFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { createWordDocument } from "@genai-office/word-addin/document";
import { asGenaiError, type Block, type ReplaceSpanEdit } from "@genai-office/shared/vocabulary";
import { openInNode, type WordInNode } from "../../support/word-in-node";
import { formatTable, MeasurementImpossible, type Measure } from "../measurement";

const defaultEdits = 20;
const largestReplyGoalKb = 1024;

/**
 * `word FILE.docx [EDITS]`: reads the document, then applies edits spread over it as tracked changes, both through the
 * pane's own document port, the real Word proxies of office.js and the emulated host. Syncs are counted where the
 * host answers; the batches that release objects after a run are not round trips that anything waits for.
 */
export const measure: Measure = async ([file, wanted]) => {
  if (file === undefined) throw new MeasurementImpossible("name a .docx file");
  const edits = wanted === undefined ? defaultEdits : Number(wanted);
  if (!Number.isInteger(edits) || edits < 0) throw new MeasurementImpossible("EDITS must be a whole number");
  const word = await open(file);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const port = createWordDocument();
  try {
    const { result: reading, ...read } = await timed(word, () => port.read());
    const proposed = spreadEdits(reading.blocks, edits);
    const { result: applied, ...apply } = await timed(word, () => port.apply(proposed));
    delay.disable();
    const paragraphs = word.host.paragraphNodes().length;
    const json = {
      blocks: reading.blocks.length,
      paragraphs,
      readSyncs: read.syncs,
      largestReplyKb: Math.max(read.largestReplyKb, apply.largestReplyKb),
      readMs: read.ms,
      edits: applied.edits,
      applySyncs: apply.syncs,
      applyMs: apply.ms,
      longestTaskMs: Math.round(delay.max / 1e6),
      readSyncsGoal: 3 + paragraphs / 500,
      applySyncsGoal: 2 + applied.edits / 200,
    };
    const table = formatTable(
      ["", "measured", "goal"],
      [
        ["blocks with text / paragraphs", `${json.blocks} / ${paragraphs}`, null],
        ["syncs to read", json.readSyncs, json.readSyncsGoal],
        ["largest reply, KiB", json.largestReplyKb, largestReplyGoalKb],
        ["reading, ms", json.readMs, null],
        ["syncs to apply", json.applySyncs, json.applySyncsGoal],
        ["applying, ms", json.applyMs, null],
        ["longest task of pane and host together, ms", json.longestTaskMs, null],
      ],
    );
    return { table, json };
  } catch (thrown) {
    const error = asGenaiError(thrown);
    throw new MeasurementImpossible(`${error.code}: ${error.message}`);
  } finally {
    word.dispose();
  }
};

async function open(file: string): Promise<WordInNode> {
  try {
    return await openInNode(new Uint8Array(readFileSync(file)));
  } catch (error) {
    throw new MeasurementImpossible(`${file} cannot be opened: ${(error as Error).message}`);
  }
}

async function timed<Result>(word: WordInNode, work: () => Promise<Result>) {
  word.office.syncs.length = 0;
  const start = performance.now();
  const result = await work();
  const ms = Math.round(performance.now() - start);
  const syncs = word.office.syncs.filter(({ cleanup }) => !cleanup);
  const largestReplyKb = Math.round(Math.max(0, ...syncs.map(({ replyBytes }) => replyBytes)) / 1024);
  return { result, ms, syncs: syncs.length, largestReplyKb };
}

/** Letters that a replacement may touch: no white space, tabs or marks. */
const plainWord = /[\p{L}\p{N}]{2,12}/gu;

/** `wanted` replacements evenly spread over the words of the document; paragraphs with tracked changes are passed over. */
function spreadEdits(blocks: Block[], wanted: number): ReplaceSpanEdit[] {
  const candidates = blocks
    .filter(({ contains }) => contains?.revisions !== true)
    .flatMap((block) => [...block.text.matchAll(plainWord)].map((word) => replacement(block, word[0], word.index)));
  if (candidates.length <= wanted) return candidates;
  return Array.from({ length: wanted }, (_, index) => candidates[Math.floor((index * candidates.length) / wanted)]!);
}

function replacement({ id }: Block, expected: string, start: number): ReplaceSpanEdit {
  return {
    type: "replace-span",
    blockId: id,
    span: { start, end: start + expected.length },
    expected,
    text: `${expected}（修正）`,
  };
}

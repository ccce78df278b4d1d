import { readFileSync } from "node:fs";
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
  const tasks = new PaneTasks();
  const word = await open(file, tasks);
  const port = createWordDocument();
  try {
    const { result: reading, ...read } = await timed(word, tasks, () => port.read());
    const proposed = spreadEdits(reading.blocks, edits);
    // A document that refuses edits is a result: it was read, and it says why.
    let refused: string | undefined;
    const { result: applied, ...apply } = await timed(word, tasks, () =>
      port.apply(proposed).catch((thrown: unknown) => {
        refused = asGenaiError(thrown).code;
        return { edits: 0 };
      }),
    );
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
      longestTaskMs: Math.round(tasks.longest),
      readSyncsGoal: goal(3 + paragraphs / 500),
      applySyncsGoal: goal(2 + applied.edits / 200),
      ...(refused === undefined ? {} : { refused }),
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
        ["longest task of the pane, ms", json.longestTaskMs, null],
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

/**
 * Tasks of the pane's thread: from a reply of the host to the next request. What the host works in between is not the
 * pane's, which in Office runs in another process.
 */
class PaneTasks {
  /** Milliseconds. */
  longest = 0;
  #start = performance.now();

  begin(): void {
    this.#start = performance.now();
  }

  end(): void {
    this.longest = Math.max(this.longest, performance.now() - this.#start);
  }
}

async function open(file: string, tasks: PaneTasks): Promise<WordInNode> {
  try {
    return await openInNode(new Uint8Array(readFileSync(file)), {
      beforeReply: () => {
        tasks.end();
        return undefined;
      },
      onSync: () => tasks.begin(),
    });
  } catch (error) {
    throw new MeasurementImpossible(`${file} cannot be opened: ${(error as Error).message}`);
  }
}

const goal = (syncs: number) => Math.round(syncs * 100) / 100;

async function timed<Result>(word: WordInNode, tasks: PaneTasks, work: () => Promise<Result>) {
  word.office.syncs.length = 0;
  const start = performance.now();
  tasks.begin();
  const result = await work();
  tasks.end();
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

import { cleanText, instructionFindings, invisibleTexts, isUsualHiding, type RemovedCharacters } from "../../guards";
import type { Block, Finding, TaskEvent } from "../../vocabulary";
import { runTask, type TaskContext } from "./run-task";

/** What every request of a task over a source has. */
export interface SourceRequest {
  blocks: readonly Block[];
}

/**
 * Runs a task over a source that may have been written by somebody hostile. Before the work sees it, characters that nobody
 * sees are taken out of its blocks (`invisible-characters`), and sentences that address an AI are noted
 * (`instruction-in-source`); what the steps took out of the answers (`link-not-in-source`) is noted too. Every task goes
 * through here, so that no text leaves otherwise. Places in findings are those of the cleaned blocks.
 */
export function runSourceTask<Request extends SourceRequest, Result extends { findings: Finding[] }>(
  request: Request,
  work: (request: Request, context: TaskContext) => Promise<Result>,
  options: { signal?: AbortSignal | undefined },
): AsyncGenerator<TaskEvent<Result>, void, undefined> {
  return runTask(async (context) => {
    const { blocks, findings } = cleanBlocks(request.blocks);
    const noted = new Map<string, Finding>();
    const result = await work(
      { ...request, blocks },
      {
        ...context,
        note: (finding) => {
          noted.set(JSON.stringify([finding.code, finding.values]), finding);
        },
      },
    );
    const further = [...findings, ...instructionFindings(blocks), ...noted.values()];
    return further.length === 0 ? result : { ...result, findings: [...result.findings, ...further] };
  }, options);
}

/** The blocks without characters that nobody sees, and a finding for each block that had some. */
export function cleanBlocks(blocks: readonly Block[]): { blocks: readonly Block[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const clean = blocks.map((block) => {
    const { text, removed } = cleanText(block.text);
    const label = block.label === undefined ? undefined : cleanText(block.label).text;
    if (removed.length > 0) findings.push(...findingsOf(block.id, removed));
    if (text === block.text && label === block.label) return block;
    return { ...block, text, ...(label === undefined ? {} : { label }) };
  });
  return findings.length === 0 && clean.every((block, index) => block === blocks[index])
    ? { blocks, findings }
    : { blocks: clean, findings };
}

/** Characters of this kind that a text has by accident: from copying, from a web page. */
const usualCount = 8;

function findingsOf(blockId: string, removed: readonly RemovedCharacters[]): Finding[] {
  return invisibleTexts(removed).map(({ text, reason }) => {
    const own = removed.filter((one) => one.reason === reason);
    const count = own.reduce((sum, { start, end }) => sum + end - start, 0);
    const isUsual = isUsualHiding({ text, reason }) || (reason !== "tag-characters" && count <= usualCount);
    return {
      guard: "injection",
      code: "invisible-characters",
      severity: isUsual ? "info" : "warning",
      values: { count, text: text.slice(0, 120), reason },
      source: [{ blockId }],
    };
  });
}

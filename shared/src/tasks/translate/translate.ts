import { glossaryTerms } from "../../guards";
import { GenaiError, type Finding, type StepRunner, type TaskEvent } from "../../vocabulary";
import { defaultConcurrency } from "../machinery/run-steps";
import type { TaskContext } from "../machinery/run-task";
import { runSourceTask } from "../machinery/source-task";
import { StepProgress } from "../machinery/step-progress";
import { askAgain } from "./ask-again";
import { checkBlock } from "./check-block";
import { joinPieces, gapOf, keptText } from "./join-pieces";
import { treatmentOf } from "./needs-translation";
import { OrderedPreview } from "./ordered-preview";
import { leavesOf, wholeBlock, type Piece } from "./piece";
import { planSteps, translateBudget } from "./plan-steps";
import { japaneseRegisterFor } from "./register-of";
import { StepRuns } from "./step-runs";
import type { TranslatedBlock, TranslateRequest, TranslateResult } from "./translate-request";

export interface TranslateTaskOptions {
  signal?: AbortSignal;
  /** Steps at the same time; 3 when left out. */
  concurrency?: number;
}

/** Longest stretch of checking before a pane gets its turn, in milliseconds. */
const checkSliceMs = 12;

/**
 * Translates blocks from Japanese to English or back, block by block: the source is packed into steps by the model's
 * limits of context and answer, entries that are missing, cut or untranslated are asked again, and each block is checked
 * against its source (figures, negations, length, terms, whether it is translated at all). Words stream as `preview` in the
 * order of the source. Ends with exactly one of completed, aborted, failed.
 *
 * A block without a translation is not an error of the task: its text is empty and it has the finding
 * `block-untranslated`. Blocks that hold no words of the source language are kept as they are and not sent.
 *
 * Errors: "source-empty" when no block has text, "model-cannot-do-task" when both languages are the same, "output-empty"
 * when no answer held a single entry ("input-too-large" or "output-truncated" when that is why), and whatever the runner failed with.
 */
export function translate(
  request: TranslateRequest,
  runner: StepRunner,
  options: TranslateTaskOptions = {},
): AsyncIterable<TaskEvent<TranslateResult>> {
  const concurrency = Math.max(1, options.concurrency ?? defaultConcurrency);
  return runSourceTask(
    request,
    (clean, context) => perform(withGlossary(clean), runner, concurrency, context),
    options,
  );
}

/** The person's own terms, and behind them those of the glossary. */
function withGlossary(request: TranslateRequest): TranslateRequest {
  const { glossary, from, to, terms = [] } = request;
  return glossary === undefined ? request : { ...request, terms: [...terms, ...glossaryTerms(glossary, from, to)] };
}

async function perform(
  request: TranslateRequest,
  runner: StepRunner,
  concurrency: number,
  context: TaskContext,
): Promise<TranslateResult> {
  const { blocks, from, to, card, terms = [] } = request;
  if (from === to) throw new GenaiError("model-cannot-do-task", "a translation needs two languages");
  if (blocks.every(({ text }) => text.trim() === "")) throw new GenaiError("source-empty", "no block has text");
  const progress = new StepProgress(0, concurrency, context.report);
  const runs = new StepRuns(request, runner, japaneseRegisterFor(blocks), context, concurrency, progress);
  const pieces = new Map<number, Piece>();
  blocks.forEach((block, index) => {
    if (treatmentOf(block.text, from) === "translate") pieces.set(index, wholeBlock(block));
  });

  const budget = translateBudget(card, runs.step([]));
  const groups = planSteps([...pieces.values()], budget, to, card, terms);
  context.report({ type: "planned", steps: groups.length });
  progress.expect(groups.length);
  const preview = new OrderedPreview(leadsOf(request, pieces, groups), context.report);
  await askAgain(await runs.run(groups, preview), runs, budget, request, (more) =>
    progress.expect(progress.expected + more),
  );

  if (pieces.size > 0 && !runs.heard) throw runs.forgiven ?? new GenaiError("output-empty", "the model wrote no entry");
  const translated = await checkedBlocks(request, pieces);
  const result = { ...joined(translated), models: runs.models };
  preview.settle(result.text);
  return {
    ...result,
    findings: [...result.findings, ...unheardWish(request, runs.models)],
    ...(runs.usage === undefined ? {} : { usage: runs.usage }),
    reason: "stop",
  };
}

/** What a preview shows before the words of each step: line breaks, gaps inside a block, blocks that are kept. */
function leadsOf(
  { blocks, to }: TranslateRequest,
  pieces: ReadonlyMap<number, Piece>,
  groups: readonly (readonly Piece[])[],
): string[] {
  const first = new Map(groups.map((group, index) => [group[0]!, index]));
  const leads = groups.map(() => "");
  let lead = "";
  blocks.forEach((block, index) => {
    const start = index === 0 ? "" : "\n";
    const piece = pieces.get(index);
    if (piece === undefined) {
      lead += start + keptText(block.text, to);
      return;
    }
    leavesOf(piece).forEach((leaf, place) => {
      lead += place === 0 ? start : gapOf(leaf, to);
      const group = first.get(leaf);
      if (group !== undefined) leads[group] = lead;
      lead = "";
    });
  });
  return leads;
}

async function checkedBlocks(
  { blocks, from, to, terms = [] }: TranslateRequest,
  pieces: ReadonlyMap<number, Piece>,
): Promise<TranslatedBlock[]> {
  const translated: TranslatedBlock[] = [];
  let since = performance.now();
  for (const [index, { id, text: source }] of blocks.entries()) {
    const piece = pieces.get(index);
    if (piece === undefined) {
      const kept = treatmentOf(source, from) === "other-language";
      translated.push({ id, source, text: keptText(source, to), findings: kept ? [keptFinding(id)] : [] });
      continue;
    }
    const translation = joinPieces(source, leavesOf(piece), to);
    const findings = checkBlock({ id, source, translation, from, to, terms });
    translated.push({ id, source, text: translation.text, findings });
    if (performance.now() - since < checkSliceMs) continue;
    await new Promise<void>((resolve) => {
      setTimeout(resolve);
    });
    since = performance.now();
  }
  return translated;
}

function keptFinding(blockId: string): Finding {
  return { guard: "translation", code: "block-kept", severity: "info", source: [{ blockId }] };
}

/** The blocks' texts, one a line, and their findings with offsets in that text. */
function joined(blocks: TranslatedBlock[]): Pick<TranslateResult, "blocks" | "text" | "findings"> {
  const findings: Finding[] = [];
  let offset = 0;
  for (const block of blocks) {
    for (const finding of block.findings) {
      const { output } = finding;
      findings.push(
        output === undefined
          ? finding
          : { ...finding, output: { start: output.start + offset, end: output.end + offset } },
      );
    }
    offset += block.text.length + 1;
  }
  return { blocks, text: blocks.map(({ text }) => text).join("\n"), findings };
}

/** Contracts that take a text and a direction and nothing else. */
const withoutWishes: ReadonlySet<string> = new Set(["plamo-translate", "offline"]);

/** A wish that nobody could be told is not passed over in silence. */
function unheardWish({ instruction, card }: TranslateRequest, models: readonly string[]): Finding[] {
  if (instruction === undefined || instruction.trim() === "") return [];
  if (!withoutWishes.has(card.contract) || !models.includes(card.id)) return [];
  return [{ guard: "translation", code: "instruction-not-used", severity: "info" }];
}

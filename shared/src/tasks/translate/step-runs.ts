import { termsIn } from "../../guards";
import { withoutForbiddenCharacters } from "../../ooxml";
import { parseNumberedBlocks, translatePromptVersion } from "../../prompts";
import type { GenaiError, StepRunner, TranslateStep, UsageEvent } from "../../vocabulary";
import { runSteps } from "../machinery/run-steps";
import type { TaskContext } from "../machinery/run-task";
import type { StepProgress } from "../machinery/step-progress";
import { forgiving } from "./forgiving-runner";
import { withBreaksOf } from "./join-pieces";
import type { Piece } from "./piece";
import type { TranslateRequest } from "./translate-request";

/** What became of one piece in one step. */
export interface PieceOutcome {
  piece: Piece;
  /** Undefined when the answer had no entry for it, or one that broke off. */
  text: string | undefined;
  /** The step's answer was cut by a limit. */
  cut: boolean;
  /** The step held nothing else. */
  alone: boolean;
}

export interface PreviewPort {
  take(step: number, delta: string): void;
  finish(step: number): void;
}

/** Makes the steps of one translation and runs them: counts tokens, notes which models answered, reads the entries. */
export class StepRuns {
  private tokens: Omit<UsageEvent, "type"> | undefined;
  private readonly runner: StepRunner;
  /** Some answer held an entry, usable or not. */
  heard = false;
  /** The last failure that was forgiven. */
  forgiven: GenaiError | undefined;
  private steps = 0;
  private readonly left = new Map<string, number>();
  private readonly others: string[] = [];

  constructor(
    private readonly request: TranslateRequest,
    runner: StepRunner,
    private readonly register: "polite" | "plain",
    private readonly context: TaskContext,
    private readonly concurrency: number,
    private readonly progress: StepProgress,
  ) {
    this.runner = forgiving(runner, (error) => (this.forgiven = error));
  }

  /** Tokens of all steps so far; undefined when the model does not count. */
  get usage(): Omit<UsageEvent, "type"> | undefined {
    return this.tokens;
  }

  /** Ids of the cards that answered a step. */
  get models(): string[] {
    const asked = this.request.card.id;
    const byAsked = this.steps > (this.left.get(asked) ?? 0);
    return [...new Set([...(byAsked ? [asked] : []), ...this.others])];
  }

  step(pieces: readonly Piece[]): TranslateStep {
    const { card, declaredClass, confirmed, documentHash, from, to, terms = [], instruction } = this.request;
    const text = pieces.map((piece) => piece.text).join("\n");
    return {
      task: "translate",
      promptVersion: translatePromptVersion,
      model: card.id,
      declaredClass,
      confirmed,
      documentHash,
      // Text and kind are all a translator needs; numbering, style and contents of a paragraph stay at home.
      blocks: pieces.map(({ source, text: words }, index) => ({
        id: `${index + 1}:${source.id}`,
        text: words,
        kind: source.kind,
      })),
      options: {
        from,
        to,
        terms: termsIn(text, terms),
        ...(to === "ja" ? { register: this.register } : {}),
        ...(instruction === undefined ? {} : { instruction }),
      },
    };
  }

  /** Runs steps side by side and reads their answers. */
  async run(groups: readonly (readonly Piece[])[], preview?: PreviewPort): Promise<PieceOutcome[]> {
    const outcomes = await runSteps(
      groups.map((pieces) => this.step(pieces)),
      this.runner,
      {
        signal: this.context.signal,
        onFinding: (finding) => this.context.note?.(finding),
        concurrency: this.concurrency,
        onText: (index, delta) => preview?.take(index, delta),
        onModelSwitched: (event) => {
          this.left.set(event.from, (this.left.get(event.from) ?? 0) + 1);
          this.others.push(event.to);
          this.context.report(event);
        },
        onDone: (index, milliseconds) => {
          preview?.finish(index);
          this.progress.stepDone(milliseconds);
        },
      },
    );
    this.steps += groups.length;
    return outcomes.flatMap(({ text, reason, usage }, index) => {
      if (usage !== undefined) this.count(usage);
      return this.read(groups[index]!, text, reason === "length");
    });
  }

  private read(pieces: readonly Piece[], answer: string, cut: boolean): PieceOutcome[] {
    const { texts } = parseNumberedBlocks(withoutForbiddenCharacters(answer), pieces.length);
    // Where the answer broke off is its last entry, whatever number that has: the highest one that came.
    const last = cut ? texts.findLastIndex((text) => text !== undefined) : -1;
    return pieces.map((piece, index) => {
      const text = index === last ? undefined : texts[index];
      if (text !== undefined && text.trim() !== "") this.heard = true;
      const usable =
        text === undefined || text.trim() === "" ? undefined : withBreaksOf(piece.text, text, this.request.to);
      return { piece, text: usable, cut, alone: pieces.length === 1 };
    });
  }

  private count(usage: Omit<UsageEvent, "type">): void {
    this.tokens = {
      inputTokens: (this.tokens?.inputTokens ?? 0) + usage.inputTokens,
      outputTokens: (this.tokens?.outputTokens ?? 0) + usage.outputTokens,
    };
  }
}

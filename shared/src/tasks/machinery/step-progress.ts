import type { TaskProgressEvent } from "../../vocabulary";

/**
 * Counts steps and estimates what is left: mean duration of the steps done, times the rounds that the remaining steps
 * need. The total may change while a task learns how long its parts became.
 */
export class StepProgress {
  private completed = 0;
  private total: number;
  private spentMs = 0;

  constructor(
    total: number,
    private readonly concurrency: number,
    private readonly report: (event: TaskProgressEvent) => void,
  ) {
    this.total = total;
  }

  /** Says how many steps there are in all, those done included. */
  expect(total: number): void {
    this.total = Math.max(total, this.completed);
  }

  get expected(): number {
    return this.total;
  }

  get done(): number {
    return this.completed;
  }

  stepDone(milliseconds: number): void {
    this.completed += 1;
    this.total = Math.max(this.total, this.completed);
    this.spentMs += milliseconds;
    const remaining = this.total - this.completed;
    const rounds = Math.ceil(remaining / Math.max(1, Math.min(this.concurrency, remaining)));
    this.report({
      type: "progress",
      done: this.completed,
      total: this.total,
      remainingMs: Math.round((this.spentMs / this.completed) * rounds),
    });
  }
}

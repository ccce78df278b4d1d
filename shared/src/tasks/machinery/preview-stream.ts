import { OutputCleaner } from "../output/output-cleaner";
import type { TaskContext } from "./run-task";

/** Reports the words of one step as a preview, as they come, without citation marks and what models put around them. */
export class PreviewStream {
  private cleaner = new OutputCleaner();
  private someShown = false;

  /** @param restarted true when a preview of other words stands there already */
  constructor(
    private readonly context: Pick<TaskContext, "report">,
    private restarted: boolean,
  ) {}

  /** True when something was reported. */
  get shown(): boolean {
    return this.someShown;
  }

  push(delta: string): void {
    this.show(this.cleaner.push(delta));
  }

  /** The words so far are these, and no others. */
  replace(text: string): void {
    this.cleaner = new OutputCleaner();
    this.restarted ||= this.someShown;
    this.push(text);
  }

  flush(): void {
    this.show(this.cleaner.flush());
  }

  private show(text: string): void {
    if (text === "") return;
    this.someShown = true;
    this.context.report({ type: "preview", text, ...(this.restarted ? { restarted: true } : {}) });
    this.restarted = false;
  }
}

import type { ModelSwitchedEvent } from "../../vocabulary";
import type { StepListener } from "./run-step";

/**
 * Tells a listener the words of a step as one text, also when a continuation writes a clause again that was heard: what is
 * the same is not told twice, and where it differs the text is told anew from its beginning.
 */
export class HeardText {
  private heard = "";
  /** What the answer is by now; undefined while that is what was heard. */
  private now: string | undefined;

  constructor(private readonly listener: StepListener) {}

  text(delta: string): void {
    if (this.now === undefined) {
      this.heard += delta;
      this.listener.text(delta);
      return;
    }
    this.now += delta;
    if (!this.heard.startsWith(this.now)) this.settle(this.now);
  }

  modelSwitched(event: ModelSwitchedEvent): void {
    this.listener.modelSwitched(event);
  }

  /** The next words come behind `kept`, with which what was heard begins. */
  resumeBehind(kept: string): void {
    this.now = kept === this.heard ? undefined : kept;
  }

  /** This is the text: tells what of it was not heard yet. */
  settle(text: string): void {
    const { heard } = this;
    this.now = undefined;
    this.heard = text;
    if (text === heard) return;
    if (text.startsWith(heard)) this.listener.text(text.slice(heard.length));
    else this.listener.restarted(text);
  }
}

import { controlTokenIn, maybeControlToken, operationToken } from "./control-tokens";

/**
 * Ends the model's turn at its first control token: what a server lets through behind one is the next piece of a prompt
 * that the model made up, and no translation. Works on a stream: the pieces it gives out are, joined, the same however the
 * text was cut.
 */
export class TurnEnd {
  private held = "";
  private over = false;

  /** Takes a piece of the answer; returns what is certain to stand before a token. */
  push(text: string): string {
    if (this.over) return "";
    this.held += text;
    const token = controlTokenIn(this.held);
    const certain = token ?? maybeControlToken(this.held);
    const words = this.held.slice(0, certain);
    this.over = token !== undefined;
    this.held = this.over ? "" : this.held.slice(certain);
    return words;
  }

  /** The answer is over: returns what was held back, without the beginning of a token that was cut. */
  flush(): string {
    const { held } = this;
    this.held = "";
    return held.length > 1 && operationToken.startsWith(held) ? "" : held;
  }
}

/** The translation in a whole answer. */
export function withinTurn(answer: string): string {
  const turn = new TurnEnd();
  return turn.push(answer) + turn.flush();
}

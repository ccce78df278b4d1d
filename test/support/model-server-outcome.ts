import { isTerminal, type GenaiError, type GenerateEvent, type TerminalEvent } from "@genai-office/shared/vocabulary";

/** A run's events in short. */
export interface RunOutcome {
  text: string;
  /** Number of text-delta events. */
  deltas: number;
  usage: [input: number, output: number][];
  terminal: TerminalEvent;
  error: GenaiError | undefined;
  /** Milliseconds from the start to the terminal event. */
  milliseconds: number;
}

/** Runs to the end and checks what every run promises: it does not throw and has one terminal event, the last. */
export async function runToEnd(
  run: AsyncIterable<GenerateEvent>,
  onEvent: (event: GenerateEvent) => void = () => undefined,
): Promise<RunOutcome> {
  const before = performance.now();
  const outcome = { text: "", deltas: 0, usage: [] as [number, number][] };
  let terminal: TerminalEvent | undefined;
  let milliseconds = 0;
  for await (const event of run) {
    if (terminal !== undefined) throw new Error(`${event.type} after the terminal event`);
    onEvent(event);
    if (event.type === "text-delta") {
      outcome.text += event.text;
      outcome.deltas++;
    } else if (event.type === "usage") outcome.usage.push([event.inputTokens, event.outputTokens]);
    else if (isTerminal(event)) {
      terminal = event;
      milliseconds = performance.now() - before;
    }
  }
  if (terminal === undefined) throw new Error("the stream ended silently");
  if (terminal.type !== "finished" && terminal.partial !== outcome.text)
    throw new Error("partial is not what was sent");
  return { ...outcome, terminal, error: terminal.type === "failed" ? terminal.error : undefined, milliseconds };
}

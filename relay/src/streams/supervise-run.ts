import {
  asGenaiError,
  GenaiError,
  isTerminal,
  type GenerateEvent,
  type Step,
  type StepRunner,
  type TerminalEvent,
} from "@genai-office/shared/vocabulary";
import type { OpenStreams } from "./open-streams";

/** How a run ended, for the log. Counts only, no text. */
export interface RunOutcome {
  terminal: TerminalEvent;
  /** True when the client had gone before the end. */
  clientGone: boolean;
  firstTextMs?: number;
  totalMs: number;
  inputTokens?: number;
  outputTokens?: number;
  outputCharacters: number;
}

export interface SupervisedRun {
  /** Ends with exactly one terminal event, whatever the runner does. */
  events: AsyncGenerator<GenerateEvent, void, undefined>;
  /** The client has gone: ends the upstream call at once. */
  leave(): void;
}

/**
 * Runs a step for a client: the runner's promises are enforced (exactly one terminal event, no throw), the run is
 * ended when the client leaves, the server stops or a switch is thrown, and `onEnd` is called exactly once.
 */
export function superviseRun(
  runner: StepRunner,
  step: Step,
  openStreams: OpenStreams,
  onEnd: (outcome: RunOutcome) => void,
): SupervisedRun {
  const controller = new AbortController();
  const startedAt = performance.now();
  let clientGone = false;
  let endedBy: GenaiError | undefined;
  const release = openStreams.add((reason) => {
    endedBy ??= reason ?? stopped();
    controller.abort();
  }, step);
  const counted: Omit<RunOutcome, "terminal" | "clientGone" | "totalMs"> = { outputCharacters: 0 };
  let ended = false;

  function end(terminal: TerminalEvent): void {
    if (ended) return;
    ended = true;
    release();
    onEnd({ ...counted, terminal, clientGone, totalMs: performance.now() - startedAt });
  }

  function count(event: GenerateEvent): void {
    if (event.type === "text-delta") {
      counted.firstTextMs ??= performance.now() - startedAt;
      counted.outputCharacters += event.text.length;
    } else if (event.type === "usage") {
      counted.inputTokens = event.inputTokens;
      counted.outputTokens = event.outputTokens;
    }
  }

  async function* events(): AsyncGenerator<GenerateEvent, void, undefined> {
    let terminal: TerminalEvent | undefined;
    try {
      for await (const event of runner.run(step, { signal: controller.signal })) {
        if (isTerminal(event)) {
          terminal = event;
          break;
        }
        count(event);
        yield event;
        if (controller.signal.aborted) break;
      }
    } catch (thrown) {
      terminal = { type: "failed", error: asGenaiError(thrown), partial: "" };
    } finally {
      // Reached without a terminal event when the reader left in the middle, and also when a runner broke its promise.
      controller.abort();
      if (terminal === undefined && clientGone) end({ type: "aborted", partial: "" });
    }
    // An answer that was complete when it was to be ended is a complete answer.
    if (endedBy !== undefined && terminal?.type !== "finished") {
      terminal = { type: "failed", error: endedBy, partial: "" };
    }
    terminal ??= silentEndEvent();
    end(terminal);
    yield terminal;
  }

  const generator = events();
  return {
    events: generator,
    leave() {
      clientGone = true;
      controller.abort();
      // A generator that was never started runs no `finally`; one that waits for the upstream ends by the signal.
      generator.return().then(
        () => end({ type: "aborted", partial: "" }),
        (thrown: unknown) => end({ type: "failed", error: asGenaiError(thrown), partial: "" }),
      );
    },
  };
}

function stopped(): GenaiError {
  return new GenaiError("unavailable", "the relay is being stopped", { retryable: true });
}

function silentEndEvent(): TerminalEvent {
  return {
    type: "failed",
    error: new GenaiError("internal", "the runner ended without a terminal event"),
    partial: "",
  };
}

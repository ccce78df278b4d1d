import { asGenaiError, type GenaiError, type GenerateEvent, type TerminalEvent } from "../../vocabulary";
import { sleep } from "./abortable";
import { Attempt } from "./attempt";
import { isRetried, retryDelay } from "./retry-policy";
import { RunControl } from "./run-control";
import { completeTransport, type Transport, type TransportOptions } from "./transport-options";
import type { Outcome, WireContract } from "./wire-contract";

/**
 * Runs one request of a contract: sends, retries, reads, times. The events end with exactly one terminal event and
 * never throw; words that came in one network read are one event. Each iteration of the result is a run of its own;
 * leaving the loop early closes the connection, `signal` does so in any phase.
 */
export function generate(
  makeContract: () => WireContract,
  options: TransportOptions = {},
  signal?: AbortSignal,
): AsyncIterable<GenerateEvent> {
  const transport = completeTransport(options);
  return {
    [Symbol.asyncIterator]() {
      const control = new RunControl(transport.timers, transport.clock, signal);
      const events = runEvents(makeContract, transport, control);
      return {
        next: () => events.next(),
        // A generator would let its pending read finish before it returns; stopping the run ends that read.
        return: () => {
          if (!control.ended) control.stop({ type: "aborted" });
          control.close();
          return events.return(undefined);
        },
      };
    },
  };
}

async function* runEvents(
  makeContract: () => WireContract,
  transport: Transport,
  control: RunControl,
): AsyncGenerator<GenerateEvent, undefined> {
  let partial = "";
  let silent = true;
  let attempt: Attempt | undefined;
  let whole = false;
  try {
    const contract = makeContract();
    for (let retries = 0; ;) {
      attempt = new Attempt(contract, transport, control);
      let outcome = await attempt.open();
      while (outcome === undefined) {
        outcome = await attempt.read();
        const text = attempt.decoder.takeText();
        if (text !== "") {
          silent = false;
          if (transport.keepPartial) partial += text;
          yield { type: "text-delta", text };
        }
        yield* attempt.decoder.takeOthers();
      }
      if (outcome.type === "failed" && silent) {
        if (attempt.adapted) {
          attempt.close(false);
          continue;
        }
        const heard = contract.repeatsItself === true && attempt.heard;
        const repeatable = !heard && (contract.mayRepeat?.(outcome.error) ?? true);
        const delay = repeatable ? delayBeforeRetry(outcome.error, retries, transport, control) : undefined;
        if (delay !== undefined) {
          attempt.close(false);
          retries++;
          if (await slept(delay, transport, control)) continue;
          outcome = stopped(control);
        }
      }
      control.ended = true;
      whole = outcome.type === "finished";
      yield terminalEvent(outcome, partial);
      return;
    }
  } catch (thrown) {
    control.ended = true;
    yield { type: "failed", error: asGenaiError(thrown), partial };
  } finally {
    attempt?.close(whole);
    control.close();
  }
}

/** Milliseconds to wait before the failed attempt is repeated; undefined when it is not to be repeated. */
function delayBeforeRetry(
  error: GenaiError,
  retriesDone: number,
  { retry, random }: Transport,
  control: RunControl,
): number | undefined {
  if (control.cause !== undefined || retriesDone >= retry.maximumRetries || !isRetried(error)) return undefined;
  const delay = retryDelay(error, retriesDone, retry, random);
  // Waiting for a retry that the total timer would cut only hides the error from the person.
  return delay !== undefined && delay < control.remainingMs ? delay : undefined;
}

/** Waits; false when the run was stopped meanwhile. */
async function slept(milliseconds: number, { clock }: Transport, control: RunControl): Promise<boolean> {
  try {
    await sleep(milliseconds, control.signal, clock);
    return true;
  } catch (thrown) {
    if (control.cause === undefined) throw thrown;
    return false;
  }
}

function stopped(control: RunControl): Outcome {
  const { cause } = control;
  if (cause?.type !== "timeout") return { type: "aborted" };
  return { type: "failed", error: control.timeoutError(cause.phase) };
}

function terminalEvent(outcome: Outcome, partial: string): TerminalEvent {
  if (outcome.type === "finished") return outcome;
  return { ...outcome, partial };
}

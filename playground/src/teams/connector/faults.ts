import type { Refusal, WireActivity } from "./activity";
import { stoppedByPerson, streamCompleted, streamExpired, streamInfoOf, streamNotAllowed } from "./rules/streaming";

/** What goes wrong with one request of the bot. `taken`: the connector has done what was asked before it goes wrong. */
export type FaultEffect =
  | { kind: "status"; status: number; code?: string; message?: string; retryAfter?: number; taken?: boolean }
  | { kind: "stream"; refusal: "expired" | "stopped" | "not-allowed" | "completed" }
  /** 202 with ContentStreamSequenceOrderPreConditionFailed; the chunk is dropped. */
  | { kind: "dropped" }
  /** No answer ever comes. */
  | { kind: "silence"; taken?: boolean }
  /** The connection breaks. */
  | { kind: "reset"; taken?: boolean }
  /** The request is taken at once, and answered when the test says so. */
  | { kind: "hold" };

/** Which requests a fault concerns; everything that is given has to fit. */
export interface FaultMatch {
  method?: "POST" | "PUT" | "DELETE" | "GET";
  conversation?: string;
  /** Kind of a streamed activity; "none" for those that are not streamed. */
  stream?: "informative" | "streaming" | "final" | "none";
  text?: RegExp;
}

/** A fault that was set up. */
export interface Fault {
  /** Requests that it has met. */
  met: number;
  /** Resolves when it has met its first request; for a held one after the connector has taken it. */
  reached: Promise<void>;
  /** Answers what is held. */
  release(): void;
  remove(): void;
}

/** Faults of a connector; the oldest that fits a request is used. */
export interface Faults {
  /** @param times requests that it meets before it is gone; default 1 */
  add(effect: FaultEffect, match?: FaultMatch, times?: number): Fault;
  clear(): void;
}

/** A fault as the connector uses it. */
export interface ArmedFault extends Fault {
  effect: FaultEffect;
  match: FaultMatch;
  left: number;
  markReached(): void;
  released: Promise<void>;
}

export class FaultList implements Faults {
  private faults: ArmedFault[] = [];

  add(effect: FaultEffect, match: FaultMatch = {}, times = 1): Fault {
    const reached = deferred();
    const released = deferred();
    const fault: ArmedFault = {
      effect,
      match,
      left: times,
      met: 0,
      reached: reached.promise,
      markReached: reached.resolve,
      released: released.promise,
      release: released.resolve,
      remove: () => (this.faults = this.faults.filter((other) => other !== fault)),
    };
    this.faults.push(fault);
    return fault;
  }

  /** Ends every fault and answers what is held. */
  clear(): void {
    for (const fault of this.faults) fault.release();
    this.faults = [];
  }

  /** The fault for a request, which is then used up by one. */
  take(method: string, conversation: string, activity: WireActivity | undefined): ArmedFault | undefined {
    const streamType = (activity && streamInfoOf(activity)?.streamType) ?? "none";
    const fault = this.faults.find(
      ({ match, left }) =>
        left > 0 &&
        (match.method ?? method) === method &&
        (match.conversation ?? conversation) === conversation &&
        (match.stream ?? streamType) === streamType &&
        (match.text === undefined || match.text.test(activity?.text ?? "")),
    );
    if (fault === undefined) return undefined;
    fault.left--;
    fault.met++;
    if (fault.effect.kind !== "hold") fault.markReached();
    return fault;
  }
}

/** The refusal that a fault stands for; undefined for faults of the connection. */
export function refusalOf(effect: FaultEffect): Refusal | undefined {
  if (effect.kind === "status") {
    const { status, code = "ServiceError", message = "fault", retryAfter } = effect;
    return { status, code, message, ...(retryAfter === undefined ? {} : { retryAfter }) };
  }
  if (effect.kind !== "stream") return undefined;
  return {
    expired: streamExpired,
    stopped: stoppedByPerson,
    "not-allowed": streamNotAllowed,
    completed: streamCompleted,
  }[effect.refusal];
}

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}

import { GenaiError } from "@genai-office/shared/vocabulary";
import type { Clock } from "./clock";
import type { Connection, SendRequest } from "./connection";
import type { Conversation } from "./conversation";
import type { OutgoingActivity } from "./message-activities";
import type { Pace } from "./pace";
import { errorOf } from "./send-error";
import type { SendOutcome } from "./send-outcome";

export interface SenderParts {
  connection: Connection;
  pace: Pace;
  clock: Clock;
}

/** How often a request that is certain to do no harm is tried. */
const mostAttempts = 5;
/** Waits between attempts, when the connector names none. Milliseconds. */
const firstWaitMs = 1_000;
/** Nobody waits longer than that for a limit of Teams. Milliseconds. */
const longestWaitMs = 60_000;

/** What the rooms behind the channel and the streamer have in common: sending with the repeats that a request allows. */
export interface Sender {
  /** A new activity. @returns its id @throws GenaiError */
  post(conversation: Conversation, activity: OutgoingActivity): Promise<string>;
  /** The new content of one that stands. @throws GenaiError "not-found" when it is gone */
  replace(conversation: Conversation, id: string, activity: OutgoingActivity): Promise<void>;
  /** Takes away what stands; what is gone already is no error. */
  remove(conversation: Conversation, id: string): Promise<void>;
}

/**
 * A replacement may be repeated, and is, whatever went wrong. A new message is repeated only when the connector certainly did
 * not take it: it refused it for now (429, 412), or was not reached. After a server error, a broken connection or a silence
 * nobody can know, because the wire has no key that would tell the second from the first: that fails with a retryable error,
 * and who noted what it meant to post decides (reference page on Teams, 3.4).
 */
export function createSender({ connection, pace, clock }: SenderParts): Sender {
  async function persist(
    conversation: Conversation,
    request: SendRequest,
    mayRepeat: (outcome: SendOutcome) => boolean,
  ): Promise<string> {
    for (let attempt = 1; ; attempt++) {
      const outcome = await pace.run(conversation.id, false, () => connection.send(conversation, request));
      if (outcome.kind === "taken") return outcome.id ?? "";
      if (attempt >= mostAttempts || !mayRepeat(outcome)) throw errorOf(outcome);
      const wait = waitAfter(outcome, attempt);
      if (outcome.kind === "throttled") pace.hold(conversation.id, wait);
      await clock.sleep(wait);
    }
  }
  return {
    post: (conversation, activity) => persist(conversation, { activity }, isCertainlyNotTaken),
    replace: async (conversation, id, activity) => {
      await persist(conversation, { activity, replaces: id }, mayDoNoHarm);
    },
    remove: async (conversation, id) => {
      try {
        await persist(conversation, { removes: id }, mayDoNoHarm);
      } catch (thrown) {
        if (!GenaiError.isInstance(thrown) || thrown.code !== "not-found") throw thrown;
      }
    },
  };
}

/** Of what is the same twice as once. */
function mayDoNoHarm(outcome: SendOutcome): boolean {
  return isCertainlyNotTaken(outcome) || outcome.kind === "unavailable" || outcome.kind === "lost";
}

function isCertainlyNotTaken({ kind }: SendOutcome): boolean {
  return kind === "throttled" || kind === "unreached";
}

/** With each attempt twice as long, and never the same for everybody: what was refused together does not come back together. */
export function waitAfter(outcome: SendOutcome, attempt: number): number {
  const named = outcome.kind === "throttled" ? outcome.retryAfterMs : undefined;
  const doubled = firstWaitMs * 2 ** (attempt - 1);
  const wait = named ?? doubled;
  return Math.min(longestWaitMs, wait + Math.random() * Math.min(250, wait / 4));
}

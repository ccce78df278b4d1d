import { GenaiError } from "@genai-office/shared/vocabulary";
import { createAnswerStream } from "./answer-stream";
import type { Clock } from "./clock";
import type { Connection, SendRequest } from "./connection";
import type { Conversation } from "./conversation";
import { cardActivity, fileActivity, messageActivities, type OutgoingActivity } from "./message-activities";
import type { Outgoing, Speech } from "./outgoing";
import type { Pace } from "./pace";
import type { SendOutcome } from "./send-outcome";

export interface SpeechParts {
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
}

/**
 * Speaks into conversations. A replacement may be repeated, and is, whatever went wrong. A new message is repeated only when the
 * connector certainly did not take it: it refused it for now (429, 412), or was not reached. After a server error, a broken
 * connection or a silence nobody can know, because the wire has no key that would tell the second from the first: that fails
 * with a retryable error, and who noted what it meant to post decides (reference page on Teams, 3.4).
 */
export function createSpeech(parts: SpeechParts): Speech {
  const sender = createSender(parts);
  return {
    async post(conversation, message) {
      const rest = restOf(conversation, message);
      const first = isEmpty(message) && rest.length > 0 ? [] : messageActivities(message);
      const ids: string[] = [];
      for (const activity of [...first, ...rest]) ids.push(await sender.post(conversation, activity));
      // Label and feedback are on the last part of the text; the offer of a file stands apart from it.
      return ids[Math.max(0, first.length - 1)] ?? "";
    },
    async update(conversation, activityId, message) {
      await replaceWith(sender, conversation, activityId, message);
    },
    stream: (conversation, options = {}) => createAnswerStream({ ...parts, sender, conversation, options }),
  };
}

/**
 * Replaces an activity. Text and card cannot be in one replacement (the connector answers 400), so that the card then follows
 * as a message of its own; who repeats a replacement gives one of the two.
 */
export async function replaceWith(
  sender: Sender,
  conversation: Conversation,
  id: string,
  message: Outgoing,
): Promise<void> {
  const rest = restOf(conversation, message);
  const hasText = message.text !== "";
  const [first, ...others] = messageActivities(message, { withCard: !hasText });
  if (!isEmpty(message)) await sender.replace(conversation, id, first!);
  for (const activity of others) await sender.post(conversation, activity);
  const card = hasText ? cardActivity(message) : undefined;
  for (const activity of card === undefined ? rest : [card, ...rest]) await sender.post(conversation, activity);
}

/** What goes out beside the message itself. @throws GenaiError for a file outside of a personal chat */
export function restOf({ kind }: Conversation, message: Outgoing): OutgoingActivity[] {
  const file = fileActivity(message);
  if (file === undefined) return [];
  if (kind !== "personal") throw new GenaiError("host-unsupported", "files are offered in personal chats only");
  return [file];
}

function isEmpty({ text, card }: Outgoing): boolean {
  return text === "" && card === undefined;
}

export function createSender({ connection, pace, clock }: SpeechParts): Sender {
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
      const mayRepeat = (outcome: SendOutcome): boolean =>
        isCertainlyNotTaken(outcome) || outcome.kind === "unavailable" || outcome.kind === "lost";
      await persist(conversation, { activity, replaces: id }, mayRepeat);
    },
  };
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

/** The error of a request that is given up. Its text holds nothing that the connector said. */
export function errorOf(outcome: SendOutcome): GenaiError {
  switch (outcome.kind) {
    case "throttled":
      return new GenaiError("rate-limited", "the connector takes no more for now", {
        retryable: true,
        ...(outcome.retryAfterMs === undefined ? {} : { retryAfterMs: outcome.retryAfterMs }),
      });
    case "too-large":
      return new GenaiError("output-too-long", "the connector found a message too large");
    case "unavailable":
      return new GenaiError("server-error", "the connector failed; it may have taken the message", {
        retryable: true,
        status: outcome.status,
      });
    case "unauthenticated":
      return new GenaiError("unauthorized", "the bot got no token for the connector", { retryable: true });
    case "unreached":
      return new GenaiError("connection-failed", "the connector was not reached", { retryable: true });
    case "lost":
      return new GenaiError("connection-lost", "no answer of the connector; it may have taken the message", {
        retryable: true,
      });
    case "stream-stopped":
      return new GenaiError("aborted", "the person stopped the answer");
    case "refused":
      return new GenaiError(refusalCodes[outcome.status] ?? "bad-request", "the connector refused a message", {
        status: outcome.status,
      });
    default:
      return new GenaiError("bad-request", `the connector refused a message (${outcome.kind})`);
  }
}

const refusalCodes: Readonly<Record<number, "unauthorized" | "forbidden" | "not-found">> = {
  401: "unauthorized",
  403: "forbidden",
  404: "not-found",
};

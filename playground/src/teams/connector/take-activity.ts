import type { Refusal, WireActivity } from "./activity";
import type { RuledConversation, StandingActivity } from "./conversation-store";
import { checkMessage } from "./rules/check-message";
import { streamInfoOf, streamTooLarge } from "./rules/streaming";

/** What the connector answers, and what changed. */
export interface Taken {
  status: number;
  body?: unknown;
  retryAfter?: number;
  changed?: { kind: "added" | "updated" | "removed" | "typing"; activity: StandingActivity };
}

export interface TakeContext {
  conversation: RuledConversation;
  botAccount: string;
  now: () => number;
  newId: () => string;
}

/** Takes a new activity of the bot, or refuses it, by the rules of Teams. */
export function takePost(activity: WireActivity, context: TakeContext): Taken {
  const { conversation, botAccount, now, newId } = context;
  const limited = conversation.rates.take();
  if (limited !== undefined) return refused(limited);
  const info = streamInfoOf(activity);
  const fault = checkMessage(activity, "POST");
  if (fault !== undefined) return refused(info !== undefined && fault.status === 413 ? streamTooLarge : fault);
  if (info !== undefined) {
    // Seen in the source of Microsoft's agents: where streaming is not on, the start is refused like this.
    if (conversation.kind !== "personal")
      return refused({ status: 400, code: "BadArgument", message: "The streaming API is not enabled" });
    const outcome = conversation.streams.take(activity, info, newId);
    switch (outcome.kind) {
      case "refused":
        return refused(outcome.refusal);
      case "dropped":
        return { status: 202, body: { code: outcome.code, message: outcome.message } };
      case "started": {
        const streaming = info.streamType === "informative" ? "informative" : "streaming";
        const standing: StandingActivity = { id: outcome.id!, from: botAccount, at: now(), activity, streaming };
        conversation.activities.push(standing);
        return { status: 201, body: { id: outcome.id }, changed: { kind: "added", activity: standing } };
      }
      case "continued":
      case "finished": {
        const standing = conversation.activities.find(({ id }) => id === outcome.streamId);
        if (standing === undefined) return { status: 202 };
        standing.activity = activity;
        if (outcome.kind === "finished") delete standing.streaming;
        else standing.streaming = info.streamType === "informative" ? "informative" : "streaming";
        return { status: 202, changed: { kind: "updated", activity: standing } };
      }
    }
  }
  const standing: StandingActivity = { id: newId(), from: botAccount, at: now(), activity };
  if (activity.type === "typing")
    return { status: 201, body: { id: standing.id }, changed: { kind: "typing", activity: standing } };
  conversation.activities.push(standing);
  return { status: 201, body: { id: standing.id }, changed: { kind: "added", activity: standing } };
}

/** Replaces an activity of the bot. */
export function takePut(id: string, activity: WireActivity, context: TakeContext): Taken {
  const { conversation, botAccount, now } = context;
  const limited = conversation.rates.take();
  if (limited !== undefined) return refused(limited);
  const standing = conversation.activities.find((entry) => entry.id === id);
  if (standing === undefined) return refused(notFound);
  if (standing.from !== botAccount) return refused(notOwn);
  const fault = checkMessage(activity, "PUT");
  if (fault !== undefined) return refused(fault);
  conversation.streams.replaced(id);
  standing.activity = activity;
  standing.editedAt = now();
  delete standing.streaming;
  return { status: 200, body: { id }, changed: { kind: "updated", activity: standing } };
}

/** Removes an activity of the bot. */
export function takeDelete(id: string, { conversation, botAccount }: TakeContext): Taken {
  const limited = conversation.rates.take();
  if (limited !== undefined) return refused(limited);
  const index = conversation.activities.findIndex((entry) => entry.id === id);
  const standing = conversation.activities[index];
  if (standing === undefined) return refused(notFound);
  if (standing.from !== botAccount) return refused(notOwn);
  conversation.streams.replaced(id);
  conversation.activities.splice(index, 1);
  return { status: 200, changed: { kind: "removed", activity: standing } };
}

const notFound: Refusal = { status: 404, code: "ActivityNotFound", message: "The activity does not exist." };
const notOwn: Refusal = { status: 403, code: "Forbidden", message: "The activity is somebody else's." };

export function refused({ status, code, message, retryAfter }: Refusal): Taken {
  return { status, body: { error: { code, message } }, ...(retryAfter === undefined ? {} : { retryAfter }) };
}

import type { Activity, CloudAdapter, TurnContext } from "botbuilder";
import type { ConnectorClient } from "botframework-connector";
import type { Conversation } from "./conversation";
import { referenceOf } from "./conversation-reference";
import { outcomeOf, type SendOutcome } from "./send-outcome";

/** One request to the connector: a new activity, another content of one that stands, or its end. */
export type SendRequest =
  | {
      activity: Record<string, unknown>;
      /** Id of the activity that is replaced; undefined for a new one. */
      replaces?: string;
    }
  | { removes: string };

/** The way to the connector, one attempt at a time: when to try again is for who sends to know. */
export interface Connection {
  /** Never fails; a defect of our own is thrown. */
  send(conversation: Conversation, request: SendRequest): Promise<SendOutcome>;
}

interface Pipeline {
  getOrderedPolicies(): { name: string }[];
  removePolicy(options: { name: string }): unknown;
}

const retryPolicy = "defaultRetryPolicy";

/**
 * Sends through the SDK. Its own repeats are taken out: it sends a POST again after a 500 or a broken connection, although the
 * first may have been taken, and it sends the text of then, where a stream has a newer one (reference page on Teams, 3.4).
 * @param requestMs how long one request may take
 */
export function createConnection(adapter: CloudAdapter, appId: string, requestMs: number): Connection {
  return {
    async send(conversation, request) {
      let outcome: SendOutcome | undefined;
      const turn = adapter.continueConversationAsync(appId, referenceOf(conversation), async (context) => {
        const client = clientOf(context);
        const options = { timeout: requestMs };
        const { conversations } = client;
        try {
          if ("removes" in request) {
            await conversations.deleteActivity(conversation.id, request.removes, options);
            outcome = { kind: "taken", id: undefined };
            return;
          }
          const { activity, replaces } = request;
          const body = { ...activity, ...frameOf(context) } as Partial<Activity>;
          const answer =
            replaces === undefined
              ? await conversations.sendToConversation(conversation.id, body, options)
              : await conversations.updateActivity(conversation.id, replaces, body, options);
          // A chunk that was dropped has the status of one that was taken.
          const { code } = parsed((answer as { _response?: { bodyAsText?: string | null } })._response?.bodyAsText);
          outcome =
            code === "ContentStreamSequenceOrderPreConditionFailed"
              ? { kind: "dropped" }
              : { kind: "taken", id: answer.id ?? replaces };
        } catch (error) {
          outcome = outcomeOf(error);
        }
      });
      await turn.catch((error: unknown) => {
        outcome = outcomeOf(error);
      });
      if (outcome === undefined) throw new Error("The SDK ended a turn without running it.");
      return outcome;
    },
  };
}

function clientOf(context: TurnContext): ConnectorClient {
  const client = context.turnState.get<ConnectorClient>(context.adapter.ConnectorClientKey);
  const { pipeline } = (client as unknown as { client?: { pipeline?: Pipeline } }).client ?? {};
  if (pipeline === undefined) throw new Error("botframework-connector has another layout: no pipeline was found.");
  pipeline.removePolicy({ name: retryPolicy });
  if (pipeline.getOrderedPolicies().some(({ name }) => /retry/i.test(name)))
    throw new Error("botframework-connector has another layout: it repeats requests by itself.");
  return client;
}

/** What every activity of the bot has beside its content. */
function frameOf({ activity }: TurnContext): Record<string, unknown> {
  const { channelId, serviceUrl, conversation, recipient, from, locale } = activity;
  return { channelId, serviceUrl, conversation, from: recipient, recipient: from, ...(locale ? { locale } : {}) };
}

function parsed(body: string | null | undefined): { code?: unknown } {
  if (!body) return {};
  try {
    return (JSON.parse(body) as { code?: unknown } | null) ?? {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

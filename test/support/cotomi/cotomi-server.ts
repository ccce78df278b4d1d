import type { Reply } from "../model-server";
import { bodyReply, jsonReply } from "../model-server-replies";

export interface CotomiServerOptions {
  key: string;
  clientIdHeader?: string;
  /** The model. */
  answer: (asked: { userContent: string; systemContent?: string; model: string }) => string;
}

/**
 * A stand-in for NEC's chat: bearer, the id of the client, the required fields, `streamNum` characters an event, the
 * event `done` at the end (docs/contracts.md says what of this is documented).
 */
export function cotomiServer({ key, answer, clientIdHeader = "x-nec-cotomi-client-id" }: CotomiServerOptions): Reply {
  return (response, request) => {
    const refuse = (status: number): void =>
      void jsonReply({ error: { code: `E${status}`, message: "refused" } }, status)(response, request);
    if (request.method !== "POST" || request.path !== "/cotomi-api/v1/chat") return refuse(404);
    if (request.headers.authorization !== `Bearer ${key}`) return refuse(401);
    if (!request.headers[clientIdHeader]) return refuse(400);
    const {
      userContent,
      systemContent,
      model,
      historyId,
      oneshot,
      stream,
      streamNum = 10,
      maxTokens = 1024,
    } = request.json as Record<string, never>;
    if (typeof userContent !== "string" || typeof model !== "string") return refuse(400);
    if (historyId !== "new" && oneshot !== true) return refuse(400);
    if (!(streamNum >= 1 && streamNum <= 1000)) return refuse(400);
    const text = [...answer({ userContent, model, ...(systemContent === undefined ? {} : { systemContent }) })]
      .slice(0, maxTokens)
      .join("");
    if (stream !== true) return jsonReply({ answer: text, historyId: "history_1" })(response, request);
    return bodyReply([...cotomiEvents(text, streamNum), cotomiDone])(response, request);
  };
}

/** The events of an answer. */
export function cotomiEvents(text: string, streamNum = 10): string[] {
  const characters = [...text];
  const events: string[] = [];
  for (let at = 0; at < characters.length; at += streamNum)
    events.push(cotomiEvent({ answer: characters.slice(at, at + streamNum).join(""), historyId: "history_1" }));
  return events;
}

export function cotomiEvent(payload: unknown): string {
  return `data: ${JSON.stringify(payload)}\n\n`;
}

/** The event at the end has a name and no data. */
export const cotomiDone = "event:done\n\n";

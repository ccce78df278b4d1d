import type { ReceivedRequest, Reply } from "../model-server";
import { bodyReply, jsonReply, type BodyOptions, type Part } from "../model-server-replies";

/** What a stand-in refuses a request with: status, document, further headers. */
export type Refused = [status: number, document: unknown, headers?: Record<string, string>];

/** A kind of server: what it looks at in a request, and how it words an answer. */
export interface ChatServerKind {
  /** Undefined lets the request pass. */
  refuse: (request: ReceivedRequest) => Refused | undefined;
  /** Parts of the body of a streamed answer. */
  stream: (words: string[], request: ReceivedRequest) => Part[];
  /** The document of an answer that is not streamed. */
  whole: (words: string[], request: ReceivedRequest) => unknown;
  headers?: Record<string, string>;
  body?: Pick<BodyOptions, "end">;
}

/** Makes a stand-in of a kind that answers every request it lets pass with the same words. */
export function chatServer(kind: ChatServerKind, words: string[]): Reply {
  return (response, request) => {
    const refused = kind.refuse(request);
    if (refused !== undefined)
      return jsonReply(refused[1], refused[0], { ...kind.headers, ...refused[2] })(response, request);
    if (request.json.stream !== true)
      return jsonReply(kind.whole(words, request), 200, kind.headers)(response, request);
    const options = { ...kind.body, ...(kind.headers === undefined ? {} : { headers: kind.headers }) };
    return bodyReply(kind.stream(words, request), options)(response, request);
  };
}

/** One event with a chunk; `choice` undefined makes one without choices. */
export function chunk(choice: Record<string, unknown> | undefined, more: Record<string, unknown> = {}): string {
  const choices = choice === undefined ? [] : [{ index: 0, ...choice }];
  return `data: ${JSON.stringify({ id: "chatcmpl-1", object: "chat.completion.chunk", created: 1_763_700_000, model: "m", choices, ...more })}\n\n`;
}

/** A whole completion. */
export function completion(message: Record<string, unknown>, more: Record<string, unknown> = {}): unknown {
  const choices = [{ index: 0, message: { role: "assistant", ...message }, finish_reason: "stop" }];
  return { id: "chatcmpl-1", object: "chat.completion", created: 1_763_700_000, model: "m", choices, ...more };
}

export const done = "data: [DONE]\n\n";

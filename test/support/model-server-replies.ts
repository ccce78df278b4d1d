import { setTimeout as pause } from "node:timers/promises";
import type { Reply } from "./model-server";

/** Text or bytes to send, or a pause in milliseconds. Each text is a write of its own, flushed before the next. */
export type Part = string | Uint8Array | number;

export interface BodyOptions {
  status?: number;
  headers?: Record<string, string>;
  /** How the body ends: properly, by a broken connection, or never. */
  end?: "clean" | "reset" | "never";
}

/** A reply in parts. */
export function bodyReply(parts: Part[], { status = 200, headers = {}, end = "clean" }: BodyOptions = {}): Reply {
  return async (response) => {
    response.writeHead(status, { "Content-Type": "text/event-stream; charset=utf-8", ...headers });
    response.flushHeaders();
    for (const part of parts) {
      if (response.destroyed) return;
      if (typeof part === "number") await pause(part);
      else {
        response.write(part);
        await pause(1);
      }
    }
    if (end === "clean") response.end();
    else if (end === "reset") response.socket?.resetAndDestroy();
  };
}

/** A reply that is one JSON document. */
export function jsonReply(document: unknown, status = 200, headers: Record<string, string> = {}): Reply {
  return (response) => {
    response.writeHead(status, { "Content-Type": "application/json", ...headers }).end(JSON.stringify(document));
  };
}

/** A web page, as proxies and portals send. */
export function webPageReply(status = 200): Reply {
  return (response) => {
    response
      .writeHead(status, { "Content-Type": "text/html" })
      .end("<!DOCTYPE html><html><body><h1>Bad Gateway</h1></body></html>");
  };
}

/** Breaks the connection before any header. */
export const resetReply: Reply = (response) => {
  response.socket?.resetAndDestroy();
};

/** Never answers. */
export const silentReply: Reply = () => undefined;

/** One server-sent event. */
export function frame(payload: unknown): string {
  return `data: ${typeof payload === "string" ? payload : JSON.stringify(payload)}\n\n`;
}

/** A chunk of a chat completion with some words. */
export function chatChunk(content: string): string {
  return chatFrame({ delta: { content }, finish_reason: null });
}

/** The chunk that says why the model stopped. */
export function finishChunk(reason = "stop"): string {
  return chatFrame({ delta: {}, finish_reason: reason });
}

/** The chunk with the token counts, which has no choice. */
export function usageChunk(promptTokens: number, completionTokens: number): string {
  return frame({
    id: "chatcmpl-1",
    object: "chat.completion.chunk",
    choices: [],
    usage: { prompt_tokens: promptTokens, completion_tokens: completionTokens },
  });
}

export const doneFrame = "data: [DONE]\n\n";

/** A whole, healthy answer in the given pieces. */
export function answerReply(...pieces: string[]): Reply {
  return bodyReply([...pieces.map(chatChunk), finishChunk(), usageChunk(12, 5), doneFrame]);
}

function chatFrame(choice: Record<string, unknown>): string {
  return frame({
    id: "chatcmpl-1",
    object: "chat.completion.chunk",
    created: 1_700_000_000,
    model: "stand-in",
    choices: [{ index: 0, ...choice }],
  });
}

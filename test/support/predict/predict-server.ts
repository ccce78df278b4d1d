import { setTimeout as pause } from "node:timers/promises";
import type { Reply } from "../model-server";
import { jsonReply } from "../model-server-replies";

/** What reaches the model behind 源内: all else of the messages was dropped on the way. */
export interface Converse {
  modelId: string;
  /** Use case, which chooses the server's parameters. */
  id: string;
  system: string | undefined;
  turns: { role: string; content: string }[];
}

export interface PredictServerOptions {
  token: string;
  /** The model. */
  answer: (converse: Converse) => string | Promise<string>;
  modelIds?: string[];
  /** Models that the server gives no system text. */
  withoutSystem?: string[];
  /** After how many milliseconds the gateway gives up, 29,000 in truth. */
  capMs?: number;
}

/**
 * A stand-in for 源内 Web's REST API with its gateway: stage and path, the authorizer, the list of models, the first
 * system message only, turns that must alternate, one JSON string as the reply, and the two shapes of errors.
 */
export function predictServer(options: PredictServerOptions): Reply {
  const { token, answer, capMs = 29_000, modelIds = ["jp.anthropic.claude-sonnet-4-6"], withoutSystem = [] } = options;
  return async (response, request) => {
    const reply = (status: number, document: unknown): void =>
      void jsonReply(document, status, { "x-amzn-RequestId": "11111111-aaaa-4aaa-8aaa-111111111111" })(
        response,
        request,
      );
    if (request.method !== "POST" || request.path !== "/api/predict")
      return reply(403, { message: "Missing Authentication Token" });
    if (request.headers.authorization !== `Bearer ${token}`) return reply(401, { message: "Unauthorized" });
    const { model, id, messages } = request.json as {
      model?: { type: string; modelId: string };
      id?: string;
      messages?: { role: string; content: string }[];
    };
    const modelId = model?.modelId ?? "amazon.nova-lite-v1:0";
    if (!modelIds.includes(modelId)) return reply(400, { error: "このモデルは使用できません。" });
    const turns = (messages ?? []).filter(({ role }) => role !== "system");
    const broken = turns.some(
      ({ role, content }, index) => content.trim() === "" || role !== (index % 2 === 0 ? "user" : "assistant"),
    );
    if (broken || turns.length === 0)
      return reply(500, { error: "サーバ側でエラーが発生しました。管理者へご連絡ください。" });
    const system = withoutSystem.includes(modelId)
      ? undefined
      : messages?.find(({ role }) => role === "system")?.content;
    const capped = Symbol("capped");
    const text = await Promise.race([
      answer({ modelId, id: id ?? "", system, turns }),
      pause(capMs, capped, { ref: false }),
    ]);
    if (text === capped) return reply(504, { message: "Endpoint request timed out" });
    reply(200, text);
  };
}

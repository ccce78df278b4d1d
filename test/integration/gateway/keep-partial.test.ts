import { createChatClient } from "@genai-office/shared/gateway";
import type { GenerateEvent } from "@genai-office/shared/vocabulary";
import { bodyReply, chatChunk, jsonReply } from "../../support/model-server-replies";
import { modelServers } from "../../support/serve-models";

const serve = modelServers();
const cut = bodyReply([chatChunk("前半"), chatChunk("後半")]);
const retry = { initialDelayMs: 5, maximumDelayMs: 10 };

async function collect(run: AsyncIterable<GenerateEvent>): Promise<GenerateEvent[]> {
  const events: GenerateEvent[] = [];
  for await (const event of run) events.push(event);
  return events;
}
const request = { model: "m", messages: [{ role: "user" as const, content: "問い" }] };

test.each([
  [undefined, "前半後半"],
  [true, "前半後半"],
  [false, ""],
])("keepPartial %s: the failure carries %j, and every word came once", async (keepPartial, partial) => {
  const server = await serve(cut);
  const options = { baseUrl: server.url, retry, ...(keepPartial === undefined ? {} : { keepPartial }) };
  const events = await collect(createChatClient(options).streamChat(request));
  expect(events.map((event) => (event.type === "text-delta" ? event.text : "")).join("")).toBe("前半後半");
  expect(events.at(-1)).toMatchObject({ type: "failed", partial, error: { code: "incomplete-stream" } });
  // A run that has spoken is not repeated, whether its words are kept or not.
  expect(server.requests).toHaveLength(1);
});

test("without words a failure is repeated as ever", async () => {
  const server = await serve(jsonReply({ error: { message: "x" } }, 503), cut);
  await collect(createChatClient({ baseUrl: server.url, retry, keepPartial: false }).streamChat(request));
  expect(server.requests).toHaveLength(2);
});

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { GenerateEvent } from "@genai-office/shared/vocabulary";
import { post, readEvents, startRelay, summarizeStep, type RelayUnderTest } from "./relay-under-test";

const textOf = (events: GenerateEvent[]): string =>
  events.map((event) => (event.type === "text-delta" ? event.text : "")).join("");

/** An upstream that writes back the placeholders of what it was sent, in reverse, or whatever `answer` says. */
let upstream: Server;
let relay: RelayUnderTest;
let received: string[] = [];
let answer: (sent: string) => string;
let card: { refusesPersonalData?: boolean };

const secret = ["山田太郎", "taro@example.go.jp", "03-3581-1234", "https://example.go.jp/form"];
const mail = "山田太郎様\n資料は https://example.go.jp/form を御覧ください。\nTEL 03-3581-1234 / taro@example.go.jp";
const reversed = (sent: string): string => {
  const source = sent.slice(sent.indexOf('"user"'));
  return `${(source.match(/\[[A-Z]+-[BCDFGHJ-NPRSTVWXZ]{4,6}\]/g) ?? []).reverse().join("、")}。`;
};

beforeAll(async () => {
  upstream = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString("utf8")));
    request.on("end", () => {
      received.push(body);
      response.writeHead(200, { "Content-Type": "text/event-stream" });
      for (const character of answer(body)) {
        response.write(`data: ${JSON.stringify({ choices: [{ index: 0, delta: { content: character } }] })}\n\n`);
      }
      response.end('data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n');
    });
  });
  await new Promise<void>((resolve) => upstream.listen(0, "127.0.0.1", resolve));
});

afterAll(() => new Promise((resolve) => upstream.close(resolve)));

beforeEach(() => {
  received = [];
  answer = reversed;
  card = { refusesPersonalData: true };
});

afterEach(() => relay.relay.stop());

async function start(): Promise<void> {
  const { port } = upstream.address() as AddressInfo;
  relay = await startRelay({ upstreamUrl: `http://127.0.0.1:${port}/v1`, card });
}

describe("a model that refuses personal data", () => {
  test("POST /api/steps: what leaves is masked, what comes back is not", async () => {
    await start();
    const response = await post(
      `${relay.origin}/api/steps`,
      summarizeStep({ blocks: [{ id: "p1", text: mail, kind: "paragraph" }] }),
    );
    const events = await readEvents(response);
    expect(received).toHaveLength(1);
    for (const word of secret) expect(received[0]).not.toContain(word);
    expect(received[0]).toContain("[PERSON-");
    expect(textOf(events)).toBe("taro@example.go.jp、03-3581-1234、https://example.go.jp/form、山田太郎。");
    expect(events.at(-1)).toEqual({ type: "finished", reason: "stop" });
    expect(relay.logLines.join("\n")).not.toContain("山田");
  });

  test("POST /v1/chat/completions: the same for a client that knows nothing of masking", async () => {
    await start();
    const body = { model: "stand-in", messages: [{ role: "user", content: mail }] };
    const response = await post(`${relay.origin}/v1/chat/completions`, body, {
      headers: { "X-Genai-Confidentiality": "1" },
    });
    const document = (await response.json()) as { choices: { message: { content: string } }[] };
    for (const word of secret) expect(received[0]).not.toContain(word);
    for (const word of secret) expect(document.choices[0]!.message.content).toContain(word);
  });

  test("a broken placeholder ends the stream with placeholder-lost, never as text", async () => {
    answer = () => "担当は[PERSON-ZZZZ]である。";
    await start();
    const response = await post(
      `${relay.origin}/api/steps`,
      summarizeStep({ blocks: [{ id: "p1", text: mail, kind: "paragraph" }] }),
    );
    const events = await readEvents(response);
    expect(events.at(-1)).toMatchObject({ type: "failed", error: { code: "placeholder-lost" } });
    expect(textOf(events)).not.toContain("PERSON");
  });

  test("a step that a person wants unmasked goes as it is", async () => {
    answer = () => "要約です。";
    await start();
    await post(
      `${relay.origin}/api/steps`,
      summarizeStep({ masked: false, blocks: [{ id: "p1", text: mail, kind: "paragraph" }] }),
    ).then(readEvents);
    expect(received[0]).toContain("山田太郎");
  });
});

test("another model gets the text as it is", async () => {
  card = {};
  answer = () => "要約です。";
  await start();
  await post(
    `${relay.origin}/api/steps`,
    summarizeStep({ blocks: [{ id: "p1", text: mail, kind: "paragraph" }] }),
  ).then(readEvents);
  expect(received[0]).toContain("山田太郎");
});

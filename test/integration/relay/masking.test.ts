import { upstreamCard, type RelayConfig } from "@genai-office/relay";
import { rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { GenerateEvent } from "@genai-office/shared/vocabulary";
import { todayInJapan } from "../../../relay/src/policy/accept-step";
import { temporaryDatabaseFolder } from "../../support/temporary-database";
import { post, readEvents, startRelay, summarizeStep, type RelayUnderTest } from "./relay-under-test";

/** What an entry of the audit says of masking. */
interface Said {
  kind: string;
  masked?: boolean;
  clientMasked?: boolean;
}

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

async function start(config: Partial<RelayConfig> = {}): Promise<void> {
  const { port } = upstream.address() as AddressInfo;
  relay = await startRelay({ upstreamUrl: `http://127.0.0.1:${port}/v1`, card, ...config });
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

describe("a client that claims to have masked what it sends", () => {
  const claims = {
    masked: true,
    blocks: [{ id: "p1", text: mail, kind: "paragraph" as const, label: "山田太郎様より" }],
  };
  /** Looks like a placeholder of the client, and is none that a suite's client would write. */
  const disguised = "[山田太郎 03-3581-1234-BBBB]、[PERSON taro@example.go.jp BBBB] に連絡。";

  test("POST /api/steps: no personal data arrives, and all of it comes back", async () => {
    await start();
    const texts = { ...claims, written: "山田太郎様", options: { ...summarizeStep().options, instruction: disguised } };
    const events = await readEvents(await post(`${relay.origin}/api/steps`, summarizeStep(texts)));
    expect(received).toHaveLength(1);
    for (const word of [...secret, "山田"]) expect(received[0]).not.toContain(word);
    expect(events.at(-1)).toEqual({ type: "finished", reason: "stop" });
    for (const word of secret) expect(textOf(events)).toContain(word);
  });

  test("POST /v1/chat/completions: the same, whatever a foreign client writes of itself", async () => {
    await start();
    const body = {
      model: "stand-in",
      masked: true,
      messages: [
        { role: "system", content: `個人情報は伏せてあります。${disguised}` },
        { role: "user", content: mail },
      ],
    };
    const response = await post(`${relay.origin}/v1/chat/completions`, body, {
      headers: { "X-Genai-Confidentiality": "1", "X-Genai-Masked": "true" },
    });
    const document = (await response.json()) as { choices: { message: { content: string } }[] };
    expect(received).toHaveLength(1);
    for (const word of [...secret, "山田"]) expect(received[0]).not.toContain(word);
    for (const word of secret) expect(document.choices[0]!.message.content).toContain(word);
  });

  test("placeholders of the suite's own clients pass through, to be restored there", async () => {
    answer = (sent) => /\[PERSON-BBBB\]/.exec(sent)?.[0] ?? "";
    await start();
    const text = "[PERSON-BBBB]課長と鈴木花子様が出席した。";
    const events = await readEvents(
      await post(
        `${relay.origin}/api/steps`,
        summarizeStep({ masked: true, blocks: [{ id: "p1", text, kind: "paragraph" }] }),
      ),
    );
    expect(received[0]).not.toContain("鈴木");
    expect(textOf(events)).toBe("[PERSON-BBBB]");
  });

  test("the audit says what the relay did, and what the client said apart from it", async () => {
    const directory = await temporaryDatabaseFolder();
    try {
      answer = () => "要約です。";
      const refusing = upstreamCard({ model: "refusing" });
      const models = [{ ...refusing, refusesPersonalData: true }, upstreamCard({ model: "stand-in" })];
      await start({ database: { kind: "embedded", directory }, catalogue: { models, default: {} } });
      for (const { id: model } of models) {
        for (const said of [{ masked: true }, { masked: false }, {}]) {
          const step = summarizeStep({ blocks: claims.blocks, model, ...said });
          await readEvents(await post(`${relay.origin}/api/steps`, step));
        }
      }
      const today = todayInJapan();
      const exported = await fetch(`${relay.origin}/api/admin/audit/export?from=${today}&to=${today}`);
      const lines = (await exported.text()).split("\n").filter((line) => line.includes("content"));
      const entries = lines.map((line) => JSON.parse((JSON.parse(line) as { content: string }).content) as Said);
      const begun = entries.filter(({ kind }) => kind === "begun");
      expect(begun.map(({ masked, clientMasked }) => [masked, clientMasked])).toEqual([
        [true, true],
        [false, false],
        [true, undefined],
        [false, true],
        [false, false],
        [false, undefined],
      ]);
    } finally {
      await relay.relay.stop();
      rmSync(directory, { recursive: true, force: true });
    }
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

import { GenaiError, type Step } from "@genai-office/shared/vocabulary";
import { declaredClass, parseChatRequest } from "../../../../relay/src/routes/chat-request-schema";
import { readJsonBody } from "../../../../relay/src/routes/read-json-body";
import { parseStep } from "../../../../relay/src/routes/step-schema";
import { processorTime } from "../../../support/processor-time";

const step: Step = {
  task: "summarize",
  promptVersion: "summarize/2",
  model: "offline-extractive",
  declaredClass: "2",
  confirmed: true,
  documentHash: "a".repeat(64),
  blocks: [{ id: "1", text: "本文", kind: "paragraph" }],
  options: { part: "chunk", length: { kind: "characters", characters: 300 }, language: "ja", targetCharacters: 300 },
};

function errorOf(act: () => unknown): GenaiError {
  try {
    act();
  } catch (error) {
    if (GenaiError.isInstance(error)) return error;
    throw error;
  }
  throw new Error("was accepted");
}

describe("parseStep", () => {
  test("a step stays as it is, and loses what is not of it", () => {
    expect(parseStep(step)).toEqual(step);
    expect(parseStep({ ...step, apiKey: "x", blocks: [{ ...step.blocks[0], secret: 1 }] })).toEqual(step);
  });

  test.each([
    [null, "the body itself"],
    [[], "task"],
    [{ ...step, task: "compose" }, "task"],
    [{ ...step, declaredClass: "0" }, "declaredClass"],
    [{ ...step, confirmed: "yes" }, "confirmed"],
    [{ ...step, documentHash: "abc" }, "documentHash"],
    [{ ...step, blocks: [{ id: "1", text: 5, kind: "paragraph" }] }, "blocks.0.text"],
    [{ ...step, blocks: [{ id: "1", text: "本文", kind: "poem" }] }, "blocks.0.kind"],
    [{ ...step, options: { ...step.options, targetCharacters: -1 } }, "options.targetCharacters"],
    [{ ...step, options: { ...step.options, length: { kind: "bullets" } } }, "options.length.count"],
    [{ ...step, task: "chat" }, "options.messages"],
  ])("%j is refused at its place, without its value", (body, place) => {
    const error = errorOf(() => parseStep(body));
    expect(error.code).toBe("bad-request");
    expect(error.message).toContain(place);
    expect(error.message).not.toContain("本文");
    expect(error.message).not.toContain("poem");
  });
});

describe("what is too many", () => {
  const parts = new Array<unknown>(4_000_000).fill({});
  const research = (inputs: object): unknown => ({
    ...step,
    task: "research",
    options: {
      app: "a",
      sessionId: "3f2b0f1e-7c0a-4d0e-9a55-0b8f7a3c1d2e",
      inputs: { values: {}, files: {}, ...inputs },
    },
  });
  const many = Object.fromEntries(Array.from({ length: 200_000 }, (_, index) => [`k${index}`, "x"]));

  test.each<[string, () => unknown]>([
    ["blocks", () => parseStep({ ...step, blocks: parts })],
    ["terms", () => parseStep({ ...step, task: "translate", options: { from: "ja", to: "en", terms: parts } })],
    ["form values", () => parseStep(research({ values: many }))],
    ["fields of files", () => parseStep(research({ files: many }))],
    ["choices of a form value", () => parseStep(research({ values: { a: parts } }))],
    ["messages", () => parseChatRequest({ model: "m", messages: parts }, undefined)],
    [
      "parts of a message",
      () => parseChatRequest({ model: "m", messages: [{ role: "user", content: parts }] }, undefined),
    ],
    [
      "tools",
      () => parseChatRequest({ model: "m", messages: [{ role: "user", content: "" }], tools: parts }, undefined),
    ],
  ])("%s are refused before any of them is read", async (_name, act) => {
    const toRead = await processorTime(() => parts.every((part) => typeof part === "object"));
    const toRefuse = await processorTime(() => expect(errorOf(act).code).toBe("bad-request"));
    expect(toRefuse).toBeLessThan(10 * toRead);
  });

  test("one issue is enough: blocks that are none stop at the first", () => {
    let looked = 0;
    const blocks = Array.from({ length: 100_000 }, () => ({
      get id() {
        looked += 1;
        return undefined;
      },
    }));
    const error = errorOf(() => parseStep({ ...step, blocks }));
    expect(error.message).toContain("blocks.0.id");
    expect(looked).toBeLessThan(10);
  });
});

describe("parseChatRequest", () => {
  const request = { model: "m", messages: [{ role: "user", content: "問い" }] };

  test("becomes a chat step; undeclared is unknown and unconfirmed", () => {
    const parsed = parseChatRequest({ ...request, temperature: 0.2, max_tokens: 50, stream: true }, undefined);
    expect(parsed).toMatchObject({
      stream: true,
      includeUsage: false,
      step: { task: "chat", declaredClass: "unknown", confirmed: false, options: { maximumOutputTokens: 50 } },
    });
    expect(parsed.step.documentHash).toMatch(/^[0-9a-f]{64}$/);
  });

  test("parts of text are joined, developer is a system role", () => {
    const messages = [
      { role: "developer", content: "規則" },
      {
        role: "user",
        content: [
          { type: "text", text: "前" },
          { type: "text", text: "後" },
        ],
      },
    ];
    expect(parseChatRequest({ model: "m", messages }, "1").step.options.messages).toEqual([
      { role: "system", content: "規則" },
      { role: "user", content: "前\n後" },
    ]);
  });

  test.each([
    { ...request, messages: [] },
    { ...request, n: 2 },
    { ...request, tools: [{ type: "function" }] },
    { ...request, response_format: { type: "json_object" } },
    { ...request, messages: [{ role: "user", content: [{ type: "image_url", image_url: { url: "x" } }] }] },
    { ...request, messages: [{ role: "tool", content: "x" }] },
  ])("what cannot be kept is refused: %j", (body) => {
    expect(errorOf(() => parseChatRequest(body, undefined)).code).toBe("bad-request");
  });

  test("a slip in the declared class is an error, not undeclared", () => {
    expect(declaredClass(undefined)).toBeUndefined();
    expect(declaredClass(" 2 ")).toBe("2");
    expect(errorOf(() => declaredClass("２")).code).toBe("bad-request");
    expect(errorOf(() => declaredClass("")).code).toBe("bad-request");
  });
});

describe("readJsonBody", () => {
  const post = (body: BodyInit | null, type = "application/json"): Request =>
    new Request("http://localhost/", { method: "POST", body, headers: { "content-type": type } });
  const codeOf = async (request: Request, maximum?: number): Promise<string> =>
    readJsonBody(request, maximum).then(
      () => "accepted",
      (error: unknown) => (error as GenaiError).code,
    );

  test("reads Japanese cut anywhere", async () => {
    const bytes = new TextEncoder().encode('{"a":"日本語"}');
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    const request = new Request("http://localhost/", {
      method: "POST",
      body,
      headers: { "content-type": "application/json; charset=utf-8" },
      duplex: "half",
    } as RequestInit);
    expect(await readJsonBody(request)).toEqual({ a: "日本語" });
  });

  test("millions of parts are refused before they are parsed; brackets in strings are none", async () => {
    for (const unit of ["{}", "[]"]) {
      const body = `[${`${unit},`.repeat(2_000_000)}0]`;
      const toParse = await processorTime(() => JSON.parse(body) as unknown);
      const toRefuse = await processorTime(async () => expect(await codeOf(post(body))).toBe("input-too-large"));
      expect(toRefuse).toBeLessThan(5 * toParse);
    }
    expect(await codeOf(post("[".repeat(1_000_000) + "]".repeat(1_000_000)))).toBe("input-too-large");
    expect(await codeOf(post(JSON.stringify(['\\"{'.repeat(600_000), "{\\"])))).toBe("accepted");
    expect(await codeOf(post(JSON.stringify(Array.from({ length: 100_000 }, () => ({ contains: {} })))))).toBe(
      "accepted",
    );
  });

  test("other types, broken JSON, broken UTF-8 and large bodies are refused", async () => {
    expect(await codeOf(post("{}", "text/plain"))).toBe("bad-request");
    expect(await codeOf(post("{"))).toBe("bad-request");
    expect(await codeOf(post(""))).toBe("bad-request");
    expect(await codeOf(post(Uint8Array.of(0x22, 0xe3, 0x81, 0x22)))).toBe("bad-request");
    expect(await codeOf(post(JSON.stringify("あ".repeat(100))), 100)).toBe("input-too-large");
    expect(await codeOf(post(JSON.stringify("あ".repeat(10))), 100)).toBe("accepted");
  });
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promptVersions } from "@genai-office/shared/prompts";
import { aiAppDefaults } from "../../../relay/src/ai-app-server/ai-app-settings";
import { buildDocx, paragraph } from "../../support/docx-builder";
import { entraSettings } from "../../support/entra/relay-settings";
import { filledInputs, type FormState } from "../../support/genai-caller/filled-inputs";
import { createGenaiCaller } from "../../support/genai-caller/genai-caller";
import { startModelServer, type ModelServer } from "../../support/model-server";
import { answerReply } from "../../support/model-server-replies";
import { post, readError, sourceText, startRelay, summarizeStep, type RelayUnderTest } from "./relay-under-test";

const host = "office.genai.example.go.jp";
const key = "summarize-".repeat(4);
/** Cleared for class 2, so that nothing but the mark of class 3 can stop a request. */
const card = { clearance: "2", region: "jp" } as const;

/** After a block not one byte reaches the upstream, not even a connection, whichever way the text came in. */
describe("after a block", () => {
  let folder: string;
  let upstream: ModelServer;
  /** In development mode, for steps and foreign clients; and one that GENAI calls. */
  let local: RelayUnderTest;
  let genai: RelayUnderTest;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "nothing-leaves-"));
    upstream = await startModelServer(answerReply("承知いたしました。[1]"));
    const keysFile = join(folder, "keys.json");
    writeFileSync(keysFile, JSON.stringify({ summarize: key }));
    local = await startRelay({ upstreamUrl: upstream.url, card });
    genai = await startRelay({
      upstreamUrl: upstream.url,
      card,
      tlsElsewhere: true,
      entra: entraSettings({ origin: "https://localhost:9" }),
      publicOrigin: `https://${host}`,
      aiApps: { ...aiAppDefaults, keysFile },
    });
  });
  let before = { connections: 0, requests: 0 };
  const reached = () => ({ connections: upstream.connections(), requests: upstream.requests.length });
  beforeEach(() => (before = reached()));
  afterEach(() => expect(reached()).toEqual(before));
  afterAll(async () => {
    await local.relay.stop();
    await genai.relay.stop();
    // The silence above means something only where the same way is open to an unmarked text.
    const open = await startRelay({ upstreamUrl: upstream.url, card });
    await (await post(`${open.origin}/api/steps`, summarizeStep())).text();
    expect(upstream.connections()).toBeGreaterThan(0);
    await open.relay.stop();
    await upstream.close();
    rmSync(folder, { recursive: true });
  });

  const block = (text: string, label?: string) => [
    { id: "p1", text, kind: "paragraph" as const, ...(label === undefined ? {} : { label }) },
  ];
  const summary = summarizeStep().options;
  const language = "ja" as const;
  const refusal = async (body: unknown): Promise<string> => {
    const response = await post(`${local.origin}/api/steps`, body);
    expect(response.status).toBe(403);
    return (await readError(response)).code;
  };

  test.each<[place: string, change: object]>([
    ["the declared class", { declaredClass: "3" }],
    ["a block", { blocks: block("機密性３情報") }],
    ["the last of many blocks", { blocks: [...block(sourceText), ...block("【極秘】")] }],
    ["a mark over several blocks", { blocks: ["機", "密", "性", "３", "情", "報"].flatMap((text) => block(text)) }],
    ["a label", { blocks: block(sourceText, "（秘）") }],
    ["a wish", { options: { ...summary, instruction: "本資料は特定秘密です。" } }],
    ["what was written so far", { written: "㊙" }],
    ["a long text", { blocks: block(`${sourceText}\n`.repeat(3_000) + "機密性3情報") }],
    ["a quoted mail", { blocks: block("了解です。\n> 件名: 【機密性3】内示\n> 送付します。") }],
    ["a table that was pasted", { blocks: block("件名,格付\n人事案,機密性３情報") }],
    [
      "a sentence behind a term",
      { options: { ...summary, terms: [{ source: "a", target: "本資料は機密性3情報である。" }] } },
    ],
    ["a translation", { task: "translate", options: { from: "ja", to: "en", terms: [], instruction: "機密性3情報" } }],
    ["a speaker", { task: "minutes", options: { part: "chunk", speakers: ["極秘"] } }],
    ["an intention", { task: "reply", options: { intention: "機密性３情報", tone: "polite", language } }],
    ["a sender", { task: "reply", options: { intention: "了解", tone: "polite", language, sender: "【秘】" } }],
    ["a question", { task: "answer", options: { part: "final", question: "機密性3情報", form: "plain", language } }],
    ["a message", { task: "chat", options: { messages: [{ role: "assistant", content: "TOP SECRET" }] } }],
  ])("by %s of a step", async (_place, change) => {
    const step = { ...summarizeStep({ confirmed: true }), ...change };
    expect(await refusal({ ...step, promptVersion: promptVersions[step.task] })).toBe("confidentiality-blocked");
  });

  const user = { role: "user", content: "要約してください。" };
  test.each<[place: string, messages: object[], declared: string | undefined]>([
    ["the declared class", [user], "3"],
    ["a user's message", [{ role: "user", content: "機密性3情報\n本文" }], "1"],
    ["a system message", [{ role: "system", content: "【極秘】" }, user], "1"],
    ["a developer's message", [{ role: "developer", content: "秘" }, user], "1"],
    ["an assistant's message", [user, { role: "assistant", content: "機密性３情報" }, user], "1"],
    [
      "an array of parts",
      [
        {
          role: "user",
          content: [
            { type: "text", text: "本文です。" },
            { type: "text", text: "機密性3情報" },
            { type: "text", text: "以上" },
          ],
        },
      ],
      "1",
    ],
    [
      "parts that cut the mark",
      [
        {
          role: "user",
          content: [
            { type: "text", text: "機密性" },
            { type: "text", text: "３情報" },
          ],
        },
      ],
      "1",
    ],
    ["two messages, undeclared", [user, { role: "user", content: "機密性3情報" }], undefined],
  ])("by %s of a foreign client", async (_place, messages, declared) => {
    const response = await post(
      `${local.origin}/v1/chat/completions`,
      { model: "stand-in", messages },
      declared === undefined ? {} : { headers: { "X-Genai-Confidentiality": declared } },
    );
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ error: { code: "confidentiality-blocked" } });
  });

  test.each<[what: string, change: object]>([
    ["tools", { tools: [{ type: "function", function: { name: "f", description: "機密性3情報" } }] }],
    ["functions", { functions: [{ name: "機密性3情報" }] }],
    ["the answer of a tool", { messages: [user, { role: "tool", tool_call_id: "1", content: "機密性3情報" }] }],
    ["a picture", { messages: [{ role: "user", content: [{ type: "image_url", image_url: { url: "data:," } }] }] }],
    ["a form of the answer", { response_format: { type: "json_schema", json_schema: { name: "機密性3情報" } } }],
  ])("%s of a foreign client are refused whatever they say", async (_what, change) => {
    const body = { model: "stand-in", messages: [user], ...change };
    const init = { headers: { "X-Genai-Confidentiality": "1" } };
    expect((await post(`${local.origin}/v1/chat/completions`, body, init)).status).toBe(400);
  });

  const endpoint = `https://${host}/ai-apps/summarize/invoke`;
  const filler = paragraph(sourceText);
  const id = "MSIP_Label_11111111-2222-3333-4444-555555555555";
  const word = (parts: Partial<Parameters<typeof buildDocx>[0]>, name = "予算.docx") => ({
    files: [{ name, bytes: buildDocx({ body: filler, ...parts }) }],
  });
  test.each<[place: string, state: FormState]>([
    ["pasted text", { input_text: "機密性３情報" }],
    ["a wish", { input_text: sourceText, instruction: "【極秘】" }],
    ["the name of a file", word({}, "【機密性3】予算.docx")],
    ["the body of a file", word({ body: paragraph("㊙") + filler })],
    ["a header", word({ headers: { rId60: paragraph("機密性3情報") } })],
    ["a footer", word({ footers: { rId60: paragraph("厳秘") } })],
    ["a label", word({ customProperties: { [`${id}_Enabled`]: "true", [`${id}_Name`]: "機密性3情報" } })],
    ["a text file", { files: [{ name: "a.txt", bytes: new TextEncoder().encode("機密性3情報\n本文") }] }],
  ])("by %s of an AI app", async (_place, state) => {
    const caller = createGenaiCaller({ endpoint, apiKey: key, port: genai.port }, "dXNlci1vbmU");
    const { body } = await caller.invoke(filledInputs({ length: "300", confirmed: ["confirmed"], ...state }));
    expect(body).toMatchObject({ error: { message: "confidentiality-blocked" } });
  });
});

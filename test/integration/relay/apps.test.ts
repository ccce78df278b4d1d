import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRelayClient } from "@genai-office/shared/relay-client";
import { researchStep as makeStep } from "@genai-office/shared/tasks/research";
import type { AppFile, GenerateEvent, ModelCard, ResearchStep } from "@genai-office/shared/vocabulary";
import type { UpstreamsConfig } from "../../../relay/src/config/upstream-settings";
import { startAiAppServer, type AiAppServer } from "../../support/ai-app/ai-app-server";
import { commonTeam, startExappsServer, type ExappsServer } from "../../support/exapps/exapps-server";
import { eventsOf, outcomeOf, researchStep } from "../../support/exapps/research-step";
import { buildDocx } from "../../support/docx-builder";
import { post, readError, readEvents, startRelay, type RelayUnderTest } from "./relay-under-test";
import { testCard } from "../../support/test-step";

const form = {
  question: { type: "textarea", title: "質問", required: true },
  file: { type: "file", title: "資料", multiple: true },
};
const looks = [{ status: "IN_PROGRESS" }, { status: "COMPLETED", outputs: "長い回答" }];
const session = (letter: string) => ({ "X-Relay-Session": letter.repeat(43) });
const cardOf = (id: string, contract: ModelCard["contract"], clearance: "1" | "2"): ModelCard =>
  testCard({ id, contract, clearance, upstream: id, tasks: ["research"], name: { ja: id, en: id } });

let exapps: ExappsServer;
let own: AiAppServer;
let relay: RelayUnderTest;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "apps-"));
  const keyFile = (header: string, key: string) => {
    const file = join(folder, header);
    writeFileSync(file, key);
    return { kind: "key-file", file, header };
  };
  const token = keyFile("Authorization", "user-token");
  exapps = await startExappsServer({
    apps: [
      { teamId: commonTeam, exAppId: "lawsy", exAppName: "法制度調査", placeholder: JSON.stringify(form) },
      { teamId: commonTeam, exAppId: "long", exAppName: "国会答弁検索", placeholder: JSON.stringify(form) },
    ],
    invoke: ({ app }) => (app.exAppId === "long" ? { looks } : { status: 200, body: { outputs: "回答[1]" } }),
  });
  own = await startAiAppServer({ looks: [{ status: "IN_PROGRESS" }] });
  const tuning = { retry: { maximumRetries: 0 } };
  const connections: UpstreamsConfig = {
    upstreams: new Map([
      ["genai", { contract: "exapps", baseUrl: exapps.baseUrl, credentials: token, ...tuning }],
      ["broken", { contract: "exapps", baseUrl: "http://127.0.0.1:9", credentials: token, ...tuning }],
      [
        "personal",
        {
          contract: "exapps",
          baseUrl: exapps.baseUrl,
          credentials: { kind: "cognito-user", signIn: "ministry" },
          ...tuning,
        },
      ],
      [
        "own",
        {
          contract: "ai-app",
          invokeUrl: own.requestsUrl,
          credentials: keyFile("x-api-key", "app-key"),
          app: { id: "own", name: "省内の検索", description: "", howToUse: "", form },
          ...tuning,
        },
      ],
    ]) as UpstreamsConfig["upstreams"],
    signIns: new Map([
      [
        "ministry",
        {
          kind: "cognito",
          domain: "http://127.0.0.1:9",
          region: "ap-northeast-1",
          userPoolId: "ap-northeast-1_pool",
          clientId: "client",
          scopes: ["openid"],
          issuer: "http://127.0.0.1:9/pool",
          endpoint: "http://127.0.0.1:9",
        },
      ],
    ]),
  };
  relay = await startRelay({
    upstreamUrl: "http://127.0.0.1:9",
    connections,
    catalogue: {
      models: [
        cardOf("genai", "exapps", "1"),
        cardOf("broken", "exapps", "1"),
        cardOf("personal", "exapps", "1"),
        cardOf("own", "ai-app", "2"),
        cardOf("unconnected", "exapps", "1"),
      ],
      default: {},
    },
  });
});

afterAll(async () => {
  await relay.relay.stop();
  await exapps.close();
  await own.close();
  rmSync(folder, { recursive: true });
});

const lawsy = `genai/${commonTeam}/lawsy`;

describe("GET /api/apps", () => {
  const client = (letter: string) => createRelayClient({ baseUrl: relay.origin, headers: session(letter) });

  it("lists what each service has; one that fails or wants a sign-in hides no other", async () => {
    const { services, apps } = await client("l").fetchApps();
    expect(services).toEqual([
      { id: "genai", name: { ja: "genai", en: "genai" } },
      { id: "broken", name: { ja: "broken", en: "broken" }, error: "connection-failed" },
      { id: "personal", name: { ja: "personal", en: "personal" }, error: "sign-in-required", signInNeeded: "ministry" },
      { id: "own", name: { ja: "own", en: "own" } },
    ]);
    expect(apps.map(({ id, name }) => [id, name])).toEqual([
      [lawsy, "法制度調査"],
      [`genai/${commonTeam}/long`, "国会答弁検索"],
      ["own/own", "省内の検索"],
    ]);
  });

  it("asks a service once a minute for each caller", async () => {
    const asked = () => exapps.of("GET /exapps").length;
    const before = asked();
    await client("m").fetchApps();
    await client("m").fetchApps();
    expect(asked() - before).toBe(1);
    await client("n").fetchApps();
    expect(asked() - before).toBe(2);
  });

  it("refuses a session that is no secret", async () => {
    const response = await fetch(`${relay.origin}/api/apps`, { headers: { "X-Relay-Session": "short" } });
    expect(await readError(response)).toMatchObject({ code: "bad-request" });
  });
});

describe("a research step through the relay", () => {
  const client = (letter: string) => createRelayClient({ baseUrl: relay.origin, headers: session(letter) });

  it("is made by the helper of the front ends, and answered", async () => {
    const { apps } = await client("r").fetchApps();
    const inputs = { values: { question: "根拠は。" }, files: {} };
    const step = await makeStep({ app: apps[0]!, inputs, declaredClass: "none", confirmed: false });
    expect(outcomeOf(await eventsOf(client("r"), step))).toEqual({ text: "回答[1]", end: "stop" });
    expect(exapps.of("POST /exapps/invoke").at(-1)!.json.sessionId).toBe(step.options.sessionId);
  });

  it("is accepted with a ticket that only the same caller may wait with", async () => {
    let accepted: GenerateEvent | undefined;
    for await (const event of client("s").run(researchStep("own/own", { values: { question: "根拠は。" } }))) {
      accepted = event;
      break;
    }
    expect(accepted).toMatchObject({ type: "accepted" });
    const { ticket } = accepted as Extract<GenerateEvent, { type: "accepted" }>;
    const waiting = researchStep("own/own", {}, { ticket });
    expect(outcomeOf(await eventsOf(client("t"), waiting)).end).toBe("forbidden");
    const first: GenerateEvent[] = [];
    for await (const event of client("s").run(waiting)) {
      first.push(event);
      break;
    }
    expect(first).toEqual([{ type: "waiting", state: "running", nextLookMs: 30_000 }]);
    expect(own.requests.filter(({ method }) => method === "POST")).toHaveLength(1);
  });

  it("is not made twice when the relay is cut off in the middle", async () => {
    const before = exapps.of("POST /exapps/invoke").length;
    const events: GenerateEvent[] = [];
    for await (const event of client("u").run(researchStep(`genai/${commonTeam}/long`))) {
      events.push(event);
      if (event.type === "waiting") break;
    }
    expect(events.map(({ type }) => type)).toEqual(["accepted", "waiting"]);
    expect(exapps.of("POST /exapps/invoke")).toHaveLength(before + 1);
  });
});

describe("the gate before an AI app", () => {
  const send = (step: ResearchStep) => post(`${relay.origin}/api/steps`, step, { headers: session("a") });
  const withFile = (file: AppFile, change: Partial<ResearchStep> = {}, app = lawsy): ResearchStep => ({
    ...researchStep(app, { values: { question: "要点は。" }, files: { file: [file] } }),
    ...change,
  });
  const base64 = (text: string | Uint8Array) => Buffer.from(text as string).toString("base64");

  it("lets nothing marked 3 out: inputs, file names, earlier turns", async () => {
    const before = exapps.of("POST /exapps/invoke").length;
    const marked = "機密性3情報\n交渉の方針";
    const steps = [
      researchStep(lawsy, { values: { question: marked } }),
      researchStep(lawsy, {
        values: { question: "続き" },
        conversation: [{ values: { question: "問い" }, answer: marked, askedAt: 1 }],
      }),
      withFile({ filename: "【機密性３】方針.txt", content: base64("方針") }),
    ];
    for (const step of steps) {
      const response = await send({ ...step, confirmed: true });
      expect(await readError(response)).toMatchObject({ code: "confidentiality-blocked" });
    }
    expect(exapps.of("POST /exapps/invoke")).toHaveLength(before);
  });

  // 機密性３情報, as Windows writes it.
  const shiftJis = Buffer.from("8b4096a790ab82528fee95f1", "hex");
  it.each([
    ["UTF-8", "a.txt", Buffer.from("\ufeff機密性3情報\n方針")],
    ["Shift_JIS", "a.csv", Buffer.concat([shiftJis, Buffer.from("\n1,2")])],
    ["UTF-16", "a.md", Buffer.from("\ufeff機密性3情報\n方針", "utf16le")],
    ["HTML with its mark in pieces", "a.html", Buffer.from("<p>機密<b>性</b>&#51;情報</p><p>方針</p>")],
    ["an HTML comment", "a.htm", Buffer.from("<p>方針</p><!-- 機密性3情報 -->")],
  ])("reads a file in %s", async (_name, filename, bytes) => {
    const response = await send(withFile({ filename, content: bytes.toString("base64") }, { confirmed: true }));
    expect(await readError(response)).toMatchObject({ code: "confidentiality-blocked" });
  });

  it.each([
    ["the body", { body: ["機密性3情報", "方針"] }],
    ["a header", { body: ["方針"], header: "機密性3情報" }],
    ["a property", { body: ["方針"], property: "機密性3" }],
  ])("reads a Word document with the mark in %s", async (_name, parts) => {
    const content = base64(docxOf(parts));
    const response = await send(withFile({ filename: "方針.docx", content }, { confirmed: true }));
    expect(await readError(response)).toMatchObject({ code: "confidentiality-blocked" });
  });

  it.each([
    ["a PDF", "a.pdf", Buffer.from("%PDF-1.7")],
    ["a PDF that calls itself text", "a.txt", Buffer.from("%PDF-1.7 機密性の表示なし")],
    ["bytes that are no text", "a.txt", Buffer.from([0x81, 0xff, 0x00, 0x13, 0x02, 0x9f])],
    ["a picture", "図.png", Buffer.from([0x89, 0x50, 0x4e, 0x47])],
    ["a broken Word document", "a.docx", Buffer.from("PK\u0003\u0004")],
    ["a Word document that holds a workbook", "a.docx", Buffer.from(docxOf({ body: ["方針"], embedded: true }))],
  ])("asks a person about %s, and then sends it only to a service cleared for 2", async (_name, filename, bytes) => {
    const file = { filename, content: bytes.toString("base64") };
    expect(await readError(await send(withFile(file)))).toMatchObject({ code: "confidentiality-unconfirmed" });
    const confirmed = { confirmed: true };
    expect(await readError(await send(withFile(file, confirmed)))).toMatchObject({ code: "model-not-cleared" });
    const controller = new AbortController();
    const accepted = await post(
      `${relay.origin}/api/steps`,
      withFile(file, { confirmed: true, model: "own" }, "own/own"),
      {
        headers: session("a"),
        signal: controller.signal,
      },
    );
    expect(accepted.status).toBe(200);
    controller.abort();
  });

  it("passes a bomb for unreadable, quickly", async () => {
    const content = base64(docxOf({ body: ["方針"], padding: 49 * 1024 * 1024 }));
    const response = await send(withFile({ filename: "a.docx", content }));
    expect(await readError(response)).toMatchObject({ code: "confidentiality-unconfirmed" });
  });

  it("sends a readable file without a mark, and files of up to six megabytes in base64", async () => {
    const file = { filename: "調査.txt", content: base64("令和8年度の調査結果。\n".repeat(2_000)) };
    const events = await readEvents(await send(withFile(file)));
    expect(outcomeOf(events)).toEqual({ text: "回答[1]", end: "stop" });
    expect(exapps.of("POST /exapps/invoke").at(-1)!.json.inputs).toMatchObject({
      files: [{ key: "file", files: [file] }],
    });

    const pdf = (bytes: number): ResearchStep =>
      withFile(
        { filename: "a.pdf", content: base64(Buffer.alloc(bytes, 65)) },
        { confirmed: true, model: "own" },
        "own/own",
      );
    const before = own.requests.length;
    const accepted = createRelayClient({ baseUrl: relay.origin, headers: session("v") }).run(pdf(4_600_000));
    for await (const event of accepted) {
      expect(event.type).toBe("accepted");
      break;
    }
    expect(own.requests[before]!.text.length).toBeGreaterThan(6_100_000);
    expect(outcomeOf(await readEvents(await send(pdf(4_800_000)))).end).toBe("input-too-large");
    expect(await readError(await send(pdf(10_000_000)))).toMatchObject({ code: "input-too-large" });
  });
});

interface Parts {
  body: string[];
  header?: string;
  property?: string;
  embedded?: boolean;
  /** Bytes of an entry that inflates to so much. */
  padding?: number;
}

function docxOf({ body, header, property, embedded, padding }: Parts): Uint8Array {
  const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const parts: Record<string, string | Uint8Array> = {};
  if (property !== undefined) {
    parts["docProps/custom.xml"] =
      `<Properties><property name="label"><vt:lpwstr>${property}</vt:lpwstr></property></Properties>`;
  }
  if (embedded === true) parts["word/embeddings/book.xlsx"] = "PK";
  if (padding !== undefined) parts["customXml/item1.xml"] = new Uint8Array(padding).fill(97);
  return buildDocx({
    body: body.map(paragraph).join(""),
    parts,
    ...(header === undefined ? {} : { headers: { rId50: paragraph(header) } }),
  });
}

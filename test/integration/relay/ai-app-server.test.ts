import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { constants, crc32, deflateRawSync } from "node:zlib";
import { defaultModelsFile, readModelsFile, upstreamCard } from "@genai-office/relay";
import { aiAppDefaults, type AiAppSettings } from "../../../relay/src/ai-app-server/ai-app-settings";
import { buildDocx, paragraph } from "../../support/docx-builder";
import { filledInputs, type FormState } from "../../support/genai-caller/filled-inputs";
import { createGenaiCaller } from "../../support/genai-caller/genai-caller";
import { entraSettings } from "../../support/entra/relay-settings";
import { startModelServer, type ModelServer, type Reply } from "../../support/model-server";
import {
  answerReply,
  bodyReply,
  chatChunk,
  doneFrame,
  finishChunk,
  jsonReply,
  silentReply,
} from "../../support/model-server-replies";
import { startRelay, type RelayUnderTest, type RelayUnderTestOptions } from "./relay-under-test";

const host = "office.genai.example.go.jp";
const keys = Object.fromEntries(
  ["summarize", "translate", "minutes", "reply", "answer"].map((task) => [task, `${task}-`.repeat(6).slice(0, 40)]),
) as Record<"summarize" | "translate" | "minutes" | "reply" | "answer", string>;
const source = "令和８年度の予算額は１億２，５００万円である。";

/** Everything through real HTTP: GENAI's side of the protocol, the relay, a model server. */
describe("the tasks as AI apps of GENAI", () => {
  let folder: string;
  let upstream: ModelServer;
  let under: RelayUnderTest;

  interface Start extends Partial<RelayUnderTestOptions> {
    aiApp?: Partial<AiAppSettings>;
  }
  async function start(reply: Reply | Reply[], { aiApp, ...options }: Start = {}): Promise<void> {
    upstream = await startModelServer(...[reply].flat());
    const keysFile = join(folder, "keys.json");
    writeFileSync(keysFile, JSON.stringify(keys));
    under = await startRelay({
      upstreamUrl: upstream.url,
      tlsElsewhere: true,
      entra: entraSettings({ origin: "https://localhost:9" }),
      publicOrigin: `https://${host}`,
      aiApps: { ...aiAppDefaults, keysFile, ...aiApp },
      ...options,
    });
  }
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "ai-app-"));
  });
  afterEach(async () => {
    await under.relay.stop();
    await upstream.close();
    rmSync(folder, { recursive: true });
  });

  function genai(change: { path?: string; key?: string; user?: string } = {}) {
    const { path = "summarize/invoke", key = keys.summarize, user = "dXNlci1vbmU" } = change;
    return createGenaiCaller({ endpoint: `https://${host}/ai-apps/${path}`, apiKey: key, port: under.port }, user);
  }
  const form = (state: FormState = {}): Record<string, unknown> =>
    filledInputs({ input_text: source, length: "300", instruction: "", confirmed: false, ...state });
  const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

  test("sync: the answer with its label, marks, sources and nothing to check", async () => {
    await start(answerReply("予算は", "１億２，５００万円である。[1]"));
    const { status, body } = await genai().invoke(form());
    expect(status).toBe(200);
    expect(body["outputs"]).toBe(
      [
        "> **AIによる下書き・要約（stand-in）**\n>\n> 内容を確かめてからお使いください。",
        "予算は１億２，５００万円である。\\[1\\]",
        "### 確認が必要な箇所\n\n数字などの食い違いは見つかりませんでした。",
        `### 根拠\n\n- \\[1\\] 段落1「${source}」`,
      ].join("\n\n"),
    );
    expect(upstream.requests).toHaveLength(1);
    expect(upstream.requests[0]!.text).toContain(source);
  });

  test("a figure that is not in the source stands under 確認が必要な箇所", async () => {
    await start(answerReply("予算は１億５，２００万円である。[1]"));
    const outputs = String((await genai().invoke(form())).body["outputs"]);
    const findings = /### 確認が必要な箇所\n\n([\s\S]*?)\n\n###/.exec(outputs)![1]!;
    expect(findings).toContain("１億５，２００万円");
    expect(findings).toContain("１億２，５００万円");
  });

  test("the ministry's glossary is in the prompt, and a wording that it rules out stands under 確認が必要な箇所", async () => {
    const settingsFile = join(folder, "settings.json");
    writeFileSync(join(folder, "terms.csv"), "日本語,英語,禁止表記\n予算額,budget,予算金額\n");
    writeFileSync(settingsFile, JSON.stringify({ glossaries: [{ id: "common", file: "terms.csv" }] }));
    await start(answerReply("予算金額は１億２，５００万円である。[1]"), { settingsFile });
    const outputs = String((await genai().invoke(form())).body["outputs"]);
    expect(upstream.requests[0]!.text).toContain("予算額（「予算金額」とは書かない）");
    expect(outputs).toContain("「予算金額」があります。「予算額」を使います。");
  });

  test("what a model writes is words, not markdown: no image is fetched, no link is made", async () => {
    await start(answerReply("予算は ![x](https://evil.example/?q=1) <b>多い</b>。[1](注) 増えた。[1]"));
    const outputs = String((await genai().invoke(form())).body["outputs"]);
    expect(outputs).not.toMatch(/(?<!\\)!?\[[^\]]*(?<!\\)\]\(/);
    expect(outputs).not.toMatch(/(?<!\\)<b>/);
  });

  test("async: accepted at once, progress while it runs, then the outcome", async () => {
    await start(bodyReply([300, chatChunk("予算は１億２，５００万円である。[1]"), finishChunk(), doneFrame]));
    const invocation = await genai({ path: "summarize/requests/" }).invoke(form());
    expect(invocation.status).toBe(202);
    expect(invocation.body).toMatchObject({ status: "PENDING", outputs: expect.stringContaining("受け付けました") });
    expect(invocation.statusUrl).toBe(`/ai-apps/summarize/requests/${String(invocation.body["request_id"])}`);
    expect(await invocation.poll()).toBe(true);
    expect(invocation.history).toMatchObject({ status: "IN_PROGRESS", outputs: "処理しています。" });
    while (await invocation.poll()) await pause(20);
    expect(invocation.history.status).toBe("COMPLETED");
    expect(invocation.history.outputs).toContain("予算は１億２，５００万円である。\\[1\\]");
    const again = await genai().call("GET", invocation.statusUrl!);
    expect(again.body).toMatchObject({ status: "COMPLETED", artifacts: [] });
    expect(Date.parse(String(again.body["updated_at"]))).toBeGreaterThanOrEqual(
      Date.parse(String(again.body["created_at"])),
    );
  });

  test("progress tells the steps done of a long source", async () => {
    const lines = Array.from({ length: 60 }, (_, index) => `第${index + 1}項の決定は${index + 1}件である。`.repeat(8));
    let asked = 0;
    const slow: Reply = async (response, request) => {
      asked++;
      await pause(asked > 1 ? 250 : 20);
      await answerReply("決定は1件である。[1]")(response, request);
    };
    await start(slow);
    const invocation = await genai({ path: "summarize/requests" }).invoke(form({ input_text: lines.join("\n") }));
    while (invocation.history.progress === "") {
      await invocation.poll();
      await pause(10);
    }
    expect(invocation.history.progress).toMatch(/^\d+\/\d+$/);
    expect(invocation.history.outputs).toContain(`（${invocation.history.progress}）`);
  });

  test("promotion: an invocation that takes too long becomes a job by itself", async () => {
    await start(bodyReply([250, chatChunk("予算は１億２，５００万円である。[1]"), finishChunk(), doneFrame]), {
      aiApp: { syncLimitMs: 60 },
    });
    const invocation = await genai().invoke(form());
    expect(invocation.status).toBe(202);
    expect(invocation.history.status).toBe("ACCEPTED");
    while (await invocation.poll()) await pause(20);
    expect(invocation.history).toMatchObject({ status: "COMPLETED", outputs: expect.stringContaining("\\[1\\]") });
  });

  test("a wrong key, none, and one of another app: 401 before anything is read", async () => {
    await start(answerReply("x"));
    for (const key of ["w".repeat(40), "", keys.summarize.slice(1), keys.reply]) {
      const { status, body } = await genai({ key }).invoke(form());
      expect(status).toBe(401);
      expect(body).toMatchObject({ error: { message: "unauthorized" } });
    }
    const reply = await genai({ key: "w".repeat(40) }).call("POST", "/ai-apps/summarize/invoke", "{");
    expect(reply.status).toBe(401);
    expect((await genai().call("POST", "/ai-apps/chat/invoke", "{}")).status).toBe(404);
    expect((await genai().call("GET", "/ai-apps/summarize")).status).toBe(404);
    expect(upstream.requests).toHaveLength(0);
  });

  test("another person cannot see a job; every key of the app can; an invented id is nobody's", async () => {
    await start(answerReply("予算は１億２，５００万円である。[1]"));
    writeFileSync(join(folder, "keys.json"), JSON.stringify({ ...keys, summarize: [keys.summarize, "n".repeat(40)] }));
    const invocation = await genai({ path: "summarize/requests" }).invoke(form());
    const foreign = invocation.statusUrl!.replace("summarize", "translate");
    expect((await genai({ user: "dXNlci10d28" }).call("GET", invocation.statusUrl!)).status).toBe(404);
    expect((await genai({ path: "translate/requests", key: keys.translate }).call("GET", foreign)).status).toBe(404);
    expect((await genai({ key: "n".repeat(40) }).call("GET", invocation.statusUrl!)).status).toBe(200);
    expect((await genai().call("GET", `/ai-apps/summarize/requests/${"A".repeat(48)}`)).status).toBe(404);
    expect((await genai().call("GET", invocation.statusUrl!)).status).toBe(200);
  });

  test("an open job outlives the change of its app's key", async () => {
    await start(bodyReply([300, chatChunk("予算は１億２，５００万円である。[1]"), finishChunk(), doneFrame]));
    const invocation = await genai({ path: "summarize/requests" }).invoke(form());
    const changed = "n".repeat(40);
    writeFileSync(join(folder, "keys.json"), JSON.stringify({ ...keys, summarize: changed }));
    expect((await genai().call("GET", invocation.statusUrl!)).status).toBe(401);
    const look = async () => (await genai({ key: changed }).call("GET", invocation.statusUrl!)).body;
    while ((await look())["status"] === "IN_PROGRESS") await pause(20);
    expect(await look()).toMatchObject({ status: "COMPLETED", outputs: expect.stringContaining("１億２，５００万円") });
  });

  test("a job the relay has forgotten is over, so that GENAI does not ask for days", async () => {
    await start(answerReply("予算は１億２，５００万円である。[1]"));
    const invocation = await genai({ path: "summarize/requests" }).invoke(form());
    await under.relay.stop();
    await upstream.close();
    await start(answerReply("x"));
    const again = createGenaiCaller(
      { endpoint: `https://${host}/ai-apps/summarize/requests`, apiKey: keys.summarize, port: under.port },
      "dXNlci1vbmU",
    );
    const reply = await again.call("GET", invocation.statusUrl!);
    expect(reply).toMatchObject({ status: 200, body: { status: "ERROR", error: { message: "expired" } } });
    expect(reply.body["outputs"]).toContain("残っていません");
  });

  test("without a pseudonym, from a browser, under another name: refused", async () => {
    await start(answerReply("x"));
    const body = JSON.stringify({ inputs: form() });
    const path = "/ai-apps/summarize/invoke";
    expect((await genai({ user: "" }).call("POST", path, body)).status).toBe(400);
    for (const headers of [
      { Origin: `https://${host}` },
      { "Sec-Fetch-Site": "same-origin" },
      { Host: "evil.example" },
    ])
      expect((await genai().call("POST", path, body, headers as Record<string, string>)).status).toBe(403);
    expect(upstream.requests).toHaveLength(0);
  });

  describe("機密性", () => {
    const docx = (header: string): { name: string; bytes: Uint8Array } => ({
      name: "資料.docx",
      bytes: buildDocx({
        body: paragraph(source),
        headers: { rId9: paragraph(header) },
        sectionProperties: '<w:sectPr><w:headerReference w:type="default" r:id="rId9"/></w:sectPr>',
      }),
    });

    test("機密性3 in the header of a Word document: nothing leaves, and the reason is told", async () => {
      await start(answerReply("x"), { card: { clearance: "2", region: "jp" } });
      for (const confirmed of [false, ["confirmed"]] as const) {
        const state: FormState = {
          input_text: "",
          files: [docx("機密性3情報")],
          confirmed: confirmed && [...confirmed],
        };
        const { status, body } = await genai().invoke(form(state));
        expect(status).toBe(403);
        expect(body).toMatchObject({ error: { message: "confidentiality-blocked" } });
        expect(body["outputs"]).toContain("ヘッダー");
        expect(body["outputs"]).toContain("「機密性3」の表示");
      }
      expect(upstream.connections()).toBe(0);
    });

    test("取扱注意 asks for the form's own tick", async () => {
      await start(answerReply("予算は１億２，５００万円である。[1]"), { card: { clearance: "2", region: "jp" } });
      const files = [docx("取扱注意")];
      const first = await genai().invoke(form({ input_text: "", files }));
      expect(first.status).toBe(403);
      expect(first.body).toMatchObject({ error: { message: "confidentiality-unconfirmed" } });
      expect(first.body["outputs"]).toContain("格付の確認");
      expect(upstream.connections()).toBe(0);
      const second = await genai().invoke(form({ input_text: "", files, confirmed: ["confirmed"] }));
      expect(second.status).toBe(200);
    });

    test("機密性2 goes to no model that is not cleared, and its mark goes with the answer", async () => {
      await start(answerReply("予算は１億２，５００万円である。[1]"));
      const files = [docx("機密性2情報（関係者限り・複製禁止）")];
      const refused = await genai().invoke(form({ input_text: "", files }));
      expect(refused.body).toMatchObject({ error: { message: "model-not-cleared" } });
      expect(upstream.connections()).toBe(0);
      await under.relay.stop();
      await upstream.close();
      await start(answerReply("予算は１億２，５００万円である。[1]"), { card: { clearance: "2", region: "jp" } });
      const answered = await genai().invoke(form({ input_text: "", files }));
      expect(String(answered.body["outputs"])).toMatch(/^機密性2情報・関係者限り・複製禁止\n/);
    });

    test("the words of the form are judged as well, and so is the name of a file", async () => {
      await start(answerReply("x"));
      const byWish = await genai().invoke(form({ instruction: "機密性3情報" }));
      expect(byWish.body).toMatchObject({ error: { message: "confidentiality-blocked" } });
      const named = { name: "【機密性3】予算.txt", bytes: Buffer.from(source) };
      const byName = await genai().invoke(form({ files: [named] }));
      expect(byName.body).toMatchObject({ error: { message: "confidentiality-blocked" } });
      expect(upstream.connections()).toBe(0);
    });
  });

  describe("files", () => {
    test("Shift_JIS, UTF-16 and UTF-8 texts, in both shapes of the specification", async () => {
      await start(answerReply("予算は１億２，５００万円である。[1]"));
      // 「議事録は公開する。」 in Shift_JIS
      const shiftJis = Buffer.from("8b638e9698 5e82cd8cf68a4a82b782e98142".replace(" ", ""), "hex");
      const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("予定は六月である。", "utf16le")]);
      await genai().invoke(form({ input_text: "", files: [{ name: "a.txt", bytes: shiftJis }] }));
      await genai().invoke(form({ input_text: "", files: [{ name: "b.txt", bytes: utf16 }] }));
      const other = [{ key: "files", filename: "c.TXT", contents: Buffer.from("会計は別である。").toString("base64") }];
      await genai().invoke({ ...form({ input_text: "" }), files: other });
      expect(upstream.requests.map(({ text }) => text)).toEqual([
        expect.stringContaining("議事録は公開する。"),
        expect.stringContaining("予定は六月である。"),
        expect.stringContaining("会計は別である。"),
      ]);
    });

    test("a Word document and pasted text together are cited by file and paragraph", async () => {
      await start(answerReply("会議は六月である。[2]"));
      const bytes = buildDocx({ body: paragraph("") + paragraph("会議は六月である。") });
      const { body } = await genai().invoke(form({ files: [{ name: "日程.docx", bytes }] }));
      expect(body["outputs"]).toContain("- \\[1\\] 日程.docx 段落1「会議は六月である。」");
    });

    test("a zip that announces or holds gigabytes, broken base64, no zip, another kind: one sentence, no memory", async () => {
      await start(answerReply("x"));
      const megabytes = 1024 * 1024;
      const bomb = bombOf(1_000);
      const before = process.memoryUsage().rss;
      const cases: [string, Uint8Array | string, number, string][] = [
        ["honest.docx", zipOf(bomb, 1_000 * megabytes), 413, "input-too-large"],
        ["liar.docx", zipOf(bomb, 1000), 413, "input-too-large"],
        ["a.docx", Buffer.from("PK not at all"), 400, "document-unsupported"],
        ["b.docx", "これはbase64ではない", 400, "document-unsupported"],
        ["c.pdf", Buffer.from("%PDF"), 400, "document-unsupported"],
        ["d.txt", Buffer.from([0x81, 0x00, 0xff, 0xff, 0x80]), 400, "document-unsupported"],
      ];
      for (const [name, content, status, code] of cases) {
        const base64 = typeof content === "string" ? content : Buffer.from(content).toString("base64");
        const files = [{ key: "files", files: [{ filename: name, content: base64 }] }];
        const reply = await genai().invoke({ ...form({ input_text: "" }), files });
        expect([name, reply.status, reply.body["error"]]).toEqual([
          name,
          status,
          { message: code, details: expect.stringMatching(/^[0-9a-f-]{36}$/) },
        ]);
        expect(reply.body["outputs"]).toContain(name);
      }
      // What the process keeps for other reasons leaves room to the gigabyte.
      expect(process.memoryUsage().rss - before).toBeLessThan(500 * megabytes);
      expect(upstream.connections()).toBe(0);
    });
  });

  describe("the other tasks", () => {
    const offline = { catalogue: readModelsFile(defaultModelsFile) };
    const run = async (task: "translate" | "minutes" | "reply" | "answer", state: FormState): Promise<string> => {
      const { status, body } = await genai({ path: `${task}/invoke`, key: keys[task] }).invoke(filledInputs(state));
      expect([status, body["error"]]).toEqual([200, undefined]);
      return String(body["outputs"]);
    };

    test("翻訳: paragraphs in order, the findings with their paragraph", async () => {
      await start(answerReply("[1] The budget is 125 million yen.\n[2] The meeting is in June."), {
        card: { tasks: ["translate"], contextTokens: 32_000, outputTokens: 4_000 },
      });
      const input_text = "予算は１億２，５００万円である。\n会議は七月である。";
      const outputs = await run("translate", { input_text, direction: "ja-en", terms: "予算=budget" });
      expect(outputs).toContain("The budget is 125 million yen.\n\nThe meeting is in June.");
      expect(outputs).toMatch(/### 確認が必要な箇所\n\n(- .*\n)?- .*（段落2）/);
      expect(outputs).not.toContain("### 根拠");
      const wrong = await genai({ path: "translate/invoke", key: keys.translate }).invoke(
        filledInputs({ input_text, terms: "予算" }),
      );
      expect(wrong).toMatchObject({ status: 400, body: { outputs: expect.stringContaining("「予算」") } });
    });

    test("議事録: by the offline engine, which says that it is no model", async () => {
      await start(answerReply("must not be asked"), offline);
      const input_text = [
        "山田委員：窓口の混雑について、予約制を来月から始めることに決定します。",
        "佐藤課長：承知しました。",
        "予約の案内文は私が７月１０日までに作成します。",
      ].join("\n");
      const outputs = await run("minutes", { input_text, title: "窓口会議", date: "2026-07-01" });
      expect(outputs).toContain("オフライン簡易エンジン");
      expect(outputs).toContain("窓口会議");
      expect(outputs).toContain("発言者：山田委員、佐藤課長");
      expect(outputs).toMatch(/\n- [^\n]*予約制を来月から始める[^\n]*\\\[\d+\\\]/);
      expect(outputs).toContain("### 根拠");
      expect(upstream.connections()).toBe(0);
      const wrong = await genai({ path: "minutes/invoke", key: keys.minutes }).invoke(
        filledInputs({ input_text, date: "2026-02-30" }),
      );
      expect(wrong).toMatchObject({ status: 400, body: { outputs: expect.stringContaining("会議の日") } });
    });

    test("返信案: asks for what to say, and keeps the lines of a mail", async () => {
      await start(answerReply("must not be asked"), offline);
      const input_text = "お世話になっております。\n会議は７月１０日でよろしいでしょうか。";
      const empty = await genai({ path: "reply/invoke", key: keys.reply }).invoke(
        filledInputs({ input_text, intention: "" }),
      );
      expect(empty).toMatchObject({ status: 400, body: { outputs: expect.stringContaining("伝えたいこと") } });
      const outputs = await run("reply", {
        input_text,
        intention: "７月１０日で参加します。",
        tone: "polite",
        addressee: "総務課　鈴木",
        sender: "企画課　佐藤",
        subject: "会議の日程",
      });
      expect(outputs).toContain("件名：");
      expect(outputs).toContain("鈴木");
      expect(outputs).toContain("７月１０日");
    });

    test("回答案: from the materials, cited", async () => {
      await start(answerReply("must not be asked"), offline);
      const outputs = await run("answer", {
        question: "予約の利用は月に何件か。",
        input_text: "窓口は二か所である。\n予約の利用は月平均１，２５０件である。",
        form: "plain",
      });
      expect(outputs).toContain("１，２５０件");
      expect(outputs).toContain("段落2「予約の利用は月平均１，２５０件である。」");
    });
  });

  test("a model that cannot be reached is stood in for by its fallback, and the answer says so", async () => {
    upstream = await startModelServer(jsonReply({ error: { message: "x" } }, 404));
    await upstream.close();
    const first = {
      ...upstreamCard({ model: "first" }),
      name: { ja: "一番", en: "first" },
      fallbacks: ["offline-extractive"],
    };
    const { models } = readModelsFile(defaultModelsFile);
    await start(jsonReply({ error: { message: "x" } }, 404), {
      catalogue: { models: [first, models.at(-1)!], default: { summarize: "first" } },
    });
    const { status, body } = await genai().invoke(form());
    expect(status).toBe(200);
    expect(body["outputs"]).toContain("「一番」が応答できなかったため、「オフライン簡易エンジン」が答えました。");
    expect(body["outputs"]).toContain("> **下書き・要約（オフライン簡易エンジン）**");
  });

  test("more text than the gate reads at one go is refused by its count", async () => {
    await start(answerReply("x"));
    const bytes = Buffer.from("長い文章である。\n".repeat(70_000));
    const { status, body } = await genai().invoke(form({ input_text: "", files: [{ name: "長い.txt", bytes }] }));
    expect([status, body["error"]]).toMatchObject([413, { message: "input-too-large" }]);
    expect(body["outputs"]).toContain("560,000字");
  });

  test("typed inputs: numbers and booleans where texts were meant", async () => {
    await start(answerReply("2026である。[1]"));
    const inputs = form({ input_text: "2026", instruction: "true" });
    expect(inputs).toMatchObject({ input_text: 2026, length: 300, instruction: true });
    expect((await genai().invoke(inputs)).status).toBe(200);
    expect(upstream.requests[0]!.text).toContain("2026");
    for (const wrong of [
      { input_text: { a: 1 } },
      { length: "9999" },
      { files: "x" },
      { files: [{ key: "files", files: [3] }] },
    ]) {
      const { status, body } = await genai().invoke({ ...form(), ...wrong });
      expect([status, body["error"]]).toMatchObject([400, { message: "bad-request" }]);
    }
    for (const body of ["[]", "{}", '{"inputs":3}', "{"])
      expect((await genai().call("POST", "/ai-apps/summarize/invoke", body)).status).toBe(400);
    expect((await genai().invoke(form({ input_text: " " }))).body).toMatchObject({
      error: { message: "source-empty" },
    });
  });

  test.each<[string, Reply, number, string]>([
    ["a refused key", jsonReply({ error: { message: "bad key sk-123" } }, 401), 502, "upstream-unauthorized"],
    ["a fault", jsonReply({ error: { message: "内部の言葉 sk-123" } }, 400), 400, "bad-request"],
  ])("an upstream that fails (%s): our sentence, never its words", async (_, reply, status, code) => {
    await start(reply);
    const sync = await genai().invoke(form());
    expect(sync.body).toMatchObject({ error: { message: code } });
    expect(sync.status).toBe(status);
    const job = await genai({ path: "summarize/requests" }).invoke(form());
    while (await job.poll()) await pause(10);
    expect(job.history.status).toBe("ERROR");
    expect(job.history.outputs).toBe(sync.body["outputs"]);
    expect(JSON.stringify([sync.body, job.history])).not.toMatch(/sk-123|内部の言葉/);
  });

  test("stopping ends what still runs as interrupted, and takes nothing new", async () => {
    await start(silentReply, { shutdownGraceMs: 150 });
    const waiting = genai().invoke(form());
    while (upstream.requests.length === 0) await pause(5);
    const stopped = under.relay.stop();
    const { status, body } = await waiting;
    expect([status, body["error"]]).toMatchObject([503, { message: "interrupted" }]);
    await stopped;
    expect(await upstream.requests[0]!.closedByClient).toBe(true);
  });

  test("while it stops, jobs can still be asked for: as running, then as interrupted; new ones are refused", async () => {
    await start(silentReply, { shutdownGraceMs: 400 });
    const invocation = await genai({ path: "summarize/requests" }).invoke(form());
    while (upstream.requests.length === 0) await pause(5);
    const stopped = under.relay.stop();
    const look = () => genai().call("GET", invocation.statusUrl!);
    expect(await look()).toMatchObject({ status: 200, body: { status: "IN_PROGRESS" } });
    expect((await genai().invoke(form())).status).toBe(503);
    await pause(600);
    expect(await look()).toMatchObject({ status: 200, body: { status: "ERROR", error: { message: "interrupted" } } });
    await stopped;
    await expect(look()).rejects.toThrow();
  });

  test("GENAI that does not wait any longer ends the work", async () => {
    await start(silentReply);
    const controller = new AbortController();
    const gone = fetch(`http://127.0.0.1:${under.port}/ai-apps/summarize/invoke`, {
      method: "POST",
      body: JSON.stringify({ inputs: form() }),
      headers: { "Content-Type": "application/json", "x-api-key": keys.summarize, "x-user-id": "u" },
      signal: controller.signal,
    }).catch(() => "gone");
    while (upstream.requests.length === 0) await pause(5);
    controller.abort();
    expect(await gone).toBe("gone");
    expect(await upstream.requests[0]!.closedByClient).toBe(true);
  });

  test("a person has so many open jobs and no more; others are not held up", async () => {
    await start(silentReply, { aiApp: { jobsPerPerson: 2, runningJobs: 1 }, shutdownGraceMs: 0 });
    const requests = genai({ path: "summarize/requests" });
    expect((await requests.invoke(form())).status).toBe(202);
    expect((await requests.invoke(form())).status).toBe(202);
    const third = await requests.call("POST", "/ai-apps/summarize/requests", JSON.stringify({ inputs: form() }));
    expect(third).toMatchObject({ status: 429, body: { error: { message: "rate-limited" } } });
    expect(third.headers["retry-after"]).toBe("60");
    expect((await genai({ path: "summarize/requests", user: "b" }).invoke(form())).status).toBe(202);
    const other = { inputs: { ...form(), direction: "ja-en" } };
    const elsewhere = genai({ path: "translate/requests", key: keys.translate });
    const fourth = await elsewhere.call("POST", "/ai-apps/translate/requests", JSON.stringify(other));
    expect(fourth).toMatchObject({ status: 429, body: { error: { message: "rate-limited" } } });
    expect(upstream.requests.length).toBeLessThanOrEqual(1);
  });

  test("the form is served to who has the key; without keys there is no app", async () => {
    await start(answerReply("x"));
    const reply = await genai().call("GET", "/ai-apps/summarize/form");
    expect(reply.body).toMatchObject({
      input_text: { type: "textarea" },
      files: { type: "file" },
      confirmed: { type: "checkbox" },
    });
    expect((await genai({ key: "w".repeat(40) }).call("GET", "/ai-apps/summarize/form")).status).toBe(401);
    await under.relay.stop();
    under = await startRelay({ upstreamUrl: upstream.url });
    expect((await fetch(`${under.origin}/ai-apps/summarize/form`)).status).toBe(404);
  });

  test("the log names app, outcome and a digest of the pseudonym; no words, no key, no pseudonym", async () => {
    await start(answerReply("予算は１億２，５００万円である。[1]"));
    await genai().invoke(form({ instruction: "隠すべき要望" }));
    await genai().invoke(form({ instruction: "機密性3情報" }));
    const all = under.logLines.join("");
    for (const word of [source, "隠すべき", "dXNlci1vbmU", keys.summarize, "機密性3情報"])
      expect(all).not.toContain(word);
    const ended = under.logged().find(({ msg }) => msg === "job ended");
    expect(ended).toMatchObject({ route: "ai-apps", task: "summarize", status: "COMPLETED" });
    expect(ended!["caller"]).toMatch(/^[0-9a-f]{16}$/);
    expect(under.logged().find(({ msg }) => msg === "step ended")).toMatchObject({ route: "ai-apps", class: "none" });
  });
});

/** Zeros, deflated: one piece of ten megabytes again and again. */
function bombOf(megabytes: number): Buffer {
  const piece = deflateRawSync(Buffer.alloc(10 * 1024 * 1024), { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([...Array<Buffer>(megabytes / 10).fill(piece), deflateRawSync(Buffer.alloc(0))]);
}

/** A zip with one entry that is announced to have `size` bytes. */
function zipOf(deflated: Buffer, size: number): Uint8Array {
  const name = Buffer.from("_rels/.rels");
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(crc32(Buffer.alloc(0)), 10);
  common.writeUInt32LE(deflated.length, 14);
  common.writeUInt32LE(size, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), common, name, deflated]);
  const tail = Buffer.alloc(14);
  const directory = Buffer.concat([Buffer.from("PK\x01\x02\x14\x00", "latin1"), common, tail, name]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, directory, Buffer.from("PK\x05\x06", "latin1"), end]);
}

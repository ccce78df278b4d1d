import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { aiAppDefaults } from "../../../relay/src/ai-app-server/ai-app-settings";
import { buildDocx, paragraph } from "../../support/docx-builder";
import { filledInputs, type FormState } from "../../support/genai-caller/filled-inputs";
import { createGenaiCaller } from "../../support/genai-caller/genai-caller";
import { entraSettings } from "../../support/entra/relay-settings";
import { startModelServer, type ModelServer } from "../../support/model-server";
import { answerReply } from "../../support/model-server-replies";
import { startRelay, type RelayUnderTest } from "./relay-under-test";

const host = "office.genai.example.go.jp";
const tasks = ["summarize", "translate", "minutes", "reply", "answer"] as const;
type Task = (typeof tasks)[number];
const keys = Object.fromEntries(tasks.map((task) => [task, `${task}-`.repeat(6).slice(0, 40)])) as Record<Task, string>;
const source = "令和８年度の予算額は１億２，５００万円である。";
const custom = (name: string, value: string): string =>
  `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="${name}"><vt:lpwstr>${value}</vt:lpwstr></property></Properties>`;

/** What a person puts into the form of an AI app is judged before anything leaves. */
describe("the gate of the AI apps", () => {
  let folder: string;
  let upstream: ModelServer;
  let under: RelayUnderTest;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "ai-app-gate-"));
    upstream = await startModelServer(answerReply("承知いたしました。[1]"));
    const keysFile = join(folder, "keys.json");
    writeFileSync(keysFile, JSON.stringify(keys));
    under = await startRelay({
      upstreamUrl: upstream.url,
      tlsElsewhere: true,
      entra: entraSettings({ origin: "https://localhost:9" }),
      publicOrigin: `https://${host}`,
      aiApps: { ...aiAppDefaults, keysFile },
    });
  });
  afterAll(async () => {
    await under.relay.stop();
    await upstream.close();
    rmSync(folder, { recursive: true });
  });

  /** Code of a refusal before anything has left; "sent" where the model was asked, whatever it has made of it. */
  async function outcomeOf(task: Task, state: FormState): Promise<unknown> {
    const endpoint = `https://${host}/ai-apps/${task}/invoke`;
    const caller = createGenaiCaller({ endpoint, apiKey: keys[task], port: under.port }, "dXNlci1vbmU");
    const sent = upstream.requests.length;
    const { body } = await caller.invoke(filledInputs(state));
    if (upstream.requests.length > sent) return "sent";
    return (body["error"] as { message?: string } | undefined)?.message;
  }
  const summarize = (name: string, parts: Partial<Parameters<typeof buildDocx>[0]>, state: FormState = {}) =>
    outcomeOf("summarize", {
      length: "300",
      files: [{ name, bytes: buildDocx({ ...parts, body: paragraph(source) }) }],
      ...state,
    });

  test.each([
    ["a sensitivity label", { parts: { "docProps/custom.xml": custom("MSIP_Label_1111_Name", "機密性3") } }],
    ["a property", { parts: { "docProps/custom.xml": custom("格付", "機密性3情報") } }],
    ["a keyword", { properties: { "cp:keywords": "機密性3情報" } }],
    ["a footnote", { footnotes: `<w:footnote w:id="1">${paragraph("機密性3情報")}</w:footnote>` }],
    ["a comment", { comments: `<w:comment w:id="1">${paragraph("機密性3情報")}</w:comment>` }],
    ["stored data", { parts: { "customXml/item1.xml": "<label>機密性3情報</label>" } }],
    ["a header", { headers: { rId60: paragraph("機密性3情報") } }],
  ])("class 3 in %s of a Word document is refused", async (_place, parts) => {
    expect(await summarize("予算.docx", parts)).toBe("confidentiality-blocked");
  });

  test("a Word document that holds a workbook is asked about, as its label may be anywhere", async () => {
    const parts = { parts: { "word/embeddings/book.xlsx": new Uint8Array([80, 75, 3, 4]) } };
    expect(await summarize("予算.docx", parts)).toBe("confidentiality-unconfirmed");
  });

  test("a Word document without a mark goes, and so does one of class 1", async () => {
    expect(await summarize("予算.docx", {})).toBe("sent");
    const label = custom("格付", "機密性1情報");
    expect(await summarize("予算.docx", { parts: { "docProps/custom.xml": label } })).toBe("sent");
  });

  const mail = { input_text: "会議の日程を教えてください。", intention: "参加する。", tone: "polite" };
  const talk = { input_text: "山田委員：予算は１億円です。" };
  test.each<[string, Task, FormState]>([
    ["subject of a reply", "reply", { ...mail, subject: "【機密性3】会議" }],
    ["subject of a reply", "reply", { ...mail, subject: "機密性3 会議の日程" }],
    ["sender of a reply", "reply", { ...mail, sender: "【機密性3】山田" }],
    ["addressee of a reply", "reply", { ...mail, addressee: "佐藤様（機密性3）" }],
    ["intention of a reply", "reply", { ...mail, intention: "【機密性3】参加する。" }],
    ["title of minutes", "minutes", { ...talk, title: "【機密性3】会議" }],
    ["title of minutes", "minutes", { ...talk, title: "極秘 打合せ" }],
    ["wish for minutes", "minutes", { ...talk, instruction: "機密性3情報" }],
    ["term", "translate", { input_text: source, direction: "ja-en", terms: "予算=【機密性3】budget" }],
    ["question", "answer", { input_text: source, form: "plain", question: "【機密性3】予算額は。" }],
  ])("class 3 in the %s is refused (%s)", async (_field, task, state) => {
    expect(await outcomeOf(task, state)).toBe("confidentiality-blocked");
  });

  test("titles and subjects without a mark go", async () => {
    const subject = "秘書課との打合せについて";
    expect(await outcomeOf("reply", { ...mail, subject, sender: "秘書課 山田", addressee: "佐藤様" })).toBe("sent");
    expect(await outcomeOf("minutes", { ...talk, title: "情報公開審査会", date: "2026-04-01" })).toBe("sent");
  });
});

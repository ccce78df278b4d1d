import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRelay, relayDefaults, type Relay } from "@genai-office/relay";
import { readConfiguration, startBot, type BotServer } from "@genai-office/teams-bot";
import { pino } from "pino";
import type { UpstreamsConfig } from "../../../relay/src/config/upstream-settings";
import { openBotDatabase, type BotDatabase } from "../../support/bot-database";
import { startAiAppServer, type AiAppServer } from "../../support/ai-app/ai-app-server";
import { commonTeam, startExappsServer, type AppOutcome, type ExappsServer } from "../../support/exapps/exapps-server";
import { testCard } from "../../support/test-step";

interface Posted {
  type: string;
  text: string;
  entities?: Record<string, unknown>[];
}

const posted: Posted[] = [];
let notify: () => void = () => undefined;
let connector: Server;
let exapps: ExappsServer;
let own: AiAppServer;
let relay: Relay;
let bot: BotServer;
let state: BotDatabase;
let folder: string;
let outcome: AppOutcome;
/** An activity that is delivered again is none that is new: each has an id of its own. */
let messages = 0;

const question = { question: { type: "textarea", title: "質問", required: true, min_length: 4, max_length: 50 } };
const several = { from: { type: "text", required: true }, to: { type: "text", required: true } };

beforeAll(async () => {
  connector = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const activity = JSON.parse(Buffer.concat(parts).toString()) as Posted;
      // That the bot is typing says nothing.
      if (activity.type === "message") posted.push(activity);
      response.writeHead(201, { "Content-Type": "application/json" }).end('{"id":"1"}');
      notify();
    });
  });
  await new Promise<void>((resolve) => connector.listen(0, "127.0.0.1", resolve));
  exapps = await startExappsServer({
    apps: [
      { teamId: commonTeam, exAppId: "law", exAppName: "法制度調査 Lawsy", placeholder: JSON.stringify(question) },
      { teamId: commonTeam, exAppId: "diet", exAppName: "国会答弁検索AI", placeholder: JSON.stringify(question) },
      { teamId: commonTeam, exAppId: "form", exAppName: "比較", placeholder: JSON.stringify(several) },
      { teamId: commonTeam, exAppId: "odd", exAppName: "不明", placeholder: '{"x":{"type":"slider"}}' },
    ],
    invoke: () => outcome,
  });
  own = await startAiAppServer({ looks: [{ status: "IN_PROGRESS" }] });
  folder = mkdtempSync(join(tmpdir(), "bot-"));
  const keyFile = (header: string, key: string) => {
    writeFileSync(join(folder, header), key);
    return { kind: "key-file", file: join(folder, header), header };
  };
  const app = { id: "own", name: "省内の検索", description: "", howToUse: "", form: question };
  const connections = {
    upstreams: new Map<string, unknown>([
      ["genai", { contract: "exapps", baseUrl: exapps.baseUrl, credentials: keyFile("Authorization", "user-token") }],
      ["own", { contract: "ai-app", invokeUrl: own.requestsUrl, credentials: keyFile("x-api-key", "app-key"), app }],
    ]),
    signIns: new Map(),
  } as UpstreamsConfig;
  const cards = (["genai", "own"] as const).map((id) =>
    testCard({ id, contract: id === "own" ? "ai-app" : "exapps", upstream: id, tasks: ["research"], clearance: "1" }),
  );
  const catalogue = { models: cards, default: {} };
  relay = createRelay({ ...relayDefaults, port: 0, logLevel: "silent", catalogue, connections });
  const { port } = await relay.start();
  const configuration = readConfiguration({ BOT_PORT: "0", RELAY_URL: `http://127.0.0.1:${port}` });
  state = await openBotDatabase();
  bot = await startBot(configuration, { logger: pino({ level: "silent" }), database: state.database });
});

afterAll(async () => {
  await bot.stop();
  await state.close();
  await relay.stop();
  await exapps.close();
  await own.close();
  await new Promise<void>((resolve) => connector.close(() => resolve()));
  rmSync(folder, { recursive: true });
});

beforeEach(() => {
  posted.length = 0;
  outcome = { status: 200, body: { outputs: "回答" } };
});

/** Sends a message and waits for so many posts. */
async function say(text: string, posts = 1, conversationType = "personal", from = "person-1"): Promise<Posted[]> {
  const { port } = connector.address() as AddressInfo;
  const all = new Promise<void>((resolve) => {
    notify = () => (posted.length >= posts ? resolve() : undefined);
  });
  await fetch(`${bot.url}/api/messages`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({
      type: "message",
      id: `message-${(messages += 1)}`,
      text,
      locale: "ja-JP",
      channelId: "msteams",
      serviceUrl: `http://127.0.0.1:${port}`,
      from: { id: `29:${from}`, aadObjectId: from },
      recipient: { id: "28:bot" },
      conversation: { id: "conversation-1", conversationType },
    }),
  });
  await all;
  // What a job does behind its last word belongs to this message, not to the next one.
  const open = `select 1 from jobs where finished_at is null
    and not exists (select 1 from pgboss.job where job.id = jobs.id and start_after > now())`;
  while ((await state.database.query(open)).length > 0) await new Promise((go) => setTimeout(go, 10));
  return [...posted];
}

describe("research in a one-to-one chat", () => {
  it("lists the apps with their numbers, and says which need a pane", async () => {
    const [list] = await say("調べる");
    expect(list!.text).toContain("1. 法制度調査 Lawsy");
    expect(list!.text).toContain("3. 比較（共通）（入力欄が多いため");
    expect(list!.text).toContain("4. 不明（共通）（ここからは実行できません）");
    expect(list!.text).toContain("5. 省内の検索");
    expect(list!.entities ?? []).toEqual([]);
  });

  it.each([
    ["its number", "調べる 2 過去の答弁を教えて"],
    ["its number in full width", "調べる　２番：過去の答弁を教えて"],
    ["its name", "調べる 国会答弁検索AI 過去の答弁を教えて"],
    ["its name without a space behind it", "調べる「国会答弁検索ＡＩ」過去の答弁を教えて"],
    ["a part of its name", "調べて 答弁検索 過去の答弁を教えて"],
  ])("asks the app of %s, acknowledges, and posts the answer with its sources", async (_name, message) => {
    outcome = {
      status: 200,
      body: {
        outputs:
          "答弁があります[[1]](https://kokkai.example/1)。![x](https://evil.example/p.png)<img src=x>\n\n## 出典\n[1] **[会議録](https://kokkai.example/1)**\n[2] [偽](javascript:alert(1))",
        artifacts: [{ content: "44GC", display_name: "一覧.csv" }],
      },
    };
    const [started, answer] = await say(message, 2);
    expect(started!.text).toContain("「国会答弁検索AI」で調べています");
    expect(started!.entities ?? []).toEqual([]);
    expect(exapps.of("POST /exapps/invoke").at(-1)!.json).toMatchObject({
      exAppId: "diet",
      inputs: { question: "過去の答弁を教えて" },
    });
    expect(answer!.text).toContain("AIアプリ「国会答弁検索AI」の回答（AIによる下書き）");
    expect(answer!.text).toContain("答弁があります[1]。");
    expect(answer!.text).toContain("- [1] [会議録](https://kokkai.example/1)");
    expect(answer!.text).toContain("一覧.csv");
    expect(answer!.text).not.toMatch(/evil\.example|<img|javascript/);
    expect(answer!.entities).toEqual([expect.objectContaining({ additionalType: ["AIGeneratedContent"] })]);
  });

  it.each([
    ["an app that is not there", "調べる 源内くん 教えて", "見つかりません"],
    ["a number that is not there", "調べる 99 教えて", "見つかりません"],
    ["no question", "調べる 2", "聞きたいことを続けて"],
    ["an app of several fields", "調べる 3 甲と乙を比べて", "入力欄が多い"],
    ["an app that cannot be run", "調べる 4 教えてください", "ここからは実行できません"],
    ["too short a question", "調べる 2 何", "4字以上"],
    ["a marking", "調べる 2 機密性3情報\n交渉の方針は", "confidentiality-blocked"],
  ])("says what is wrong with %s, and invokes nothing", async (_name, message, expected) => {
    const before = exapps.of("POST /exapps/invoke").length;
    const [reply] = await say(message);
    expect(reply!.text).toContain(expected);
    expect(exapps.of("POST /exapps/invoke")).toHaveLength(before);
  });

  it("tells a failure by its code, without the app's words", async () => {
    outcome = { status: 500, body: { outputs: "内部の秘密" } };
    const [, failure] = await say("調べる 1 根拠を教えて", 2);
    expect(failure!.text).toContain("server-error");
    expect(failure!.text).not.toContain("秘密");
    expect(failure!.entities ?? []).toEqual([]);
  });

  it("says honestly that it may take long, with a pseudonym for each person", async () => {
    const [, accepted] = await say("調べる 5 要綱を教えて", 2);
    expect(accepted!.text).toContain("「省内の検索」が受け付けました");
    const first = own.requests.at(-1)!.headers["x-user-id"];
    posted.length = 0;
    await say("調べる 5 要綱を教えて", 2, "personal", "person-2");
    expect(own.requests.filter(({ method }) => method === "POST")).toHaveLength(2);
    expect(first).toBeDefined();
  });

  it("does nothing of it where others read along", async () => {
    const [reply] = await say("調べる 1 根拠を教えて", 1, "channel");
    expect(reply!.text).toContain("一対一");
  });
});

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Hono } from "hono";
import { ArmedFaults } from "../../../../playground/src/teams/armed-faults";
import { newChats } from "../../../../playground/src/teams/chats";
import { people, startConnector, type Connector } from "../../../../playground/src/teams/connector";
import { teamsRoutes } from "../../../../playground/src/teams/teams-routes";

/** Activities that the bot's stand-in got. */
let received: { type: string; name?: string; text?: string; attachments?: { name?: string }[] }[];
let bot: Server;
let connector: Connector;
let routes: Hono;
let answered: Map<string, string>;
let reply: { status: number; body?: unknown };

const origin = "https://localhost:8444";
const me = people[0]!;

beforeEach(async () => {
  received = [];
  reply = { status: 200 };
  answered = new Map();
  bot = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      received.push(JSON.parse(Buffer.concat(parts).toString()) as (typeof received)[number]);
      response.writeHead(reply.status, { "Content-Type": "application/json" });
      response.end(reply.body === undefined ? undefined : JSON.stringify(reply.body));
    });
  });
  await new Promise<void>((resolve) => bot.listen(0, "127.0.0.1", resolve));
  connector = await startConnector({
    conversations: newChats(people),
    botUrl: `http://127.0.0.1:${(bot.address() as AddressInfo).port}/api/messages`,
  });
  const teams = { connector, faults: new ArmedFaults(connector), answered };
  routes = teamsRoutes({ open: () => Promise.resolve(teams), stop: () => Promise.resolve() }, () => "AIアシスト");
});

afterEach(async () => {
  await connector.stop();
  bot.closeAllConnections();
  await new Promise<void>((resolve) => bot.close(() => resolve()));
});

const chat = (kind: "personal" | "groupChat") => connector.conversations.find((one) => one.kind === kind)!;

function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { Origin: origin, "Sec-Fetch-Site": "same-origin", ...init.headers };
  return Promise.resolve(routes.request(`${origin}${path}`, { ...init, headers }));
}

async function post(path: string, body: object): Promise<{ status: number; json: Record<string, unknown> }> {
  const headers = { "Content-Type": "application/json" };
  const response = await ask(path, { method: "POST", headers, body: JSON.stringify(body) });
  return { status: response.status, json: (await response.json()) as Record<string, unknown> };
}

/** A message as the page sends it. */
async function say(conversation: string, text: string, more: Record<string, string | File> = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ conversation, person: me.id, text, mention: "false", ...more }))
    form.append(name, value);
  const encoded = new Response(form);
  const body = await encoded.arrayBuffer();
  const headers = { "Content-Type": encoded.headers.get("content-type")!, "Content-Length": String(body.byteLength) };
  const response = await ask("/messages", { method: "POST", headers, body });
  return { status: response.status, json: (await response.json()) as Record<string, unknown> };
}

test("the page is told who is there, and what the shipped package offers", async () => {
  const state = (await (await ask("/state")).json()) as {
    people: { name: string }[];
    conversations: { kind: string; meeting?: object; members: string[] }[];
    commands: { title: string }[];
    messageActions: { id: string }[];
  };
  expect(state.people.map(({ name }) => name)).toContain("髙﨑 美咲");
  expect(state.conversations.filter(({ members }) => members.includes(me.id)).map(({ kind }) => kind)).toEqual([
    "personal",
    "groupChat",
    "groupChat",
  ]);
  expect(state.conversations.at(-1)!.meeting).toBeDefined();
  expect(state.commands.map(({ title }) => title)).toEqual(expect.arrayContaining(["議事録", "中止"]));
  expect(state.messageActions.map(({ id }) => id)).toEqual(["summarize", "translate"]);
});

test("ids of chats are others at each start: the bot knows what it was asked by them", () => {
  const ids = (chats: ReturnType<typeof newChats>) => new Set(chats.map(({ id }) => id));
  const first = ids(newChats(people));
  expect([...ids(newChats(people))].filter((id) => first.has(id))).toEqual([]);
});

test("in a group a bot hears only what mentions it", async () => {
  const { id } = chat("groupChat");
  expect((await say(id, "お昼は何時からですか")).json).toEqual({ status: 200, heard: false });
  expect(received).toEqual([]);
  expect((await say(id, "要約して", { mention: "true" })).json).toMatchObject({ status: 200, heard: true });
  expect(received.map(({ text }) => text)).toEqual(["<at>AIアシスト</at> 要約して"]);
  expect(connector.activities(id)).toHaveLength(2);
});

test("a file goes with its message, and comes back under its name", async () => {
  const file = new File(["WEBVTT"], "検討会 記録.vtt");
  await say(chat("personal").id, "議事録", { files: file });
  expect(received[0]!.attachments!.map(({ name }) => name)).toEqual(["検討会 記録.vtt"]);
  const [id] = connector.files.keys();
  const download = await ask(`/files/${id}`);
  expect(download.headers.get("content-disposition")).toBe(
    `attachment; filename*=UTF-8''${encodeURIComponent("検討会 記録.vtt")}`,
  );
  expect(await download.text()).toBe("WEBVTT");
});

test("a card that a message action made is posted by the person, and asks the bot nothing", async () => {
  const { id } = chat("personal");
  const card = { type: "AdaptiveCard", version: "1.5", body: [] };
  expect((await post("/cards", { conversation: id, person: me.id, text: "", card })).status).toBe(200);
  const [standing] = connector.activities(id);
  expect(standing).toMatchObject({ from: me.id, activity: { attachments: [{ content: card }] } });
  expect(received).toEqual([]);
});

test("what the bot answers to an invoke comes back; a bot that fails is told apart", async () => {
  const { id } = chat("personal");
  await say(id, "会議は10時からです。");
  const activity = connector.activities(id)[0]!.id;
  reply = { status: 200, body: { task: { type: "continue" } } };
  const action = { conversation: id, person: me.id, activity, command: "summarize" };
  expect((await post("/message-action", action)).json).toEqual({ status: 200, body: reply.body });
  reply = { status: 501 };
  expect((await post("/message-action", action)).json).toEqual({ status: 501 });
  expect((await post("/feedback", { ...action, reaction: "like", text: "" })).json).toEqual({ status: 501 });
  expect(answered.size).toBe(0);
  reply = { status: 200 };
  await post("/feedback", { ...action, reaction: "like", text: "" });
  expect([...answered]).toEqual([[activity, "like"]]);
});

test("a trouble waits for its request and is gone then; people's words are delivered twice when that is asked for", async () => {
  expect((await post("/fault", { id: "resend" })).json).toEqual({ armed: ["resend"] });
  expect((await post("/fault", { id: "500" })).json).toEqual({ armed: ["resend", "500"] });
  await say(chat("personal").id, "こんにちは");
  expect(received).toHaveLength(2);
  const answer = () =>
    fetch(`${connector.url}/v3/conversations/${encodeURIComponent(chat("personal").id)}/activities`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ type: "message", text: "はい" }),
    });
  expect([(await answer()).status, (await answer()).status]).toEqual([500, 201]);
  const state = (await (await ask("/state")).json()) as { armed: string[] };
  expect(state.armed).toEqual([]);
  await post("/fault", { id: "500" });
  expect((await post("/fault", { id: "500" })).json).toEqual({ armed: [] });
  expect((await answer()).status).toBe(201);
});

test("what happens is told as it happens", async () => {
  const response = await ask("/events");
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let heard = "";
  const until = async (text: string) => {
    while (!heard.includes(text)) heard += (await reader.read()).value ?? "";
  };
  await until('"type":"ready"');
  await say(chat("personal").id, "聞こえますか");
  await until("聞こえますか");
  await until('"type":"exchange"');
  await reader.cancel();
});

test("pages of other sites, and requests that are none of the page's, are refused", async () => {
  const foreign = { Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" };
  expect((await ask("/state", { headers: foreign })).status).toBe(403);
  expect((await ask("/fault", { method: "POST", headers: foreign, body: '{"id":"500"}' })).status).toBe(403);
  const elsewhere = { conversation: chat("personal").id, person: people[1]!.id };
  expect((await post("/stop", elsewhere)).status).toBe(400);
  expect((await say("a:unknown", "x")).status).toBe(400);
  expect((await post("/fault", { id: "none" })).status).toBe(400);
  expect((await ask("/feedback", { method: "POST", body: "not json" })).status).toBe(400);
  expect((await ask("/files/none")).status).toBe(404);
});

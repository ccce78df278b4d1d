import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { people, startConnector, type Connector, type WireActivity } from "../../../../playground/src/teams/connector";

/** A bot that answers as the test says. */
async function startBot(answer: (activity: WireActivity, authorization: string) => { status: number; body?: unknown }) {
  const received: WireActivity[] = [];
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const activity = JSON.parse(Buffer.concat(parts).toString()) as WireActivity;
      received.push(activity);
      const { status, body } = answer(activity, request.headers.authorization ?? "");
      if (status === 0) return;
      response.writeHead(status, { "Content-Type": "application/json" }).end(body && JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`,
    received,
    stop: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

const [takasaki] = people as [(typeof people)[0]];
const personal = "a:1takasaki";
const group = "19:group@thread.v2";

let clock = 1_000_000;
let connector: Connector;
beforeEach(async () => {
  clock = 1_000_000;
  connector = await startConnector({ now: () => clock });
});
afterEach(() => connector.stop());

async function ask(method: string, path: string, body?: unknown) {
  const response = await fetch(`${connector.url}/v3/conversations/${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    retryAfter: response.headers.get("retry-after"),
    body: text === "" ? undefined : (JSON.parse(text) as { id?: string; code?: string; error?: { code: string } }),
  };
}
const post = (activity: object, conversation = personal) =>
  ask("POST", `${encodeURIComponent(conversation)}/activities`, activity);
const put = (id: string, activity: object, conversation = personal) =>
  ask("PUT", `${encodeURIComponent(conversation)}/activities/${id}`, activity);
const chunk = (text: string, streamSequence: number, streamId?: string, streamType = "streaming") => ({
  type: "typing",
  text,
  entities: [{ type: "streaminfo", streamType, streamSequence, ...(streamId === undefined ? {} : { streamId }) }],
});
const final = (text: string, streamId: string, more: object = {}) => ({
  type: "message",
  text,
  entities: [{ type: "streaminfo", streamType: "final", streamId }],
  ...more,
});
const opened = async (): Promise<string> => {
  const id = (await post(chunk("検索中", 1, undefined, "informative"))).body!.id!;
  clock += 1_000;
  return id;
};

describe("streaming", () => {
  it("goes from an informative line over cumulative text to the final message", async () => {
    const start = await post(chunk("検索中", 1, undefined, "informative"));
    expect(start.status).toBe(201);
    const id = start.body!.id!;
    expect(connector.activities(personal)).toMatchObject([{ id, streaming: "informative" }]);
    clock += 1_000;
    expect(await post(chunk("こん", 2, id))).toMatchObject({ status: 202, body: undefined });
    clock += 1_000;
    expect((await post(chunk("こんにちは", 3, id))).status).toBe(202);
    expect(connector.activities(personal)).toMatchObject([
      { streaming: "streaming", activity: { text: "こんにちは" } },
    ]);
    clock += 1_000;
    expect((await post(final("こんにちは。", id))).status).toBe(202);
    expect(connector.activities(personal)).toHaveLength(1);
    expect(connector.activities(personal)[0]!.streaming).toBeUndefined();
    clock += 1_000;
    expect(await post(final("こんにちは。", id))).toMatchObject({
      status: 403,
      body: { error: { message: expect.stringContaining("already completed") as string } },
    });
  });

  it("is throttled to one request a second", async () => {
    const id = await opened();
    clock -= 1;
    expect(await post(chunk("あ", 2, id))).toMatchObject({ status: 429, retryAfter: "1" });
    clock += 1;
    expect((await post(chunk("あ", 2, id))).status).toBe(202);
  });

  it("ends after two minutes; an update of the message still goes", async () => {
    const id = await opened();
    clock += 118_999;
    expect((await post(chunk("あ", 2, id))).status).toBe(202);
    clock += 1_000;
    expect(await post(chunk("あい", 3, id))).toMatchObject({
      status: 403,
      body: { error: { code: "ContentStreamNotAllowed", message: expect.stringContaining("exceeded streaming time") } },
    });
    expect((await put(id, { type: "message", text: "あいう" })).status).toBe(200);
    expect(connector.activities(personal)).toMatchObject([{ id, activity: { text: "あいう" } }]);
  });

  it("is refused once the person has pressed stop", async () => {
    const id = await opened();
    expect(connector.stopStream(personal)).toEqual([id]);
    expect(await post(chunk("あ", 2, id))).toMatchObject({
      status: 403,
      body: { error: { message: expect.stringMatching(/cancel/) as string } },
    });
  });

  it("drops a chunk that comes late, with 202", async () => {
    const id = await opened();
    await post(chunk("あい", 3, id));
    clock += 1_000;
    expect(await post(chunk("あ", 2, id))).toMatchObject({
      status: 202,
      body: { code: "ContentStreamSequenceOrderPreConditionFailed" },
    });
    expect(connector.activities(personal)).toMatchObject([{ activity: { text: "あい" } }]);
  });

  it("refuses a text that does not go on from the one before", async () => {
    const id = await opened();
    await post(chunk("あいう", 2, id));
    clock += 1_000;
    expect((await post(chunk("あい", 3, id))).status).toBe(403);
    expect((await post(final("別の文", id))).status).toBe(403);
  });

  it.each([
    ["an unknown stream", () => chunk("あ", 2, "unknown"), 403],
    ["a start with another sequence than 1", () => chunk("あ", 2), 400],
    ["no sequence", () => ({ ...chunk("あ", 1), entities: [{ type: "streaminfo", streamType: "streaming" }] }), 400],
    ["no text", () => chunk("", 1), 400],
    ["a chunk as a message", () => ({ ...chunk("あ", 1), type: "message" }), 400],
    [
      "a final without a stream",
      () => ({ ...final("あ", "x"), entities: [{ type: "streaminfo", streamType: "final" }] }),
      400,
    ],
    ["attachments on a chunk", () => ({ ...chunk("あ", 1), attachments: [{ contentType: "x" }] }), 400],
  ])("refuses %s", async (_name, activity, status) => {
    expect((await post(activity())).status).toBe(status);
  });

  it("refuses a final with a sequence", async () => {
    const id = await opened();
    const entities = [{ type: "streaminfo", streamType: "final", streamId: id, streamSequence: 2 }];
    expect((await post({ type: "message", text: "あ", entities })).status).toBe(400);
  });

  it("is for personal chats only", async () => {
    expect(await post(chunk("あ", 1), group)).toMatchObject({ status: 400, body: { error: { code: "BadArgument" } } });
  });
});

describe("limits", () => {
  it.each([
    ["7 in a second", 7, 0, "1"],
    ["8 in two seconds", 8, 240, "1"],
    ["60 in thirty seconds", 60, 260, "15"],
  ])("%s", async (_name, count, gap, retryAfter) => {
    for (let index = 0; index < count; index++) {
      expect((await post({ type: "message", text: "あ" })).status).toBe(201);
      clock += gap;
    }
    expect(await post({ type: "message", text: "あ" })).toMatchObject({ status: 429, retryAfter });
    expect((await post({ type: "message", text: "あ" }, group)).status).toBe(201);
  });

  it.each([
    ["more than 100 KB in UTF-16", { text: "あ".repeat(51_200) }, 413],
    ["nothing in it", {}, 400],
    ["two root entities", { text: "あ", entities: [1, 2].map(() => ({ type: "https://schema.org/Message" })) }, 400],
    [
      "a citation with half a character",
      {
        text: "あ",
        entities: [{ type: "https://schema.org/Message", citation: [{ appearance: { name: "\ud842" } }] }],
      },
      400,
    ],
  ])("a message with %s is refused", async (_name, message, status) => {
    expect((await post({ type: "message", ...message })).status).toBe(status);
    expect(connector.activities(personal)).toEqual([]);
  });

  it("an update with text and card is refused, and one of somebody else's message", async () => {
    const { id } = (await post({ type: "message", text: "あ" })).body!;
    const attachments = [{ contentType: "application/vnd.microsoft.card.adaptive", content: {} }];
    expect((await put(id!, { type: "message", text: "い", attachments })).status).toBe(400);
    expect((await put(id!, { type: "message", attachments })).status).toBe(200);
    const { id: theirs } = connector.compose(personal, takasaki, "質問");
    expect((await put(theirs!, { type: "message", text: "い" })).status).toBe(403);
    expect((await put("unknown", { type: "message", text: "い" })).status).toBe(404);
  });
});

describe("faults", () => {
  it("go wrong before or after the request was taken", async () => {
    connector.faults.add({ kind: "status", status: 500 });
    expect((await post({ type: "message", text: "一" })).status).toBe(500);
    connector.faults.add({ kind: "status", status: 500, taken: true }, { text: /二/ });
    expect((await post({ type: "message", text: "三" })).status).toBe(201);
    expect((await post({ type: "message", text: "二" })).status).toBe(500);
    expect(connector.botActivities(personal).map(({ activity }) => activity.text)).toEqual(["三", "二"]);
  });

  it("break the connection, or keep silent until the bot gives up", async () => {
    connector.faults.add({ kind: "reset", taken: true });
    await expect(post({ type: "message", text: "あ" })).rejects.toThrow();
    connector.faults.add({ kind: "silence" });
    const silent = fetch(`${connector.url}/v3/conversations/${personal}/activities`, {
      method: "POST",
      body: JSON.stringify({ type: "message", text: "い" }),
      signal: AbortSignal.timeout(200),
    });
    await expect(silent).rejects.toThrow();
    expect(connector.botActivities(personal)).toHaveLength(1);
  });

  it("hold an answer until it is released, with the message taken", async () => {
    const held = connector.faults.add({ kind: "hold" });
    const answer = post({ type: "message", text: "あ" });
    await held.reached;
    expect(connector.botActivities(personal)).toHaveLength(1);
    held.release();
    expect((await answer).status).toBe(201);
  });
});

describe("towards the bot", () => {
  it("sends a message as Teams does, and what people say stands in the conversation", async () => {
    const bot = await startBot(() => ({ status: 200 }));
    connector.connect(bot.url);
    await connector.say(group, takasaki, "要約して");
    expect(bot.received).toMatchObject([
      {
        type: "message",
        text: "<at>AIアシスト</at> 要約して",
        from: { name: "髙﨑 美咲", aadObjectId: takasaki.objectId },
        conversation: { id: group, conversationType: "groupChat", isGroup: true },
        serviceUrl: connector.url,
      },
    ]);
    expect(connector.activities(group)).toHaveLength(1);
    await bot.stop();
  });

  it("resends what is not acknowledged, the same activity, and gives invokes a third of the time", async () => {
    const hasty = await startConnector({ timeScale: 0.01 });
    const bot = await startBot(() => ({ status: 0 }));
    hasty.connect(bot.url);
    const message = await hasty.say(personal, takasaki, "あ");
    const invoke = await hasty.invoke(personal, takasaki, "x", {});
    expect(message.attempts.map(({ failure }) => failure)).toEqual(["timeout", "timeout", "timeout"]);
    expect(invoke.attempts).toHaveLength(3);
    expect(hasty.log.filter(({ request }) => (request as WireActivity).id === message.activity.id)).toHaveLength(3);
    await bot.stop();
    await hasty.stop();
  });

  it("delivers one activity many times at once", async () => {
    const patient = await startConnector();
    const bot = await startBot(() => ({ status: 200 }));
    patient.connect(bot.url);
    await patient.deliverAgain(patient.compose(personal, takasaki, "あ"), 50);
    expect(bot.received).toHaveLength(50);
    expect(new Set(bot.received.map(({ id }) => id)).size).toBe(1);
    await bot.stop();
    await patient.stop();
  });

  it("opens a place for a file that was consented to", async () => {
    const bot = await startBot(() => ({ status: 200, body: {} }));
    connector.connect(bot.url);
    const content = { description: "議事録", sizeInBytes: 3, acceptContext: { job: 1 }, declineContext: {} };
    const contentType = "application/vnd.microsoft.teams.card.file.consent";
    const { body } = await post({ type: "message", attachments: [{ contentType, name: "議事録.docx", content }] });
    await connector.answerFileConsent(personal, takasaki, body!.id!, "accept");
    const { uploadInfo, context } = bot.received[0]!["value"] as {
      uploadInfo: { uploadUrl: string };
      context: unknown;
    };
    expect(context).toEqual({ job: 1 });
    const bytes = new Uint8Array([1, 2, 3]);
    const whole = { "Content-Range": "bytes 0-2/3" };
    const upload = (headers: Record<string, string>) =>
      fetch(uploadInfo.uploadUrl, { method: "PUT", body: bytes, headers });
    expect((await upload({})).status).toBe(400);
    expect((await upload({ ...whole, Authorization: "Bearer x" })).status).toBe(401);
    expect((await upload(whole)).status).toBe(201);
    expect([...connector.files.values()]).toMatchObject([{ name: "議事録.docx" }]);
    await bot.stop();
  });

  it("tells members, and finds the one personal chat with somebody", async () => {
    const members = await ask("GET", `${encodeURIComponent(group)}/members`);
    expect(members.body).toMatchObject([{ name: "髙﨑 美咲", aadObjectId: takasaki.objectId }, {}, {}, {}]);
    expect((await ask("GET", `${encodeURIComponent(group)}/members/29:takasaki`)).status).toBe(200);
    expect((await ask("GET", `${encodeURIComponent(group)}/members/29:nobody`)).status).toBe(404);
    const response = await fetch(`${connector.url}/v3/conversations`, {
      method: "POST",
      body: JSON.stringify({ members: [{ id: takasaki.id }] }),
    });
    expect(await response.json()).toMatchObject({ id: personal });
  });

  it("signed: refuses a bot without its token", async () => {
    const signed = await startConnector({ signed: true });
    const attempt = async (headers: Record<string, string>) =>
      (await fetch(`${signed.url}/v3/conversations/${personal}/members`, { headers })).status;
    expect(await attempt({})).toBe(401);
    expect(await attempt({ Authorization: "Bearer other" })).toBe(401);
    expect(await attempt({ Authorization: `Bearer ${await signed.service!.ownToken!()}` })).toBe(200);
    await signed.stop();
  });
});

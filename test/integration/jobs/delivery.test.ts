import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { rmSync } from "node:fs";
import { createRelay, defaultModelsFile, readModelsFile, relayDefaults, type Relay } from "@genai-office/relay";
import { readConfiguration, startBot, type BotServer } from "@genai-office/teams-bot";
import { openDatabase, type Database } from "@genai-office/shared/database";
import { pino } from "pino";
import { people, startConnector, type Connector, type StandingActivity } from "../../../playground/src/teams/connector";
import { readDocx } from "@genai-office/shared/transcript";
import { longMeeting } from "../../bench/bot/long-meeting";
import { temporaryDatabaseFolder } from "../../support/temporary-database";

const [takasaki] = people as [(typeof people)[0]];
const chat = "a:1takasaki";
const consentType = "application/vnd.microsoft.teams.card.file.consent";
const infoType = "application/vnd.microsoft.teams.card.file.info";

describe("a Word file that somebody accepted", () => {
  let directory: string;
  let database: Database;
  let relay: Relay;
  let connector: Connector;
  let bot: BotServer;
  /** A OneDrive that answers as it is told; then it takes. */
  let drive: Server;
  const answers: (number | "taken, and cut off")[] = [];
  const put: Buffer[] = [];
  const logLines: string[] = [];

  beforeAll(async () => {
    directory = await temporaryDatabaseFolder();
    database = await openDatabase({ kind: "embedded", directory });
    relay = createRelay({
      ...relayDefaults,
      port: 0,
      logLevel: "silent",
      catalogue: readModelsFile(defaultModelsFile),
    });
    const { port } = await relay.start();
    connector = await startConnector({ rateLimits: false });
    drive = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on("data", (part: Buffer) => parts.push(part));
      request.on("end", () => {
        const status = answers.shift() ?? 201;
        if (status === 201 || typeof status === "string") put.push(Buffer.concat(parts));
        if (typeof status === "string") return request.socket.destroy();
        response.writeHead(status).end();
      });
    });
    await new Promise<void>((resolve) => drive.listen(0, "127.0.0.1", resolve));
    bot = await startBot(readConfiguration({ BOT_PORT: "0", RELAY_URL: `http://127.0.0.1:${port}` }), {
      database,
      logger: pino({ level: "trace" }, { write: (line: string) => void logLines.push(line) }),
    });
    connector.connect(`${bot.url}/api/messages`);
    await connector.say(chat, takasaki, "", { files: [{ name: "移転会議.vtt", bytes: longMeeting(1, 8) }] });
    await until(() => offers().length === 1);
  });
  beforeEach(() => {
    answers.length = 0;
    put.length = 0;
  });
  afterAll(async () => {
    await bot.stop();
    await relay.stop();
    await connector.stop();
    await database.close();
    await new Promise<void>((resolve) => drive.close(() => resolve()));
    rmSync(directory, { recursive: true, force: true });
  });

  const until = (holds: () => boolean) => connector.until(holds);
  const withCard = (type: string): StandingActivity[] =>
    connector
      .botActivities(chat)
      .filter(({ activity }) => activity.attachments?.some(({ contentType }) => contentType === type));
  const offers = () => withCard(consentType);
  const shown = () => withCard(infoType);
  const texts = () => connector.botActivities(chat).map(({ activity }) => activity.text ?? "");

  /** Says yes, as Teams does, with a place on the drive. */
  async function accept(offer: StandingActivity, locale = "ja-JP", times = 1) {
    const card = offer.activity.attachments![0]!;
    const { acceptContext } = card.content as { acceptContext: object };
    const uploadInfo = {
      name: card.name,
      uploadUrl: `http://127.0.0.1:${(drive.address() as AddressInfo).port}/place-secret`,
      contentUrl: "https://ministry.sharepoint.example/x.docx",
      uniqueId: "u-1",
      fileType: "docx",
    };
    const value = { type: "fileUpload", action: "accept", context: acceptContext, uploadInfo };
    const further = { replyToId: offer.id, locale };
    const delivered = await connector.invoke(chat, takasaki, "fileConsent/invoke", value, further);
    for (let again = 1; again < times; again += 1) await connector.deliver(delivered.activity);
    return delivered;
  }

  test("is put once, although the invoke comes three times and the drive is away at first; it takes the offer's place", async () => {
    const [offer] = offers();
    answers.push(503);
    expect(await accept(offer!, "ja-JP", 3)).toMatchObject({ status: 200 });
    await until(() => shown().length === 1);
    expect(put).toHaveLength(1);
    expect(readDocx(put[0]!).lines.join()).toContain("移転会議");
    expect(shown()[0]).toMatchObject({ id: offer!.id, editedAt: expect.any(Number) as number });
    expect(offers()).toEqual([]);
    // What was asked goes with the end; the place was a secret.
    await finished();
    expect(await database.query("select input, title from jobs where kind = 'delivery'")).toEqual([
      { input: {}, title: "" },
    ]);
    expect(await database.query("select 1 from job_steps")).toEqual([]);
    expect(logLines.join()).not.toContain("place-secret");
  });

  test("that was accepted before its minutes were stored waits for them: who offered it was killed in between", async () => {
    const count = offers().length;
    await connector.say(chat, takasaki, "", { files: [{ name: "早い会議.vtt", bytes: longMeeting(4, 8) }] });
    await until(() => offers().length === count + 1);
    await finished();
    const before = shown().length;
    // As it stands in the database then.
    const [{ id, record }] = (await database.query<{ id: string; record: object }>(
      "select id, record from jobs join job_records on job = id order by created_at desc limit 1",
    )) as [{ id: string; record: object }];
    await database.query("delete from job_records where job = $1", [id]);
    await database.query("update jobs set state = 'waiting', finished_at = null where id = $1", [id]);
    await accept(offers().at(-1)!);
    const isResting = async () =>
      (await database.query("select 1 from pgboss.job where name = 'chat' and start_after > now()")).length > 0;
    while (!(await isResting())) await new Promise((go) => setTimeout(go, 20));
    expect(put).toEqual([]);
    await database.query("update jobs set state = 'finished', finished_at = now() where id = $1", [id]);
    await database.query("insert into job_records (job, record) values ($1, $2::jsonb)", [id, JSON.stringify(record)]);
    await until(() => shown().length === before + 1);
    expect(put).toHaveLength(1);
  });

  test("that the drive took without anybody hearing of it is shown, though its place is filled when it is put again", async () => {
    const count = offers().length;
    await connector.say(chat, takasaki, "", { files: [{ name: "切断会議.vtt", bytes: longMeeting(5, 8) }] });
    await until(() => offers().length === count + 1);
    const before = shown().length;
    answers.push("taken, and cut off", 404);
    await accept(offers().at(-1)!);
    await until(() => shown().length === before + 1);
    expect(put).toHaveLength(1);
    expect(offers()).toHaveLength(count);
  });

  test.each([
    ["the place is gone", [404], "ja-JP", "保存先の期限が切れたか、すでに保存されています", "not-found"],
    ["the drive refuses", [403], "en-US", "could not be saved in your OneDrive", "forbidden"],
  ])("that cannot be put is told, with a new offer that works: %s", async (_name, statuses, locale, words, code) => {
    // Minutes once more, whose offer it is about.
    const count = offers().length;
    await connector.say(chat, takasaki, "", { files: [{ name: "再会議.vtt", bytes: longMeeting(2, 8) }] });
    await until(() => offers().length === count + 1);
    answers.push(...statuses);
    const offer = offers().at(-1)!;
    await accept(offer, locale);
    await until(() => texts().some((text) => text.includes(words)) && offers().length === count + 1);
    const told = texts().find((text) => text.includes(words))!;
    expect(told).toContain(code);
    const again = offers().at(-1)!;
    expect(again.id).not.toBe(offer.id);
    const before = shown().length;
    await accept(again, locale);
    await until(() => shown().length === before + 1);
    expect(put).toHaveLength(1);
  });

  test.each([
    ["ja-JP", "議事録は30日を過ぎたか、削除されたため、残っていません", "もう一度お送りください"],
    ["en-US", "older than 30 days or were deleted", "Send the transcript once more"],
  ])("whose minutes are gone is told in words, with the way to new ones (%s)", async (locale, why, how) => {
    const count = offers().length;
    await connector.say(chat, takasaki, "", { files: [{ name: "旧会議.vtt", bytes: longMeeting(3, 8) }] });
    await until(() => offers().length === count + 1);
    await finished();
    await database.query("delete from jobs where kind = 'minutes'");
    await accept(offers().at(-1)!, locale);
    await until(() => texts().some((text) => text.includes(why)));
    expect(texts().find((text) => text.includes(why))).toContain(how);
    expect(put).toEqual([]);
    expect(offers()).toHaveLength(count);
  });

  async function finished(): Promise<void> {
    while ((await database.query("select 1 from jobs where finished_at is null")).length > 0)
      await new Promise((go) => setTimeout(go, 20));
  }
});

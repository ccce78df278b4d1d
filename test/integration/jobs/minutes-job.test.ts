import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { openDatabase, type Database } from "@genai-office/shared/database";
import { jobOfPerson, jobsOfPerson } from "@genai-office/shared/jobs";
import { readDocx } from "@genai-office/shared/transcript";
import { createRelayClient } from "@genai-office/shared/relay-client";
import { createRelay, defaultModelsFile, readModelsFile, relayDefaults } from "@genai-office/relay";
import { createJobService, type JobService } from "../../../teams-bot/src/jobs/job-service";
import type { CardPress } from "../../../teams-bot/src/channel/incoming";
import { confirmMinutes } from "../../../teams-bot/src/minutes/minutes-requests";
import { fileOfJob } from "../../../teams-bot/src/minutes/minutes-file";
import type { MinutesInput } from "../../../teams-bot/src/minutes/minutes-input";
import { createMinutesWork } from "../../../teams-bot/src/minutes/minutes-work";
import { defaultRetention } from "../../../teams-bot/src/store/retention";
import { newJob, conversationOf } from "../../support/jobs/new-job";
import { recordedSpeech, type RecordedSpeech } from "../../support/jobs/recorded-speech";
import { temporaryDatabaseFolder } from "../../support/temporary-database";

const owner = { person: "object-hanako", tenant: "tenant-1" };

/** A meeting as Teams writes it. */
function transcript(head = ""): Uint8Array {
  const said: [string, string][] = [
    ["山田 花子", "それでは、窓口予約システムの更新について始めます。"],
    ["鈴木 一郎", "現在の予約件数は月に1,250件です。更新の費用は480万円を見込んでいます。"],
    ["山田 花子", "では、更新は10月1日から始めることに決定します。"],
    ["鈴木 一郎", "承知しました。仕様書は、私が7月31日までに作成します。"],
    ["髙﨑 次郎", "周知の文案は、広報担当と調整する必要があります。"],
  ];
  const cues = said.map(([name, text], index) => {
    const at = (seconds: number): string => `00:00:${String(seconds).padStart(2, "0")}.000`;
    return `${at(index * 10)} --> ${at(index * 10 + 8)}\n<v ${name}>${text}</v>`;
  });
  return new TextEncoder().encode(["WEBVTT", ...(head === "" ? [] : [`NOTE ${head}`]), ...cues].join("\r\n\r\n"));
}

describe("the minutes of a transcript, as a job", () => {
  let directory: string;
  let database: Database;
  let relay: ReturnType<typeof createRelay>;
  let service: JobService;
  let speech: RecordedSpeech;
  const defects: unknown[] = [];
  const seen = new Set<string>();

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
    const relayOf = () => createRelayClient({ baseUrl: `http://127.0.0.1:${port}` });
    const onDefect = (error: unknown): void => void defects.push(error);
    speech = recordedSpeech();
    const tabLink = (id: string): string => `https://teams.example/tab?job=${id}`;
    service = createJobService({
      database,
      works: { minutes: createMinutesWork({ relayOf, tabLink, onDefect }) },
      speech,
      relayOf,
      retention: defaultRetention,
      concurrency: { chat: 2, long: 2 },
      mostOfPerson: 20,
      onDefect,
    });
    service.start();
  });
  beforeEach(() => {
    speech.said.length = 0;
    defects.length = 0;
  });
  afterAll(async () => {
    await service.stop();
    await relay.stop();
    await database.close();
    rmSync(directory, { recursive: true, force: true });
  });

  async function run(input: MinutesInput, material: Uint8Array, change: Parameters<typeof newJob>[0] = {}) {
    const { activity, job } = newJob({ input, material, title: input.file, ...change });
    const { id } = (await service.accept(activity, job))!;
    seen.add(id);
    for (let waited = 0; waited < 30_000; waited += 20) {
      const found = await jobOfPerson(database, owner, id);
      if (found?.job.finishedAt !== undefined) return found;
      await new Promise((go) => setTimeout(go, 20));
    }
    throw new Error("the job did not end");
  }

  test("become a card in the place of the accepted message, a record for the tab, and a Word file that is offered once", async () => {
    const found = await run({ file: "窓口更新_20260715.vtt", place: "第3会議室" }, transcript());
    expect(found.job).toMatchObject({ state: "finished", errorCode: undefined });
    expect(found.job.steps.done).toBe(found.job.steps.planned);
    expect(found.record).toMatchObject({ title: "窓口更新", date: "2026-07-15", place: "第3会議室", mark: "" });
    expect(found.record!.result.decisions.map(({ text }) => text).join()).toContain("10月1日");
    expect(found.record!.result.actions).toMatchObject([{ owner: expect.stringContaining("鈴木") as string }]);
    expect(found.record!.utterances.map(({ label }) => label)[4]).toBe("髙﨑 次郎 00:00:40");
    expect(found.record!.models).toEqual(["オフライン簡易エンジン"]);

    const [accepted, notice, ...others] = speech.posts();
    expect(others).toEqual([]);
    const card = JSON.stringify(speech.updatesOf(accepted!.activity).at(-1)!.card);
    for (const words of [
      "議事録（案）：窓口更新",
      "令和8年7月15日",
      "10月1日",
      "7月31日",
      found.job.id,
      "オフライン簡易エンジン",
    ])
      expect(card).toContain(words);
    expect(notice).toMatchObject({ file: "議事録（案）_窓口更新.docx" });
    const file = (await fileOfJob(database, owner, found.job.id))!;
    expect(file.bytes.length).toBe(notice!.bytes);
    expect(await fileOfJob(database, { ...owner, person: "somebody" }, found.job.id)).toBeUndefined();
    expect(defects).toEqual([]);
  });

  test("are written in the language and the form that the person wishes", async () => {
    const said = [
      "Let us begin with the renewal of the booking system.",
      "We have decided to start the new system on 1 October.",
      "I will send the specification to the vendor by 31 July.",
    ];
    const cues = said.map(
      (text, at) => `00:00:0${at * 2}.000 --> 00:00:0${at * 2 + 1}.000\n<v Hanako Yamada>${text}</v>`,
    );
    const english = new TextEncoder().encode(["WEBVTT", ...cues].join("\n\n"));
    const found = await run({ file: "booking.vtt", language: "en", form: "decisions" }, english);
    expect(found.record).toMatchObject({ language: "en", form: "decisions" });
    expect(found.record!.models).toEqual(["Offline engine"]);
    const file = (await fileOfJob(database, owner, found.job.id))!;
    expect(file.name).toBe("Minutes (draft)_booking.docx");
    const words = readDocx(file.bytes).lines.join("\n");
    expect(words).toContain("1 October");
    expect(words).not.toMatch(/[ぁ-ん]/);
    expect(words).toContain("booking: Decisions and action items");
  });

  test("in a group are shown in the tab, which has the Word file: there is no file consent", async () => {
    const conversation = { ...conversationOf(), kind: "group" as const, locale: "en-US" };
    await run({ file: "窓口更新.vtt" }, transcript(), { conversation });
    const notice = speech.posts().at(-1)!;
    expect(notice).toMatchObject({ file: undefined });
    expect(notice.text).toMatch(/1 decisions.*\[Show beside what was said\]\(https:\/\/teams\.example\/tab\?job=/s);
    expect(notice.text).toContain("“Save as Word”");
  });

  test.each([
    ["機密性3 in a note of the file", "窓口更新.vtt", transcript("機密性3情報"), "confidentiality-blocked"],
    ["機密性3 in its name", "【機密性3情報】窓口更新.vtt", transcript(), "confidentiality-blocked"],
    [
      "機密性3 in what the person wishes",
      "窓口更新.vtt",
      transcript(),
      "confidentiality-blocked",
      "機密性3情報として書く",
    ],
    ["no transcript", "写真.vtt", new Uint8Array(400).map((_, at) => (at * 7) % 32), "document-unsupported"],
    ["no speech", "窓口更新.vtt", new TextEncoder().encode("WEBVTT\n\n"), "no-speech"],
    [
      "a memo",
      "覚え書き.txt",
      new TextEncoder().encode("この紙は打合せの記録ではありません。\n・電池\n・軍手"),
      "no-speech",
    ],
  ])("are refused with the reason: %s", async (_name, file, bytes, code, instruction = "") => {
    const found = await run({ file, confirmed: true, instruction }, bytes);
    expect(found.job).toMatchObject({ state: "failed", errorCode: code });
    const [accepted, ...others] = speech.posts();
    expect(others).toEqual([]);
    expect(speech.updatesOf(accepted!.activity).at(-1)!.text).toContain(code);
  });

  test("of talk without names say that nobody is named; of a file without talk it is told what is read", async () => {
    const talk = ["それでは始めます。", "会費は500円に決定します。", "では、名簿は来週までにお願いします。"].join("\n");
    const found = await run({ file: "集まり.txt" }, new TextEncoder().encode(talk));
    expect(found.job).toMatchObject({ state: "finished" });
    const card = JSON.stringify(speech.said.findLast(({ card }) => card !== undefined)!.card);
    expect(card).toContain("ファイルに発言者の名前がない");
    expect(card).not.toContain("読み取れなかった箇所");

    speech.said.length = 0;
    const memo = await run({ file: "覚え書き.txt" }, new TextEncoder().encode("・電池\n・軍手"));
    expect(memo.job).toMatchObject({ state: "failed", errorCode: "no-speech" });
    expect(memo.record).toBeUndefined();
    expect(speech.said.some(({ file }) => file !== undefined)).toBe(false);
    expect(speech.said.at(-1)!.text).toMatch(
      /発言と分かるものが見つかりませんでした.*何も送っていません.*文字起こしや字幕/s,
    );
    expect(speech.said.at(-1)!.text).not.toContain("文書は");
  });

  test("of a record with times of the day do not say that something could not be read", async () => {
    const typed = "中野課長　14:00\n毛布を更新することに決定します。\n\n原係長　14:02\n承知しました。\n";
    const found = await run({ file: "備蓄.txt" }, new TextEncoder().encode(typed));
    expect(found.job).toMatchObject({ state: "finished" });
    expect(found.record).toMatchObject({ problems: 0 });
    const card = JSON.stringify(speech.said.findLast(({ card }) => card !== undefined)!.card);
    expect(card).not.toContain("読み取れなかった箇所");
  });

  test("of a source that the gate asks about are written once the person has confirmed it", async () => {
    const marked = transcript("取扱注意");
    const asked = await run({ file: "窓口更新.vtt", place: "第3会議室" }, marked);
    expect(asked.job).toMatchObject({ errorCode: "confidentiality-unconfirmed" });
    const question = speech.said.at(-1)!.card as {
      body: { text?: string }[];
      actions: { verb: string; data: object }[];
    };
    expect(question.body.map(({ text = "" }) => text).join()).toContain("「取扱注意」");
    const { verb, data } = question.actions[0]!;
    const press = (objectId: string): CardPress => ({
      kind: "card",
      conversation: conversationOf({ objectId }),
      activityId: randomUUID(),
      verb,
      data: data as CardPress["data"],
      cardActivity: undefined,
    });
    // Somebody else's answer, and a second one, begin nothing.
    for (const objectId of ["object-taro", "object-hanako", "object-hanako"])
      expect(await confirmMinutes(database, service, press(objectId))).toBe(true);
    expect(await confirmMinutes(database, service, { ...press("object-hanako"), verb: "other" })).toBe(false);
    const known = seen.size;
    const latest = async () => (await jobsOfPerson(database, owner))[0]!;
    for (let waited = 0; waited < 30_000 && (await latest()).state !== "finished"; waited += 20)
      await new Promise((go) => setTimeout(go, 20));
    expect(await jobsOfPerson(database, owner)).toHaveLength(known + 1);
    const found = await jobOfPerson(database, owner, (await latest()).id);
    expect(found!.record).toMatchObject({ mark: expect.stringContaining("取扱注意") as string, place: "第3会議室" });
  });
});

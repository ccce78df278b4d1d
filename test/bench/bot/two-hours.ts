import { rmSync } from "node:fs";
import { createRelay, readEnvironment } from "@genai-office/relay";
import { openDatabase, type Database } from "@genai-office/shared/database";
import type { MinutesRecord } from "@genai-office/shared/jobs";
import { readConfiguration, startBot } from "@genai-office/teams-bot";
import { pino } from "pino";
import { startConnector } from "../../../playground/src/teams/connector";
import { temporaryDatabaseFolder } from "../../support/temporary-database";
import { startPlantingModel } from "../minutes/planting-model";
import { longMeeting } from "./long-meeting";
import { startNarrowModel } from "./narrow-model";

/** What became of one long meeting on its way through the whole bot. */
export interface TwoHoursOutcome {
  /** Characters of what was said. */
  characters: number;
  utterances: number;
  contextTokens: number;
  /** Requests at the model, and those that did not fit. */
  prompts: number;
  promptsRefused: number;
  largestPromptTokens: number;
  lines: number;
  decisions: number;
  actionItems: number;
  speakers: number;
  /** Where in the meeting the last line is from that the minutes cite: share of its utterances. */
  lastCited: number;
  /** How often the "accepted" message told how far the job is. */
  progressUpdates: number;
  /** The card replaced that message. */
  answerInPlace: boolean;
  notices: number;
  milliseconds: number;
}

/** A transcript of two hours has about 36,000 characters, at 300 a minute. */
const turns = 780;
const contextTokens = 8_192;
const longestMs = 120_000;

/**
 * Sends a meeting of two hours to a bot, over the wire of Teams, with a relay whose model takes 8k tokens and refuses more,
 * and waits for the minutes.
 * @param options how long the model thinks, and how often progress is posted; milliseconds
 * @throws Error when the minutes did not come
 */
export async function runTwoHours(options: { thinkMs: number; progressMs: number }): Promise<TwoHoursOutcome> {
  const directory = await temporaryDatabaseFolder();
  const database = await openDatabase({ kind: "embedded", directory });
  const writer = await startPlantingModel(0, turns);
  const model = await startNarrowModel(writer.url, contextTokens, options.thinkMs);
  const settings = readEnvironment({
    LOG_LEVEL: "silent",
    GENAI_UPSTREAM_URL: model.url,
    GENAI_UPSTREAM_MODEL: "narrow",
    GENAI_UPSTREAM_CLEARANCE: "2",
    GENAI_UPSTREAM_CONTEXT_TOKENS: String(contextTokens),
  });
  delete settings.database;
  const relay = createRelay({ ...settings, port: 0 });
  const { port } = await relay.start();
  const connector = await startConnector({ rateLimits: false });
  const configuration = readConfiguration({ BOT_PORT: "0", RELAY_URL: `http://127.0.0.1:${port}` });
  configuration.jobs.pace = { storeMs: Math.min(1_000, options.progressMs), postMs: options.progressMs };
  const bot = await startBot(configuration, { database, logger: pino({ level: "silent" }) });
  try {
    connector.connect(`${bot.url}/api/messages`);
    const chat = connector.conversations.find(({ kind }) => kind === "personal")!;
    const begun = performance.now();
    const file = { name: "二時間会議_20260715.vtt", bytes: longMeeting(1, turns) };
    await connector.say(chat.id, chat.members[0]!, "", { files: [file] });
    const record = await finished(database);
    const milliseconds = Math.round(performance.now() - begun);
    const said = connector.botActivities(chat.id);
    const offers = said.filter(({ activity }) => JSON.stringify(activity).includes("file.consent"));
    const cards = said.filter(({ activity }) => JSON.stringify(activity).includes("AdaptiveCard"));
    const updates = connector.sent({ method: "PUT", conversation: chat.id });
    const { topics, decisions, actions, speakers } = record.result;
    const lines = [...topics.flatMap(({ discussion }) => discussion), ...decisions, ...actions.map(({ task }) => task)];
    const order = new Map(record.utterances.map(({ id }, index) => [id, index]));
    const cited = lines.flatMap(({ sources }) => sources.map((id) => order.get(id) ?? 0));
    return {
      characters: record.utterances.reduce((sum, { text }) => sum + text.length, 0),
      utterances: record.utterances.length,
      contextTokens,
      prompts: model.prompts,
      promptsRefused: model.refused,
      largestPromptTokens: model.largestTokens,
      lines: lines.length,
      decisions: decisions.length,
      actionItems: actions.length,
      speakers: speakers.length,
      lastCited: Math.max(...cited) / record.utterances.length,
      progressUpdates: updates.filter(({ request }) => /作成しています（\d+\/\d+）/.test(request.text ?? "")).length,
      answerInPlace: cards.length === 1 && cards[0]!.editedAt !== undefined,
      notices: offers.length,
      milliseconds,
    };
  } finally {
    await bot.stop();
    await relay.stop();
    await Promise.all([connector.stop(), model.stop(), writer.close()]);
    await database.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function finished(database: Database): Promise<MinutesRecord> {
  for (const until = performance.now() + longestMs; performance.now() < until;) {
    const [row] = await database.query<{ state: string; code: string | null; record: MinutesRecord | null }>(
      "select state, error_code as code, record from jobs left join job_records on job = id where finished_at is not null",
    );
    if (row?.record) return row.record;
    if (row !== undefined) throw new Error(`the minutes ended as ${row.state} ${row.code ?? ""}`);
    await new Promise((go) => setTimeout(go, 50));
  }
  throw new Error("the minutes did not come");
}

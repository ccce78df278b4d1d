import { openDatabase, type Database } from "@genai-office/shared/database";
import { people, startConnector, type Connector, type ConnectorPerson } from "../../../playground/src/teams/connector";
import { PostgresqlMissing } from "../../support/postgresql/find-postgresql";
import { startPostgresql, type ThrowawayServer } from "../../support/postgresql/start-postgresql";
import { startCountingRelay, type CountingRelay } from "../bot/counting-relay";
import { commitMoments, runStorm, type StormOutcome } from "../bot/job-storm";
import { prepareNode, type NodeProcess } from "../bot/node-process";
import { environmentOf } from "../bot/signed-service";
import { createTurns, type Turns } from "../bot/turn-load";
import { runTwoHours, type TwoHoursOutcome } from "../bot/two-hours";
import { formatTable, MeasurementImpossible, type Measure } from "../measurement";

const targets = ["ours", "echo"] as const;
type Target = (typeof targets)[number];
type PerTarget<Value> = Record<Target, Value>;

const warmUpTurns = 40;
const rounds = 12;
const turnsPerRound = 20;
const throughputRounds = 3;
const throughputMs = 2_000;
const atOnce = 16;
/** A question as people ask it; it becomes a job with an answer of its own. */
const question = "来年度の窓口予約システムの更新について、気をつけることは何ですか。";
/** Milliseconds that a step takes at the model, about. */
const stepMs = 150;
const stormMessages = 24;
const stormTurns = 200;
const stormKills = 6;
/** How long the model of the long meeting thinks about each prompt, and how often progress is posted there. Milliseconds. */
const twoHours = { thinkMs: 500, progressMs: 1_000 };

/**
 * The bot beside an echo bot on the same SDK, in turns: how long the connector waits for its acknowledgement, and how many
 * messages a second are acknowledged; a meeting of two hours on a model of 8k tokens; then two nodes of the bot with work of
 * every kind, which are killed again and again (docs/measurements.md, `bot`). Teams is our own connector with signed tokens; both bots check them.
 */
export const measure: Measure = async () => {
  const server = await startPostgresql().catch((error: unknown) => {
    throw error instanceof PostgresqlMissing ? new MeasurementImpossible(error.message) : error;
  });
  const database = await openDatabase(server.settings);
  const connector = await startConnector({ signed: true, rateLimits: false, people: manyPeople(60), timeScale: 0.1 });
  const relay = await startCountingRelay(stepMs);
  const parts = { server, database, connector, relay, environment: await nodeEnvironment(server, connector, relay) };
  try {
    const turns = await compare(parts);
    const meeting = await runTwoHours(twoHours);
    const storm = await underKills(parts);
    return report(turns, meeting, storm);
  } finally {
    await connector.stop();
    await relay.stop();
    await database.close();
    await server.stop();
  }
};

interface Parts {
  server: ThrowawayServer;
  database: Database;
  connector: Connector;
  relay: CountingRelay;
  environment: Record<string, string>;
}

async function nodeEnvironment(
  server: ThrowawayServer,
  connector: Connector,
  relay: CountingRelay,
): Promise<Record<string, string>> {
  return {
    ...(await environmentOf(connector)),
    RELAY_URL: relay.url,
    DATABASE_URL: server.url,
    DATABASE_PASSWORD_FILE: server.passwordFile,
    // By it the answers name their jobs.
    BOT_TEAMS_APP_ID: "0f0f0f0f-aaaa-4bbb-8ccc-000000000300",
    BOT_JOBS_PER_PERSON: "100",
  };
}

interface TurnFigures {
  ackMs: PerTarget<number[]>;
  perSecond: PerTarget<number[]>;
  refused: PerTarget<number>;
  memoryMb: PerTarget<number | null>;
}

async function compare({ database, connector, environment }: Parts): Promise<TurnFigures> {
  const nodes: PerTarget<NodeProcess> = {
    ours: await (await prepareNode("bot-node.ts", environment)).start(),
    echo: await (await prepareNode("echo-bot.ts", environment)).start(),
  };
  const turns: Turns = createTurns(connector, question);
  const figures: TurnFigures = {
    ackMs: { ours: [], echo: [] },
    perSecond: { ours: [], echo: [] },
    refused: { ours: 0, echo: 0 },
    memoryMb: { ours: null, echo: null },
  };
  try {
    for (const target of targets) await turns.sequence(nodes[target].url, warmUpTurns);
    for (let round = 0; round < rounds; round += 1)
      for (const target of round % 2 === 0 ? targets : [...targets].reverse()) {
        // What the last round began is done with: it would be the other bot's burden as well.
        await idle(database);
        const times = await turns.sequence(nodes[target].url, turnsPerRound);
        figures.ackMs[target].push(...times.acknowledged);
        figures.refused[target] += times.refused;
      }
    for (let round = 0; round < throughputRounds; round += 1)
      for (const target of targets) {
        await forget(database);
        figures.perSecond[target].push(await turns.throughput(nodes[target].url, atOnce, throughputMs));
      }
    for (const target of targets) figures.memoryMb[target] = nodes[target].memoryMb();
  } finally {
    await forget(database);
    await Promise.all(targets.map((target) => nodes[target].kill()));
  }
  return figures;
}

async function idle(database: Database): Promise<void> {
  const open = "select 1 from jobs where finished_at is null limit 1";
  for (let waited = 0; waited < 60_000 && (await database.query(open)).length > 0; waited += 50)
    await new Promise((go) => setTimeout(go, 50));
}

async function forget(database: Database): Promise<void> {
  await database.query("delete from pgboss.job");
  await database.query("delete from jobs");
}

/** Everybody of the storm writes in a chat where nothing was said before. */
function underKills({ database, connector, relay, environment }: Parts): Promise<StormOutcome> {
  relay.asked.length = 0;
  for (const { id } of connector.conversations) connector.conversation(id).activities.length = 0;
  return runStorm({
    database,
    connector,
    relay,
    prepareNode: () => prepareNode("bot-node.ts", environment),
    messages: stormMessages,
    turns: stormTurns,
    moments: commitMoments,
    kills: stormKills,
    shortestMs: 500,
    longestMs: 4_000,
    withinMs: 120_000,
  });
}

function report(figures: TurnFigures, meeting: TwoHoursOutcome, storm: StormOutcome): Awaited<ReturnType<Measure>> {
  const of = (target: Target) => ({
    p50: round(quantile(figures.ackMs[target], 0.5), 2),
    p99: round(quantile(figures.ackMs[target], 0.99), 2),
  });
  const [ackMs, echoAckMs] = [of("ours"), of("echo")];
  const turnsPerSecond = {
    ours: Math.round(quantile(figures.perSecond.ours, 0.5)),
    echo: Math.round(quantile(figures.perSecond.echo, 0.5)),
  };
  const rows = targets.map((target) => {
    const { p50, p99 } = of(target);
    return [target, p50, p99, turnsPerSecond[target], figures.refused[target], figures.memoryMb[target]];
  });
  const { memoryMb, ...outcome } = storm;
  return {
    table: [
      formatTable(["", "acknowledged ms p50", "p99", "turns/s", "refused", "MB"], rows),
      `two hours of a meeting (${meeting.characters} characters) on ${meeting.contextTokens} tokens: ${meeting.prompts} prompts, the largest ${meeting.largestPromptTokens} tokens with its answer, ${meeting.promptsRefused} refused; ${meeting.lines} lines, ${meeting.decisions} decisions, ${meeting.actionItems} action items; ${meeting.progressUpdates} times progress, ${meeting.notices} notice, the answer ${meeting.answerInPlace ? "" : "not "}in the place of the "accepted" message; ${meeting.milliseconds} ms`,
      formatTable(
        ["killed", "jobs", "finished"],
        Object.entries(outcome.byKind).map(([kind, { jobs, finished }]) => [kind, jobs, finished]),
      ),
      `${outcome.kills} kills (-9) of two nodes, ${outcome.killsBeforeCommit} requests taken by the connector and not yet answered then: ${outcome.finished} of ${outcome.jobs} jobs finished, ${outcome.toldInterrupted} of them by telling that the answer of an app was lost; ${outcome.steps} steps asked, ${outcome.checkpointedStepsRepeated} of them after they were checkpointed; AI apps asked ${outcome.invocations} times, ${outcome.invocationsRepeated} of them again`,
      `${outcome.finalPosts} final answers stand (${outcome.finalPostsExpected} expected), ${outcome.finalReplacements} of them on the activity that is stored; ${outcome.notices} offers and files shown, ${outcome.filesShown} files shown; ${outcome.orphans} messages that nothing replaced`,
    ].join("\n"),
    json: { ackMs, echoAckMs, turnsPerSecond, memoryMb, ...outcome, twoHours: meeting, idleMemoryMb: figures.memoryMb },
  };
}

/** Nobody of these exists. */
function manyPeople(count: number): ConnectorPerson[] {
  return Array.from({ length: count }, (_, index) => ({
    ...people[index % people.length]!,
    id: `29:person${index}`,
    objectId: `0f0f0f0f-aaaa-4bbb-8ccc-${String(index).padStart(12, "0")}`,
  }));
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

import { openDatabase, type Database } from "@genai-office/shared/database";
import { startConnector, type Connector } from "../../../playground/src/teams/connector";
import { startCountingRelay, type CountingRelay } from "../../bench/bot/counting-relay";
import { commitMoments, runStorm } from "../../bench/bot/job-storm";
import { prepareNode } from "../../bench/bot/node-process";
import { stormKinds } from "../../bench/bot/storm-messages";
import { environmentOf } from "../../bench/bot/signed-service";
import { startPostgresql, type ThrowawayServer } from "../../support/postgresql/start-postgresql";

describe("two nodes of the bot on one PostgreSQL, of which one is killed at any moment", () => {
  let server: ThrowawayServer;
  let database: Database;
  let connector: Connector;
  let relay: CountingRelay;

  beforeAll(async () => {
    server = await startPostgresql();
    database = await openDatabase(server.settings);
    connector = await startConnector({ signed: true, rateLimits: false, timeScale: 0.02 });
    relay = await startCountingRelay(120);
  });
  afterAll(async () => {
    await connector.stop();
    await relay.stop();
    await database.close();
    await server.stop();
  });

  test("finish every job of every kind; no checkpointed step and no app is asked again; each has one answer, in its place", async () => {
    const signed = await environmentOf(connector);
    const outcome = await runStorm({
      database,
      connector,
      relay,
      prepareNode: () =>
        prepareNode("bot-node.ts", {
          ...signed,
          RELAY_URL: relay.url,
          DATABASE_URL: server.url,
          DATABASE_PASSWORD_FILE: server.passwordFile,
          BOT_TEAMS_APP_ID: "0f0f0f0f-aaaa-4bbb-8ccc-000000000300",
          BOT_JOBS_PER_PERSON: "50",
          BOT_NODE_TIMERS: JSON.stringify({ leaseMs: 4_000, holdMs: 400, lookMs: 200, reclaimMs: 200, stopMs: 5_000 }),
        }),
      messages: 6,
      turns: 60,
      moments: commitMoments.slice(0, 1),
      kills: 1,
      shortestMs: 300,
      longestMs: 3_000,
      withinMs: 60_000,
    });
    expect(outcome).toMatchObject({ failures: [], checkpointedStepsRepeated: 0, invocationsRepeated: 0 });
    const { jobs, finished, toldInterrupted, byKind, killsBeforeCommit, kills, filesShown, orphans } = outcome;
    expect(finished).toBe(jobs);
    expect(toldInterrupted).toBeLessThanOrEqual(1);
    expect(Object.keys(byKind)).toEqual(expect.arrayContaining([...stormKinds]));
    for (const kind of stormKinds) expect(byKind[kind]!.jobs).toBe(1);
    expect(outcome.finalPosts).toBe(outcome.finalPostsExpected);
    expect(outcome.finalReplacements).toBe(outcome.finalPostsExpected);
    // Noted before it is tried: a kill between the two leaves no offer of the file, and so no delivery.
    expect(filesShown).toBe(byKind.delivery?.jobs ?? 0);
    expect(filesShown).toBeLessThanOrEqual(1);
    expect(killsBeforeCommit).toBeGreaterThan(0);
    expect(outcome.steps).toBeGreaterThan(5);
    // What the connector had taken and nobody had stored; a random kill may hit that moment as well.
    expect(orphans).toBeGreaterThanOrEqual(killsBeforeCommit);
    expect(orphans).toBeLessThanOrEqual(killsBeforeCommit + kills);
  });
});

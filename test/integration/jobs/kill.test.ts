import { openDatabase, type Database } from "@genai-office/shared/database";
import { startConnector, type Connector } from "../../../playground/src/teams/connector";
import { startCountingRelay, type CountingRelay } from "../../bench/bot/counting-relay";
import { runStorm } from "../../bench/bot/job-storm";
import { prepareNode } from "../../bench/bot/node-process";
import { environmentOf } from "../../bench/bot/signed-service";
import { startPostgresql, type ThrowawayServer } from "../../support/postgresql/start-postgresql";

jest.setTimeout(180_000);

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

  test("finish every job; no checkpointed step runs again; each job has one answer, in place, and one notice at most", async () => {
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
      jobs: 4,
      turns: 100,
      kills: 2,
      shortestMs: 300,
      longestMs: 2_000,
      withinMs: 60_000,
    });
    expect(outcome).toMatchObject({
      jobs: 4,
      finished: 4,
      checkpointedStepsRepeated: 0,
      finalPosts: 4,
      finalReplacements: 4,
    });
    expect(outcome.killsBeforeCommit).toBeGreaterThan(0);
    expect(outcome.steps).toBeGreaterThan(8);
    // Noted before it is tried: a kill between the two leaves none.
    expect(outcome.notices).toBeLessThanOrEqual(4);
    expect(outcome.notices).toBeGreaterThanOrEqual(4 - outcome.kills);
    // What the connector had taken and nobody had stored; a random kill may hit that moment as well.
    expect(outcome.orphans).toBeGreaterThanOrEqual(outcome.killsBeforeCommit);
    expect(outcome.orphans).toBeLessThanOrEqual(outcome.killsBeforeCommit + outcome.kills);
  });
});

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createNodeReports } from "../../../../relay/src/admin/node-reports";
import { probeEndpoint } from "../../../../relay/src/admin/reachability/probe-endpoint";
import type { Database } from "@genai-office/shared/database";

/** Half of it was once told as a difference of the clocks. */
const waitMs = 1_500;
const wait = () => new Promise((resolve) => setTimeout(resolve, waitMs));

let server: Server;
let answers: () => Promise<void>;

beforeAll(async () => {
  server = createServer((_request, response) => void answers().then(() => response.end()));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

test("the clock of a server that takes its time is not told to be off", async () => {
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  answers = () => wait().then(() => undefined);
  const slow = await probeEndpoint({ origin, url: origin, models: [] });
  expect(slow.answersInMs).toBeGreaterThanOrEqual(waitMs - 100);
  expect(slow.clockAheadMs).toBe(0);
});

test("the clock of a database that is busy is not told to be off", async () => {
  const busy = { kind: "embedded", query: () => wait().then(() => [{ now: Date.now() }]) } as unknown as Database;
  const reports = createNodeReports({ database: busy, settingsVersion: () => "none" });
  expect(await reports.databaseStatus()).toMatchObject({ kind: "embedded", clockAheadMs: 0 });
});

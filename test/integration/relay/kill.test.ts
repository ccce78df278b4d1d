import { rmSync } from "node:fs";
import type { Acknowledged } from "../../bench/relay/load-process";
import { answerOnce } from "../../bench/relay/answer-once";
import { rowsLost } from "../../bench/relay/rows-lost";
import { startSignIn, type MeasuredSignIn } from "../../bench/relay/sign-in";
import { temporaryDatabaseFolder } from "../../support/temporary-database";
import { startLoadProcesses, type LoadProcesses } from "./load-processes";

describe("a relay that is killed under load", () => {
  let signIn: MeasuredSignIn;
  let processes: LoadProcesses;
  let directory: string;

  beforeAll(async () => {
    signIn = await startSignIn();
    directory = await temporaryDatabaseFolder();
    processes = await startLoadProcesses({ ...signIn.environment, DATABASE_DIRECTORY: directory }, signIn.tokens);
  });
  afterAll(async () => {
    await processes.stop();
    await signIn.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  test("has everything on record that a client was told had begun, also after it was started again", async () => {
    const told = processes.ask<Acknowledged>({ kind: "acknowledged", concurrency: 40 });
    // Under load for some time: at least the streams that do not end by themselves are open.
    for (let held = 0; held < 20; held = (await processes.state()).held) await new Promise((go) => setTimeout(go, 50));
    await new Promise((go) => setTimeout(go, 1_000));
    await processes.relay.kill();
    const acknowledged = await told;
    expect(acknowledged.begun.length).toBeGreaterThan(20);
    expect(acknowledged.ended.length).toBeGreaterThan(0);

    const again = await processes.relay.again();
    await answerOnce(again.port, signIn.tokens[0]!);
    const found = await again.stop((dataFolder) => rowsLost(dataFolder, acknowledged));
    expect(found).toMatchObject({ lost: 0, open: 0, chainIntact: true });
    // The streams that never end by themselves, at least.
    expect(found.interrupted).toBeGreaterThanOrEqual(20);
  });
});

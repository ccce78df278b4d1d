import { createNodeReports } from "../../../../relay/src/admin/node-reports";
import { createUsageReports } from "../../../../relay/src/admin/usage-reports";
import type { Database } from "@genai-office/shared/database";

/** Answers nothing until it is told to; counts what it was asked. */
function hangingDatabase() {
  let hangs = true;
  let asked = 0;
  const query = (): Promise<never[]> => {
    asked++;
    return hangs ? new Promise(() => undefined) : Promise.resolve([]);
  };
  const database = { kind: "postgresql", query, aside: { query } } as unknown as Database;
  return { database, asked: () => asked, answers: () => void (hangs = false) };
}

test("the status is told without the database, and asks it once however often the page is loaded", async () => {
  const { database, asked } = hangingDatabase();
  const failures: unknown[] = [];
  const reports = createNodeReports({
    database,
    settingsVersion: () => "none",
    onFailure: (error) => void failures.push(error),
  });
  const begun = performance.now();
  const told = await Promise.all([reports.databaseStatus(), reports.databaseStatus()]);
  expect(told).toEqual([{ kind: "postgresql" }, { kind: "postgresql" }]);
  expect(performance.now() - begun).toBeLessThan(8_000);
  expect(failures).toHaveLength(2);
  expect(asked()).toBe(1);
});

test("a node that stops does not wait for a database that hangs", async () => {
  const reports = createNodeReports({ database: hangingDatabase().database, settingsVersion: () => "none" });
  reports.start();
  const begun = performance.now();
  await reports.stop();
  expect(performance.now() - begun).toBeLessThan(8_000);
});

test("a report that hangs ends, those that wait behind it as well, and later ones are made", async () => {
  const { database, asked, answers } = hangingDatabase();
  const reports = createUsageReports(database, undefined, 50);
  const of = (day: string) => reports.report({ from: day, to: day, by: "task" }, {});
  const told = await Promise.allSettled([of("2026-06-01"), of("2026-06-02"), of("2026-06-03")]);
  expect(told.map((one) => one.status === "rejected" && (one.reason as { code: string }).code)).toEqual(
    Array(3).fill("unavailable"),
  );
  expect(asked()).toBe(1);
  answers();
  expect(await of("2026-06-01")).toMatchObject({ rows: [] });
});

import { createEntryQueue } from "../../../../relay/src/audit/entry-queue";
import { NotWrittenError } from "../../../../relay/src/audit/not-written-error";
import { DatabaseError } from "@genai-office/shared/database";

/** A database that answers when it is told to; by default it hangs. */
function hangingDatabase() {
  const asked: { contents: string[]; answer(error?: Error): void }[] = [];
  let next = 1;
  return {
    asked,
    queryOften: (_sql: string, [contents]: readonly unknown[]) =>
      new Promise<never[]>((resolve, reject) => {
        const given = contents as string[];
        asked.push({
          contents: given,
          answer(error) {
            if (error !== undefined) return reject(error);
            resolve([{ first: next }] as never);
            next += given.length;
          },
        });
      }),
  };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

function queueOn(
  database: ReturnType<typeof hangingDatabase>,
  options: { mostWaiting?: number; mostKept?: number } = {},
) {
  const failures: [error: unknown, kept: number][] = [];
  const queue = createEntryQueue(database as never, {
    onFailure: (error, kept) => void failures.push([error, kept]),
    retryMs: 1,
    idleMs: 0,
    ...options,
  });
  return { queue, failures };
}

test("beyond a bound nothing more is taken in: who waits for a database that hangs does not fill the memory", async () => {
  const database = hangingDatabase();
  const { queue } = queueOn(database, { mostWaiting: 10 });
  const waiting: Promise<number>[] = [queue.append("0", 60_000)];
  await turn();
  for (let index = 1; index <= 10; index++) waiting.push(queue.append(String(index), 60_000));
  for (let index = 0; index < 100; index++)
    await expect(queue.append("more", 60_000)).rejects.toBeInstanceOf(NotWrittenError);
  database.asked[0]!.answer();
  await turn();
  database.asked[1]!.answer();
  expect(await Promise.all(waiting)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  expect(database.asked[1]!.contents).toHaveLength(10);
});

test("what waited too long leaves the queue; what is on its way may be written all the same", async () => {
  const database = hangingDatabase();
  const { queue } = queueOn(database);
  const sent = queue.append("sent", 20);
  await turn();
  const withdrawn = queue.append("withdrawn", 20);
  await expect(withdrawn).rejects.toBeInstanceOf(NotWrittenError);
  await expect(sent).rejects.not.toBeInstanceOf(NotWrittenError);
  database.asked[0]!.answer();
  const last = queue.append("last", 60_000);
  await turn();
  database.asked[1]!.answer();
  expect(await last).toBe(2);
  expect(database.asked.map(({ contents }) => contents)).toEqual([["sent"], ["last"]]);
});

test("a statement that the database refused wrote nothing; a lost connection leaves that open", async () => {
  const database = hangingDatabase();
  const { queue, failures } = queueOn(database);
  const refused = queue.append("refused", 60_000);
  await turn();
  database.asked[0]!.answer(new DatabaseError("23505"));
  await expect(refused).rejects.toMatchObject({ name: "NotWrittenError", cause: { code: "23505" } });
  const lost = queue.append("lost", 60_000);
  await turn();
  database.asked[1]!.answer(new DatabaseError("CONNECTION"));
  await expect(lost).rejects.toMatchObject({ name: "DatabaseError" });
  expect(failures).toHaveLength(2);
});

test("entries that nobody waits for are dropped beyond their own bound, which is told once and counted", async () => {
  const database = hangingDatabase();
  const { queue, failures } = queueOn(database, { mostKept: 3 });
  queue.appendLater("sent");
  while (database.asked.length === 0) await turn();
  for (let index = 0; index < 50; index++) queue.appendLater(String(index));
  expect(failures).toHaveLength(1);
  database.asked[0]!.answer();
  await turn();
  database.asked[1]!.answer();
  expect(await queue.close(1000)).toBe(0);
  expect(database.asked[1]!.contents).toEqual(["0", "1", "2"]);
  expect(queue.dropped()).toBe(47);
});

test("what is left when the queue is closed is counted and not tried again: it would keep the process alive", async () => {
  const database = hangingDatabase();
  const { queue } = queueOn(database);
  queue.appendLater("left");
  while (database.asked.length === 0) await turn();
  expect(await queue.close(20)).toBe(1);
  database.asked[0]!.answer(new DatabaseError("CONNECTION"));
  // Far more turns than the pause after a failure takes.
  for (const end = performance.now() + 50; performance.now() < end;) await turn();
  expect(database.asked).toHaveLength(1);
});

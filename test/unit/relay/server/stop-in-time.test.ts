import pino from "pino";
import { stopInTime, type StoppingPart } from "../../../../relay/src/server/stop-in-time";

const lines: Record<string, unknown>[] = [];
const logger = pino({}, { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) });
beforeEach(() => void (lines.length = 0));

const never = () => new Promise(() => undefined);
const part = (name: string, stop: () => Promise<unknown>, longestMs = 30): StoppingPart => ({ name, stop, longestMs });

test("what hangs is left and named, and what comes after it is stopped nevertheless", async () => {
  const stopped: string[] = [];
  const stops = (name: string) => part(name, () => Promise.resolve(stopped.push(name)));
  const fails = part("fails", () => Promise.reject(new Error("no")));
  await stopInTime([[part("hangs", never), stops("beside"), fails], [stops("after")]], 10_000, logger);
  expect(stopped).toEqual(["beside", "after"]);
  expect(lines).toEqual([
    expect.objectContaining({ part: "fails" }),
    expect.objectContaining({ level: 50, left: ["hangs"] }),
  ]);
});

test("all of them together have an end, however long each may take", async () => {
  const patient = (name: string) => part(name, never, 1_000_000);
  await stopInTime([[patient("one")], [patient("two")]], 30, logger);
  expect(lines.map(({ left }) => left)).toEqual([["one"], ["two"]]);
});

test("nothing is said where everything stops", async () => {
  await stopInTime([[part("one", () => Promise.resolve())]], 1000, logger);
  expect(lines).toEqual([]);
});

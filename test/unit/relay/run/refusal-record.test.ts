import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { GenaiError, type GenaiErrorCode } from "@genai-office/shared/vocabulary";
import type { StepFacts } from "../../../../relay/src/audit/step-entries";
import { localCaller } from "../../../../relay/src/policy/caller";
import { createRefusalRecord, type RefusalRecordOptions } from "../../../../relay/src/run/refusal-record";
import { stepOf } from "../../../support/test-step";

interface Row {
  person: string;
  request: string;
  code: string;
  more: Record<string, number> | undefined;
}

let rows: Row[];
let wrote: () => void;
beforeEach(() => {
  rows = [];
  wrote = () => undefined;
});

function recordWith(options: RefusalRecordOptions = {}) {
  return createRefusalRecord(
    {
      refuse: async ({ person, request }, code, more) => {
        rows.push({ person, request, code, more });
        wrote();
      },
    },
    options,
  );
}

const facts = (person: string, requestId: string): StepFacts => ({
  requestId,
  route: "steps",
  caller: { ...localCaller, pseudonym: person },
  step: stepOf("summarize"),
  settingsVersion: "none",
});
const error = (code: GenaiErrorCode): GenaiError => new GenaiError(code, "refused");

/** Refusals that the rows stand for. */
const told = (of = rows): number =>
  of.reduce((sum, { more = {} }) => sum + 1 + Object.values(more).reduce((a, b) => a + b, 0), 0);

test("a program in a loop fills 21 rows a minute, and they tell of every refusal", async () => {
  const record = recordWith();
  for (let times = 0; times < 5000; times++)
    await record.refuse(facts("anna", `r${times}`), error(times % 5 === 0 ? "bad-request" : "model-unknown"));
  expect(rows).toHaveLength(20);
  await record.close();
  expect(rows).toHaveLength(21);
  expect(rows.at(-1)).toEqual({
    person: "anna",
    request: "r4999",
    code: "model-unknown",
    more: { "bad-request": 996, "model-unknown": 3983 },
  });
  expect(told()).toBe(5000);
});

test("another person's refusals have rows of their own", async () => {
  const record = recordWith({ ownEntries: 2 });
  for (let times = 0; times < 10; times++) await record.refuse(facts("anna", "a"), error("model-unknown"));
  await record.refuse(facts("ben", "b"), error("confidentiality-blocked"));
  expect(rows.filter(({ person }) => person === "ben")).toHaveLength(1);
  await record.close();
  expect(told(rows.filter(({ person }) => person === "anna"))).toBe(10);
  await record.close();
  expect(told()).toBe(11);
});

test("the count is written when the minute is over, and then each has a row again", async () => {
  const record = recordWith({ ownEntries: 1, windowMs: 30 });
  await record.refuse(facts("anna", "1"), error("model-unknown"));
  const summed = new Promise<void>((resolve) => (wrote = resolve));
  await record.refuse(facts("anna", "2"), error("model-unknown"));
  await record.refuse(facts("anna", "3"), error("bad-request"));
  await summed;
  expect(rows.at(-1)).toMatchObject({ request: "3", code: "bad-request", more: { "model-unknown": 1 } });
  await record.refuse(facts("anna", "4"), error("model-unknown"));
  expect(rows.at(-1)).toMatchObject({ request: "4" });
  await record.close();
  expect(told()).toBe(4);
});

test("what came too fast is in the log only", async () => {
  const record = recordWith();
  await record.refuse(facts("anna", "1"), error("rate-limited"));
  await record.close();
  expect(rows).toEqual([]);
});

test("of a refusal that is only counted nothing is kept but what will be written", async () => {
  const record = recordWith({ ownEntries: 0 });
  // Made and handed over in a frame of its own, so that nothing here holds them.
  const kept = await (async () => {
    const [step, cause] = [stepOf("summarize"), { body: "x" }];
    await record.refuse({ ...facts("anna", "1"), step }, new GenaiError("model-unknown", "refused", { cause }));
    return [new WeakRef(step), new WeakRef(cause)];
  })();
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  await new Promise((resolve) => setImmediate(resolve));
  collect();
  expect(kept.map((one) => one.deref())).toEqual([undefined, undefined]);
  await record.close();
  expect(rows).toMatchObject([{ person: "anna", request: "1", code: "model-unknown" }]);
});

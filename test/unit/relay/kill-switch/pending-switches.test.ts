import { createKillSwitch, type KillSwitchOptions } from "../../../../relay/src/kill-switch/kill-switch";
import { memorySwitchStore, type SwitchStore } from "../../../../relay/src/kill-switch/switch-store";

const step = { task: "summarize", model: "m-1" } as const;
const subject = { scope: "task", task: "summarize" } as const;

/** A store that can be cut off, with a poll that is asked for by hand. */
function cuttable() {
  const inner = memorySwitchStore();
  let away = false;
  const reach = <Answer>(ask: () => Promise<Answer>) => (away ? Promise.reject(new Error("away")) : ask());
  const store: SwitchStore = {
    read: () => reach(() => inner.read()),
    put: (...given) => reach(() => inner.put(...given)),
    remove: (given) => reach(() => inner.remove(given)),
  };
  return { inner, store, cut: (is: boolean) => void (away = is) };
}

function nodeOn(store: SwitchStore, options: Partial<KillSwitchOptions> = {}) {
  return createKillSwitch({ store, longestWaitMs: 100, pollMs: 5, ...options });
}

async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; waited < 60_000 && !holds(); waited += 5) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(holds()).toBe(true);
}

test("a switch holds on its node at once while the database is away, and is stored when it is back", async () => {
  const { inner, store, cut } = cuttable();
  const [ended, told]: [boolean[], string[]] = [[], []];
  const one = nodeOn(store, {
    onThrown: (isConcerned) => void ended.push(isConcerned(step)),
    onStored: ({ by }) => void told.push(by),
  });
  await one.ready();
  cut(true);
  expect(await one.throw(subject, "保守", "operator")).toBe("pending");
  expect(ended).toEqual([true]);
  expect(() => one.require(step)).toThrow(expect.objectContaining({ code: "switched-off" }));
  expect(one.thrown()).toEqual([{ subject, reason: "保守", by: "operator", since: expect.any(Number), pending: true }]);
  await expect(one.release(subject)).rejects.toThrow("away");
  expect(() => one.require(step)).toThrow(expect.objectContaining({ code: "switched-off" }));
  cut(false);
  one.start();
  await until(() => one.thrown()[0]?.pending === undefined);
  one.stop();
  expect(told).toEqual(["operator"]);
  expect(await inner.read()).toEqual([expect.objectContaining({ subject, reason: "保守", by: "operator" })]);
  expect(await one.release(subject)).toBe(true);
  expect(() => one.require(step)).not.toThrow();
});

test("an answer that was on its way when the switch was thrown does not switch on again", async () => {
  const inner = memorySwitchStore();
  let answer: (() => void) | undefined;
  const slow: SwitchStore = {
    ...inner,
    // What it says is what was there when it was asked.
    read: () => inner.read().then((rows) => new Promise((resolve) => (answer = () => resolve(rows)))),
    put: () => Promise.reject(new Error("away")),
  };
  const one = nodeOn(slow);
  const ready = one.ready();
  await until(() => answer !== undefined);
  await one.throw(subject, "", "operator");
  answer?.();
  await ready;
  expect(() => one.require(step)).toThrow(expect.objectContaining({ code: "switched-off" }));
  expect(one.thrown()).toHaveLength(1);
});

test("a database that hangs makes nobody wait for the end of streams, and gets no second write beside the first", async () => {
  const inner = memorySwitchStore();
  let puts = 0;
  let answer: (() => void) | undefined;
  const hangs: SwitchStore = {
    ...inner,
    put: async (...given) => {
      puts++;
      await new Promise<void>((resolve) => (answer = resolve));
      await inner.put(...given);
    },
  };
  const ended: boolean[] = [];
  const one = nodeOn(hangs, { onThrown: (isConcerned) => void ended.push(isConcerned(step)) });
  await one.ready();
  const thrown = one.throw(subject, "", "operator");
  expect(ended).toEqual([true]);
  expect(await thrown).toBe("pending");
  one.start();
  await one.refresh();
  expect(() => one.require(step)).toThrow(expect.objectContaining({ code: "switched-off" }));
  expect(puts).toBe(1);
  answer?.();
  await until(() => one.thrown()[0]?.pending === undefined);
  one.stop();
  expect(puts).toBe(1);
});

test("a switch that another node released meanwhile is not kept", async () => {
  const store = memorySwitchStore();
  const [one, two] = [nodeOn(store), nodeOn(store)];
  await one.throw(subject, "", "operator");
  expect(await two.release(subject)).toBe(true);
  await one.refresh();
  expect(() => one.require(step)).not.toThrow();
});

import { createKillSwitch, type KillSwitchOptions } from "../../../../relay/src/kill-switch/kill-switch";
import { memorySwitchStore, type SwitchStore } from "../../../../relay/src/kill-switch/switch-store";
import { switchedOffFor } from "../../../../relay/src/kill-switch/switched-off";

const step = { task: "summarize", model: "m-1" } as const;

function nodeOn(store: SwitchStore, options: Partial<KillSwitchOptions> = {}) {
  return createKillSwitch({ store, longestWaitMs: 100, ...options });
}

test.each([
  [{ scope: "whole" }, true],
  [{ scope: "task", task: "summarize" }, true],
  [{ scope: "task", task: "translate" }, false],
  [{ scope: "model", model: "m-1" }, true],
  [{ scope: "model", model: "m-2" }, false],
] as const)("%j concerns a summary by m-1: %s", async (subject, concerned) => {
  const one = nodeOn(memorySwitchStore());
  await one.ready();
  expect(() => one.require(step)).not.toThrow();
  await one.throw(subject, "保守", "operator");
  if (concerned) expect(() => one.require(step)).toThrow(expect.objectContaining({ code: "switched-off" }));
  else expect(() => one.require(step)).not.toThrow();
  expect(await one.release(subject)).toBe(true);
  expect(await one.release(subject)).toBe(false);
  expect(() => one.require(step)).not.toThrow();
});

test("other nodes obey with the next question, and are told which streams to end", async () => {
  const store = memorySwitchStore();
  const ended: boolean[] = [];
  const [one, two] = [nodeOn(store), nodeOn(store, { onThrown: (isConcerned) => void ended.push(isConcerned(step)) })];
  await two.ready();
  expect(ended).toEqual([]);
  await one.throw({ scope: "task", task: "summarize" }, "誤りが続くため", "operator");
  await two.refresh();
  expect(() => two.require(step)).toThrow(expect.objectContaining({ code: "switched-off" }));
  expect(ended).toEqual([true]);
});

test("at the start nothing goes through until it is known what is switched off", async () => {
  const store = memorySwitchStore();
  let answers = false;
  const slow: SwitchStore = { ...store, read: () => (answers ? store.read() : Promise.reject(new Error("down"))) };
  const one = nodeOn(slow);
  expect(one.known()).toBe(false);
  expect(() => one.require(step)).toThrow(expect.objectContaining({ code: "unavailable", retryable: true }));
  await expect(one.ready()).rejects.toMatchObject({ code: "unavailable" });
  answers = true;
  await one.ready();
  expect(() => one.require(step)).not.toThrow();
});

test("a database that hangs at the start does not hang steps", async () => {
  const one = nodeOn({ ...memorySwitchStore(), read: () => new Promise(() => undefined) });
  await expect(one.ready()).rejects.toMatchObject({ code: "unavailable" });
});

test("a node that loses the database keeps what it knew, and says so once", async () => {
  const store = memorySwitchStore();
  await store.put({ scope: "whole" }, "", "operator");
  let broken = false;
  const failures: unknown[] = [];
  const failing: SwitchStore = { ...store, read: () => (broken ? Promise.reject(new Error("down")) : store.read()) };
  const one = nodeOn(failing, { pollMs: 5, onFailure: (error) => void failures.push(error) });
  await one.ready();
  broken = true;
  one.start();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(() => one.require(step)).toThrow(expect.objectContaining({ code: "switched-off" }));
  expect(failures).toHaveLength(1);
  broken = false;
  await store.remove({ scope: "whole" });
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(() => one.require(step)).not.toThrow();
  one.stop();
});

test("a second throw changes the reason and keeps the moment", async () => {
  const one = nodeOn(memorySwitchStore());
  await one.throw({ scope: "whole" }, "一", "operator");
  const [{ since } = { since: 0 }] = one.thrown();
  await new Promise((resolve) => setTimeout(resolve, 5));
  await one.throw({ scope: "whole" }, "二", "other");
  expect(one.thrown()).toEqual([{ subject: { scope: "whole" }, reason: "二", by: "other", since }]);
});

test("clients learn nothing of operators, and nothing of models that they are not offered", async () => {
  const one = nodeOn(memorySwitchStore());
  await one.throw({ scope: "model", model: "secret" }, "非公開", "operator");
  await one.throw({ scope: "model", model: "m-1" }, "点検中", "operator");
  const told = switchedOffFor(one.thrown(), new Set(["m-1"]));
  expect(told).toEqual([{ scope: "model", model: "m-1", reason: "点検中", since: expect.any(Number) }]);
});

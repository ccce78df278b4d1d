import { RenewedValue, type Expiring } from "../../../shared/src/gateway/renewed-value";
import { GenaiError } from "@genai-office/shared/vocabulary";

const hour = 3_600_000;
const start = 1_000_000;

/** A clock that stands still until it is moved. */
class HandClock {
  time = start;
  private readonly timers = new Map<number, { at: number; callback: () => void }>();
  private last = 0;

  now = (): number => this.time;
  date = (): number => this.time;
  setTimeout = (callback: () => void, milliseconds: number): number => {
    this.last += 1;
    this.timers.set(this.last, { at: this.time + milliseconds, callback });
    return this.last;
  };
  clearTimeout = (handle: unknown): void => void this.timers.delete(handle as number);

  async pass(milliseconds: number): Promise<void> {
    this.time += milliseconds;
    for (const [handle, { at, callback }] of this.timers) {
      if (at > this.time) continue;
      this.timers.delete(handle);
      callback();
    }
    await settled();
  }
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const passing = (): GenaiError => new GenaiError("unavailable", "scripted", { retryable: true });
const lasting = (): GenaiError => new GenaiError("unauthorized", "scripted");

function scripted(answers: (() => Promise<Expiring<string>>)[]) {
  const clock = new HandClock();
  let asked = 0;
  const value = new RenewedValue<string>(
    () => {
      asked += 1;
      return answers[Math.min(asked, answers.length) - 1]!();
    },
    { clock },
    { value: "old", expiresAt: start + hour },
  );
  return { clock, value, asked: () => asked };
}

const hanging = (): Promise<never> => new Promise<never>(() => undefined);

test("while the value is good, nobody waits for a renewal that hangs, and it is asked for once", async () => {
  const { clock, value, asked } = scripted([hanging]);
  await clock.pass(hour - 4 * 60_000);
  expect(await Promise.all([value.get(), value.get()])).toEqual(["old", "old"]);
  await clock.pass(10_000);
  expect(await value.get()).toBe("old");
  expect(asked()).toBe(1);
});

test("the renewed value takes its place as soon as it is there", async () => {
  const { clock, value } = scripted([async () => ({ value: "new", expiresAt: start + 2 * hour })]);
  expect(await value.get()).toBe("old");
  await clock.pass(hour - 4 * 60_000);
  expect(await value.get()).toBe("old");
  await settled();
  expect(await value.get()).toBe("new");
});

test("after a passing failure the maker is left alone for some seconds", async () => {
  const { clock, value, asked } = scripted([() => Promise.reject(passing())]);
  await clock.pass(hour - 4 * 60_000);
  for (let call = 0; call < 20; call += 1) {
    expect(await value.get()).toBe("old");
    await settled();
  }
  expect(asked()).toBe(1);
  await clock.pass(6_000);
  expect(await value.get()).toBe("old");
  await settled();
  expect(asked()).toBe(2);
});

test("without a good value everyone who asks later tries again", async () => {
  const { clock, value, asked } = scripted([
    () => Promise.reject(passing()),
    async () => ({ value: "new", expiresAt: start + 3 * hour }),
  ]);
  await clock.pass(hour + 1);
  await expect(value.get()).rejects.toMatchObject({ code: "unavailable" });
  expect(await value.get()).toBe("new");
  expect(asked()).toBe(2);
});

test("a renewal that hangs ends as a timeout, which passes", async () => {
  const { clock, value, asked } = scripted([hanging]);
  await clock.pass(hour + 1);
  const got = value.get();
  const ended = expect(got).rejects.toMatchObject({ code: "timeout" });
  await clock.pass(25_000);
  await ended;
  expect(asked()).toBe(1);
});

test("a lasting failure in the background is what the next one gets", async () => {
  const { clock, value, asked } = scripted([() => Promise.reject(lasting())]);
  await clock.pass(hour - 4 * 60_000);
  expect(await value.get()).toBe("old");
  await settled();
  await expect(value.get()).rejects.toMatchObject({ code: "unauthorized" });
  expect(asked()).toBe(2);
});

test("what is forgotten is fetched at once, also after a passing failure", async () => {
  const { clock, value } = scripted([
    () => Promise.reject(passing()),
    async () => ({ value: "new", expiresAt: start + 2 * hour }),
  ]);
  await clock.pass(hour - 4 * 60_000);
  expect(await value.get()).toBe("old");
  await settled();
  value.forget();
  expect(await value.get()).toBe("new");
});

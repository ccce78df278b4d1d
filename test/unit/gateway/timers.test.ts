import type { Clock } from "@genai-office/shared/gateway";
import { sleep, WaitAborted } from "../../../shared/src/gateway/transport/abortable";
import { RunControl } from "../../../shared/src/gateway/transport/run-control";
import { Deadline, defaultTimers } from "../../../shared/src/gateway/transport/timers";

/** A clock that stands still until it is told to go on. */
class ManualClock implements Clock {
  time = 0;
  readonly timers = new Map<number, { at: number; callback: () => void }>();
  private nextHandle = 1;

  now = (): number => this.time;
  date = (): number => this.time;

  setTimeout = (callback: () => void, milliseconds: number): number => {
    const handle = this.nextHandle++;
    this.timers.set(handle, { at: this.time + milliseconds, callback });
    return handle;
  };

  clearTimeout = (handle: unknown): void => void this.timers.delete(handle as number);

  advance(milliseconds: number): void {
    const end = this.time + milliseconds;
    for (;;) {
      const due = [...this.timers].filter(([, timer]) => timer.at <= end).sort(([, a], [, b]) => a.at - b.at)[0];
      if (due === undefined) break;
      this.timers.delete(due[0]);
      this.time = due[1].at;
      due[1].callback();
    }
    this.time = end;
  }
}

describe("Deadline", () => {
  const start = (): { clock: ManualClock; deadline: Deadline; expired: jest.Mock } => {
    const clock = new ManualClock();
    const expired = jest.fn();
    return { clock, deadline: new Deadline(clock, expired), expired };
  };

  test("expires when its time is over, not before", () => {
    const { clock, deadline, expired } = start();
    deadline.arm(1_000);
    clock.advance(990);
    expect(expired).not.toHaveBeenCalled();
    clock.advance(10);
    expect(expired).toHaveBeenCalledTimes(1);
  });

  test("moves later without touching the runtime's timer, and earlier too", () => {
    const { clock, deadline, expired } = start();
    deadline.arm(1_000);
    for (let read = 0; read < 50; read++) {
      clock.advance(900);
      deadline.arm(1_000);
      expect(clock.timers.size).toBe(1);
    }
    expect(expired).not.toHaveBeenCalled();
    deadline.arm(100);
    clock.advance(100);
    expect(expired).toHaveBeenCalledTimes(1);
  });

  test("does nothing while disarmed and works again afterwards", () => {
    const { clock, deadline, expired } = start();
    deadline.arm(1_000);
    deadline.disarm();
    clock.advance(10_000);
    expect(expired).not.toHaveBeenCalled();
    deadline.arm(1_000);
    clock.advance(1_000);
    expect(expired).toHaveBeenCalledTimes(1);
    deadline.arm(1_000);
    deadline.close();
    expect(clock.timers.size).toBe(0);
  });
});

describe("RunControl", () => {
  test("the first reason to stop stands", () => {
    const clock = new ManualClock();
    const caller = new AbortController();
    const control = new RunControl({ ...defaultTimers, totalMs: 5_000 }, clock, caller.signal);
    control.watch("idle", 1_000);
    clock.advance(1_000);
    expect(control.signal.aborted).toBe(true);
    expect(control.cause).toEqual({ type: "timeout", phase: "idle" });
    caller.abort();
    clock.advance(10_000);
    expect(control.cause).toEqual({ type: "timeout", phase: "idle" });
  });

  test("the total timer runs through all phases", () => {
    const clock = new ManualClock();
    const control = new RunControl({ ...defaultTimers, totalMs: 5_000 }, clock, undefined);
    for (let read = 0; read < 5; read++) {
      control.watch("idle", 2_000);
      clock.advance(1_000);
    }
    expect(control.cause).toEqual({ type: "timeout", phase: "total" });
  });

  test("a signal that has aborted already stops at once; closing leaves no timer", () => {
    const clock = new ManualClock();
    const control = new RunControl(defaultTimers, clock, AbortSignal.abort());
    expect(control.cause).toEqual({ type: "aborted" });
    control.close();
    expect(clock.timers.size).toBe(0);
  });
});

test("a sleep ends at once when aborted, and leaves no timer", async () => {
  const clock = new ManualClock();
  const caller = new AbortController();
  const sleeping = sleep(60_000, caller.signal, clock);
  caller.abort();
  await expect(sleeping).rejects.toBeInstanceOf(WaitAborted);
  expect(clock.timers.size).toBe(0);
});

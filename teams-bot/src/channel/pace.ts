import type { Clock } from "./clock";

/** Requests of one bot in one conversation (reference page on Teams, 7.5), each window a tenth wider for the way there. */
const windows: readonly { requests: number; withinMs: number }[] = [
  { requests: 7, withinMs: 1_100 },
  { requests: 8, withinMs: 2_200 },
  { requests: 60, withinMs: 33_000 },
  { requests: 1_800, withinMs: 3_960_000 },
];

/** Between the end of one request of a stream and the next: Teams takes one a second, and the way there varies. */
export const streamGapMs = 1_200;

/** Conversations that are kept in mind. */
const mostConversations = 5_000;

interface Lane {
  /** Requests that wait or run end one after the other. */
  tail: Promise<unknown>;
  waiting: number;
  /** When requests began, oldest first. */
  begun: number[];
  /** When the last request of a stream ended. */
  streamEnded: number;
  /** Nothing goes before that: the connector said so. */
  heldUntil: number;
}

/** Keeps what goes into a conversation within the limits of Teams, whoever sends: two streams share one pace. */
export interface Pace {
  /**
   * Runs a request when its turn has come. The request is made then, not before, so that it has the newest text.
   * @param signal gives the request up while it waits for its turn
   * @returns undefined when it was given up
   */
  run<T>(conversation: string, stream: boolean, request: () => Promise<T>): Promise<T>;
  run<T>(conversation: string, stream: boolean, request: () => Promise<T>, signal: AbortSignal): Promise<T | undefined>;
  /** Lets nothing go into a conversation for so long. Milliseconds. */
  hold(conversation: string, milliseconds: number): void;
}

/** One pace for a process. Several nodes do not know of each other; what is too much then is answered with 429. */
export function createPace(clock: Clock): Pace {
  const lanes = new Map<string, Lane>();
  const laneOf = (conversation: string): Lane => {
    const known = lanes.get(conversation);
    const lane = known ?? {
      tail: Promise.resolve(),
      waiting: 0,
      begun: [],
      streamEnded: -Infinity,
      heldUntil: -Infinity,
    };
    lanes.delete(conversation);
    lanes.set(conversation, lane);
    if (lanes.size > mostConversations) forgetIdle();
    return lane;
  };
  const forgetIdle = (): void => {
    for (const [id, lane] of lanes) {
      if (lanes.size <= mostConversations) return;
      if (lane.waiting === 0) lanes.delete(id);
    }
  };
  return {
    async run<T>(conversation: string, stream: boolean, request: () => Promise<T>, signal?: AbortSignal): Promise<T> {
      const lane = laneOf(conversation);
      lane.waiting++;
      const before = lane.tail;
      const turn = (async () => {
        await before;
        try {
          for (;;) {
            // Only who passes a signal meets this, and expects it.
            if (signal?.aborted === true) return undefined as T;
            const wait = waitMs(lane, clock.now(), stream);
            if (wait <= 0) break;
            await clock.sleep(wait, signal);
          }
          lane.begun.push(clock.now());
          if (lane.begun.length > windows.at(-1)!.requests) lane.begun.shift();
          try {
            return await request();
          } finally {
            if (stream) lane.streamEnded = clock.now();
          }
        } finally {
          lane.waiting--;
        }
      })();
      lane.tail = turn.catch(() => undefined);
      return turn;
    },
    hold(conversation, milliseconds) {
      const lane = laneOf(conversation);
      lane.heldUntil = Math.max(lane.heldUntil, clock.now() + milliseconds);
    },
  };
}

function waitMs({ begun, streamEnded, heldUntil }: Lane, now: number, stream: boolean): number {
  const waits = windows.map(({ requests, withinMs }) => {
    const oldest = begun[begun.length - requests];
    return oldest === undefined ? 0 : oldest + withinMs - now;
  });
  return Math.max(0, heldUntil - now, stream ? streamEnded + streamGapMs - now : 0, ...waits);
}

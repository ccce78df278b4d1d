/**
 * Milliseconds of processor time that a piece of work takes in this process: other programs on the machine do not count.
 * What the garbage collector and the compiler do beside it does; a bound leaves room for them.
 */
export async function processorTime(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** What linear work may take, however short it was for a quarter of the length: a second of processor time. */
const usualFloorMs = 1_000;
/** Four times the length is four times the time if it is linear and sixteen times if it is quadratic. */
const mostTimesMore = 10;
const mostTries = 3;

/**
 * Holds that a piece of work takes time in proportion to the length it is given. Of several tries the best one counts.
 * @param work what is measured, for a length
 * @param length the shorter of two lengths; the other one is four times as long
 * @param floorMs what is too short to tell how it grows; less than a second where the square of a short length takes less
 */
export async function expectLinearTime(
  work: (length: number) => unknown,
  length: number,
  { floorMs = usualFloorMs }: { floorMs?: number } = {},
): Promise<void> {
  const tries: { short: number; long: number }[] = [];
  await work(Math.ceil(length / 2));
  while (tries.length < mostTries) {
    const short = await processorTime(() => work(length));
    const long = await processorTime(() => work(4 * length));
    if (long < Math.max(mostTimesMore * short, floorMs)) return;
    tries.push({ short: Math.round(short), long: Math.round(long) });
  }
  throw new Error(`not linear: milliseconds for ${length} and ${4 * length}: ${JSON.stringify(tries)}`);
}

/** How work shared the thread: see {@link turnsOf}. */
export interface Turns {
  /** How often other work got its turn. */
  readonly count: number;
  /** The longest stretch without a turn as a part of the whole work, 0 to 1. */
  readonly longestShare: number;
}

/**
 * How often other work of this process gets its turn during a piece of work, and how long it has to wait for one, in processor
 * time: neither the speed of the machine nor other programs change it much. Of several tries the calmest one counts.
 */
export async function turnsOf(work: () => Promise<unknown>): Promise<Turns> {
  let calmest: Turns | undefined;
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    const turns = await turnsOnce(work);
    if (calmest === undefined || turns.longestShare < calmest.longestShare) calmest = turns;
  }
  return calmest!;
}

async function turnsOnce(work: () => Promise<unknown>): Promise<Turns> {
  const stretches: number[] = [];
  let last = process.cpuUsage();
  let working = true;
  const stretch = (): void => {
    const { user, system } = process.cpuUsage(last);
    last = process.cpuUsage();
    stretches.push(user + system);
  };
  const turn = (): void => {
    stretch();
    if (working) setImmediate(turn);
  };
  setImmediate(turn);
  await work();
  working = false;
  stretch();
  const whole = stretches.reduce((sum, one) => sum + one, 0);
  return { count: stretches.length - 1, longestShare: Math.max(...stretches) / whole };
}

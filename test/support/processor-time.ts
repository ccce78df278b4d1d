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

/** What linear work may take however short it was for a quarter of the length: a second of processor time. */
const floorMs = 1_000;
/** Four times the length is four times the time if it is linear and sixteen times if it is quadratic. */
const mostTimesMore = 10;
const mostTries = 3;

/**
 * Holds that a piece of work takes time in proportion to the length it is given. Of several tries the best one counts.
 * @param work what is measured, for a length
 * @param length the shorter of two lengths; the other one is four times as long
 */
export async function expectLinearTime(work: (length: number) => unknown, length: number): Promise<void> {
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

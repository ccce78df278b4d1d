/** CPU milliseconds (of all threads) below which a time tells nothing of how it grows. */
const noise = 40;

function cpuOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * By what factor the CPU time of a work grows when its size grows four times, in the same run: 4 for a time in proportion, 16 for
 * one that grows with the square. The better of two looks counts, because other work on the machine only adds to it.
 */
export function growth(work: (size: number) => void, size: number): number {
  work(Math.ceil(size / 4));
  let least = Infinity;
  for (let look = 0; look < 2 && least > 8; look += 1) {
    const small = cpuOf(() => work(size));
    least = Math.min(least, cpuOf(() => work(4 * size)) / Math.max(small, noise));
  }
  return least;
}

/** What a time in proportion stays below, garbage collection and all. */
export const inProportion = 10;

/** Length of the window. Milliseconds. */
const windowMs = 60_000;

/** Counts what happened within the last 60 seconds, exactly. */
export class SlidingWindow {
  /** Moments in order; those before `first` have left the window. */
  private moments: number[] = [];
  private first = 0;

  /** True when nothing is left to remember. */
  isEmpty(now: number): boolean {
    this.leave(now);
    return this.first === this.moments.length;
  }

  /** How long until one more fits under `maximum`; 0 when one fits now. Milliseconds. */
  waitMs(now: number, maximum: number): number {
    this.leave(now);
    const inside = this.moments.length - this.first;
    if (inside < maximum) return 0;
    // So many have to leave that the one more is the last that fits.
    return Math.max(1, this.moments[this.first + inside - maximum]! + windowMs - now);
  }

  add(now: number): void {
    this.moments.push(now);
  }

  private leave(now: number): void {
    while (this.first < this.moments.length && this.moments[this.first]! <= now - windowMs) this.first++;
    // A clock that was set back must not keep people out for as long as it was set back.
    if (this.moments.length > 0 && this.moments.at(-1)! > now + windowMs) this.first = this.moments.length;
    if (this.first > 1000 || this.first === this.moments.length) {
      this.moments = this.moments.slice(this.first);
      this.first = 0;
    }
  }
}

/** Does something again and again, never twice at once, with a pause between; at once when asked to. Failures end nothing. */
export class Rounds {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private again = false;
  private active = false;

  constructor(
    private readonly work: () => Promise<void>,
    private readonly pauseMs: number,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  start(): void {
    this.active = true;
    this.now();
  }

  /** The next round is now, or right behind the one that is running. */
  now(): void {
    if (!this.active) return;
    if (this.running !== undefined) {
      this.again = true;
      return;
    }
    clearTimeout(this.timer);
    this.again = false;
    this.running = this.work()
      .catch((error: unknown) => {
        // Not at once again: what has failed would fail again.
        this.again = false;
        this.onFailure(error);
      })
      .finally(() => {
        this.running = undefined;
        if (!this.active) return;
        if (this.again) this.now();
        else this.timer = setTimeout(() => this.now(), this.pauseMs);
      });
  }

  /** No further round; resolves when the one that is running has ended. */
  async stop(): Promise<void> {
    this.active = false;
    clearTimeout(this.timer);
    await this.running;
  }
}

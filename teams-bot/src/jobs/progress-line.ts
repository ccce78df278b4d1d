/** How often the row of a job is written, and how often its activity is replaced (reference page on Teams, 5.5). Milliseconds. */
export interface ProgressPace {
  storeMs: number;
  postMs: number;
}

export const usualPace: ProgressPace = { storeMs: 1_000, postMs: 12_000 };

interface Outlets {
  store(done: number, planned: number): Promise<void>;
  /** Undefined for kinds that show no progress. */
  post: ((done: number, planned: number) => Promise<void>) | undefined;
  /** Progress that could not be told is no reason to give up. */
  onDefect(error: unknown): void;
}

/** Tells how far a job is: only the latest, no faster than the pace, and nothing any more once it was silenced. */
export class ProgressLine {
  private latest: [done: number, planned: number] | undefined;
  private readonly timers = new Map<"store" | "post", NodeJS.Timeout>();
  private readonly running = new Set<Promise<void>>();
  private silenced = false;
  private shown = false;

  /** The first post waits for a whole pace: the "accepted" activity has only just been posted. */
  constructor(
    private readonly outlets: Outlets,
    private readonly pace: ProgressPace = usualPace,
  ) {}

  /** True once the conversation has been told how far it is: then it has been at it for a while. */
  get hasShown(): boolean {
    return this.shown;
  }

  tell(done: number, planned: number): void {
    if (this.silenced) return;
    this.latest = [done, planned];
    this.plan("store", this.pace.storeMs, this.outlets.store);
    if (this.outlets.post !== undefined) this.plan("post", this.pace.postMs, this.outlets.post);
  }

  /** Nothing is told any more; resolves when what is on its way has arrived. */
  async silence(): Promise<void> {
    this.silenced = true;
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
    await Promise.all(this.running);
  }

  private plan(name: "store" | "post", ms: number, outlet: (done: number, planned: number) => Promise<void>): void {
    if (this.timers.has(name)) return;
    const timer = setTimeout(() => {
      this.timers.delete(name);
      if (name === "post") this.shown = true;
      const work: Promise<void> = outlet(...this.latest!)
        .catch(this.outlets.onDefect)
        .finally(() => this.running.delete(work));
      this.running.add(work);
    }, ms);
    this.timers.set(name, timer);
  }
}

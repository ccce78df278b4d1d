import { asGenaiError, GenaiError } from "@genai-office/shared/vocabulary";
import type { OpenStreams } from "../../streams/open-streams";
import { AppRefusal } from "../app-refusal";
import { errorSentence, type JobErrorCode } from "../texts/error-sentence";
import type { Job } from "./job";
import type { JobStore } from "./job-store";
import { Turns } from "./turns";

/** The work of a job: ends with markdown, or throws what went wrong. */
export type JobWork = (signal: AbortSignal, report: (progress: string) => Promise<void>) => Promise<string>;

export interface JobHandle {
  id: string;
  /** The job once it has ended. Rejects only when the store does. */
  ended: Promise<Job>;
  /** Nobody will ask for the outcome any more. */
  cancel(): void;
}

/** Runs jobs, at most `running` at a time, the people who wait in turns, and keeps the store up to date. */
export class JobDesk {
  private readonly waiting = new Turns<() => void>();
  private working = 0;

  constructor(
    private readonly store: JobStore,
    private readonly openStreams: OpenStreams,
    private readonly running: number,
    private readonly now: () => number = Date.now,
  ) {}

  /** Takes a job in. Throws what the store throws when it has no room. */
  async submit(
    { id, owner, person, requestId }: Pick<Job, "id" | "owner" | "person" | "requestId">,
    inputBytes: number,
    work: JobWork,
  ): Promise<JobHandle> {
    const createdAt = this.now();
    const job: Job = { id, owner, person, requestId, status: "PENDING", createdAt, updatedAt: createdAt };
    await this.store.add(job, inputBytes);
    const controller = new AbortController();
    const ended = this.perform(job, work, controller);
    return { id, ended, cancel: () => controller.abort() };
  }

  private async perform(job: Job, work: JobWork, controller: AbortController): Promise<Job> {
    let stopped = false;
    // A stopping relay waits for jobs as it waits for streams; what is left then ends here.
    const release = this.openStreams.add(() => {
      stopped = true;
      controller.abort();
    });
    const end = async (change: Partial<Job>): Promise<Job> => {
      await this.store.change(job.id, change);
      return { ...job, ...change, updatedAt: this.now() };
    };
    const failed = (code: JobErrorCode, sentence = errorSentence(code)): Promise<Job> =>
      end({ status: "ERROR", error: code, outputs: sentence });
    try {
      await this.turn(job.person, controller.signal);
      try {
        await this.store.change(job.id, { status: "IN_PROGRESS" });
        const report = (progress: string): Promise<void> => this.store.change(job.id, { progress });
        return await end({ status: "COMPLETED", outputs: await work(controller.signal, report) });
      } finally {
        this.next();
      }
    } catch (thrown) {
      if (stopped) return await failed("interrupted");
      const error = asGenaiError(thrown);
      return await failed(error.code, error instanceof AppRefusal ? error.sentence : undefined);
    } finally {
      release();
    }
  }

  /** Waits until the job may work. @throws GenaiError "aborted" when it is cancelled before. */
  private async turn(person: string, signal: AbortSignal): Promise<void> {
    if (signal.aborted) throw cancelled();
    if (this.working < this.running) {
      this.working++;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const enter = (): void => {
        signal.removeEventListener("abort", leave);
        resolve();
      };
      const leave = (): void => {
        this.waiting.remove(person, enter);
        reject(cancelled());
      };
      this.waiting.add(person, enter);
      signal.addEventListener("abort", leave, { once: true });
    });
  }

  /** Hands the place on; the count stays when somebody takes it. */
  private next(): void {
    const enter = this.waiting.next();
    if (enter === undefined) this.working--;
    else enter();
  }
}

function cancelled(): GenaiError {
  return new GenaiError("aborted", "the job was cancelled before its turn");
}

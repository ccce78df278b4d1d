import type { StepRunner } from "@genai-office/shared/vocabulary";
import { asGenaiError, GenaiError } from "@genai-office/shared/vocabulary";
import { withRun } from "@genai-office/shared/tasks";
import type { AnswerStream, FurtherMessages, Outgoing, Speech } from "../channel/outgoing";
import type { JobNotes } from "../store/job-notes";
import type { TakenJob } from "../store/taken-job";
import { checkpointedRunner } from "./checkpointed-runner";
import type { RunningJob } from "./job-port";
import type { Lease } from "./lease";
import { furtherMessages } from "./further-messages";
import { textsOf } from "./job-texts";
import { ProgressLine, type ProgressPace } from "./progress-line";

export interface RunningJobParts {
  job: TakenJob;
  notes: JobNotes;
  lease: Lease;
  speech: Speech;
  /** The relay as the person of the job. */
  relay: StepRunner;
  announces: boolean;
  pace?: ProgressPace;
  onDefect(error: unknown): void;
}

/** A running job, and what only its worker may do with it. */
export interface HeldJob extends RunningJob {
  /** Says that the job was accepted, unless that was said before. */
  announce(): Promise<void>;
  /** True when somebody who was told that it was accepted has gone on waiting: for a message that was replaced nobody is called. */
  readonly hasKeptWaiting: boolean;
  /**
   * Ends the job without a result.
   * @param message what the person is told; undefined where nobody is to be told
   * @param notice says as a new message, at most once, that there is something to read
   */
  end(state: "failed" | "cancelled", message: Outgoing | undefined, notice?: Outgoing): Promise<void>;
  /** True once it was ended, in whatever way. */
  readonly ended: boolean;
  /** Shows neither progress nor an answer any more. */
  silence(): Promise<void>;
}

/** Makes what a handler works with. All of it fails with LeaseLostError once the lease is lost. */
export function holdJob(parts: RunningJobParts): HeldJob {
  const { job, notes, lease, speech, announces, onDefect } = parts;
  const { conversation } = job;
  const texts = textsOf(job);
  let accepted = job.acceptedActivity;
  let ended = false;
  /** What is being streamed; one answer at a time. */
  let shown: AnswerStream | undefined;
  const progress = new ProgressLine(
    {
      store: async (done, planned) => {
        lease.assertHeld();
        await notes.progress(done, planned);
      },
      post: announces
        ? (done, planned) => replace({ text: texts.progress(done, planned), generated: false }, undefined)
        : undefined,
      onDefect,
    },
    parts.pace,
  );

  const further = furtherMessages({ job, notes, lease });

  async function started(activity: string): Promise<void> {
    lease.assertHeld();
    accepted = activity;
    await notes.acceptedActivity(activity);
  }

  /** @param beside undefined for progress: what an earlier attempt has said beside stands until the answer is said again */
  async function replace(message: Outgoing, beside: FurtherMessages | undefined): Promise<void> {
    lease.assertHeld();
    if (accepted === undefined) return;
    await speech.update(conversation, accepted, message, beside === undefined ? {} : { further: beside });
  }

  async function post(message: Outgoing): Promise<void> {
    lease.assertHeld();
    await speech.post(conversation, message, { onStarted: started, further });
  }

  /** The last word: over the activity that was posted first, or as a new one where that is gone. */
  async function say(message: Outgoing): Promise<void> {
    await progress.silence();
    if (accepted === undefined) return post(message);
    try {
      await replace(message, further);
    } catch (thrown) {
      if (asGenaiError(thrown).code !== "not-found") throw thrown;
      await post(message);
    }
  }

  async function atMostOnce(name: string, effect: () => Promise<void>): Promise<boolean> {
    lease.assertHeld();
    if (!(await notes.noteEffect(name))) return false;
    await effect();
    return true;
  }

  async function notice(message: Outgoing): Promise<void> {
    await atMostOnce("notice", async () => {
      // It has been noted: a second try could notify the person twice, and the answer stands already.
      await speech.post(conversation, message).catch(onDefect);
    });
  }

  async function recalled<Value>(name: string): Promise<{ value: Value } | undefined> {
    return (await notes.step(keyOfValue(name))) as { value: Value } | undefined;
  }

  async function remember<Value>(name: string, make: () => Promise<Value>): Promise<Value> {
    const stored = await recalled<Value>(name);
    if (stored !== undefined) return stored.value;
    const value = await make();
    await notes.storeStep(keyOfValue(name), { value });
    return value;
  }

  return {
    id: job.id,
    kind: job.kind,
    title: job.title,
    conversation,
    input: job.input,
    signal: lease.signal,
    run: job.id,
    runner: checkpointedRunner(withRun(parts.relay, job.id), notes),
    checkpointed: (runner) => checkpointedRunner(withRun(runner, job.id), notes),
    get acceptedActivity() {
      return accepted;
    },
    get ended() {
      return ended;
    },
    get hasKeptWaiting() {
      return announces && accepted !== undefined && (progress.hasShown || job.tries > 1);
    },
    async material() {
      const bytes = await notes.material();
      if (bytes === undefined) throw new GenaiError("source-empty", "the job has no material");
      return bytes;
    },
    recall: async (name) => (await recalled(name))?.value as never,
    remember,
    progress: (done, planned) => progress.tell(done, planned),
    answer: say,
    async further(name, message) {
      lease.assertHeld();
      await remember(`message ${name}`, () => speech.post(conversation, message));
    },
    stream() {
      const stream = speech.stream(conversation, {
        ...(accepted === undefined ? {} : { activity: accepted }),
        onStarted: started,
        further,
      });
      shown = stream;
      return {
        abandon: () => stream.abandon(),
        inform: (line) => stream.inform(line),
        show: (text) => stream.show(text),
        stopped: stream.stopped,
        async finish(message) {
          lease.assertHeld();
          accepted = await stream.finish(message);
          await notes.acceptedActivity(accepted);
          return accepted;
        },
      };
    },
    notice,
    atMostOnce,
    async finish(record) {
      await progress.silence();
      lease.assertHeld();
      await notes.end("finished", record);
      ended = true;
    },
    async announce() {
      if (announces && accepted === undefined) await post({ text: texts.accepted(), generated: false });
    },
    async end(state, message, late) {
      if (message !== undefined) await say(message);
      if (late !== undefined) await notice(late);
      await progress.silence();
      lease.assertHeld();
      await notes.end(state);
      ended = true;
    },
    async silence() {
      await shown?.abandon();
      await progress.silence();
    },
  };
}

/** Beside the steps of a job, which are known by their content. */
function keyOfValue(name: string): string {
  return `value ${name}`;
}

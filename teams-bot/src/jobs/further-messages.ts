import type { FurtherMessages } from "../channel/outgoing";
import type { JobNotes } from "../store/job-notes";
import type { TakenJob } from "../store/taken-job";
import type { Lease } from "./lease";

export interface FurtherMessagesParts {
  job: Pick<TakenJob, "attempt">;
  notes: Pick<JobNotes, "step" | "storeStep">;
  lease: Pick<Lease, "assertHeld">;
}

/**
 * What a job has said beside the first message of its answer, over all its attempts. Between the connector's 201 and the note of
 * it a crash leaves a message that nobody knows of: the same gap as that of the first one (docs/jobs.md).
 */
export function furtherMessages({ job, notes, lease }: FurtherMessagesParts): FurtherMessages {
  const said = new Map<string, string>();
  return {
    async find(name) {
      const known = said.get(name);
      // Before the first attempt nothing was said.
      if (known !== undefined || job.attempt <= 1) return known;
      const stored = (await notes.step(keyOf(name))) as { activity: string } | undefined;
      return stored?.activity;
    },
    async note(name, activity) {
      lease.assertHeld();
      said.set(name, activity);
      await notes.storeStep(keyOf(name), { activity });
    },
  };
}

function keyOf(name: string): string {
  return `message beside ${name}`;
}

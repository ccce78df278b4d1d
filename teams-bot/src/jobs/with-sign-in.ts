import type { Channel } from "../channel";
import type { JobKind } from "@genai-office/shared/jobs";
import type { JobWork, JobWorks } from "./job-port";

/**
 * Work that first asks Teams for a token of the person, where people sign in to the relay themselves. Without one the bot asks
 * on their behalf; that is no reason not to work.
 */
export function withSignIn(
  works: JobWorks,
  { requestSignIn }: Pick<Channel, "requestSignIn">,
  onDefect: (error: unknown) => void,
): JobWorks {
  const signedIn = (work: JobWork): JobWork => ({
    ...work,
    async perform(job) {
      // Once: a job that rests and is taken again must not ask with every turn.
      await job.atMostOnce("sign-in", () => requestSignIn(job.conversation, job.id).catch(onDefect));
      await work.perform(job);
    },
  });
  return Object.fromEntries(
    (Object.entries(works) as [JobKind, JobWork][]).map(([kind, work]) => [kind, signedIn(work)]),
  );
}

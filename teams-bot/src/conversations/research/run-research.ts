import { setTimeout as pause } from "node:timers/promises";
import { researchStep, type ResearchRequest } from "@genai-office/shared/tasks/research";
import { GenaiError, type StepRunner } from "@genai-office/shared/vocabulary";

/** What an app answered. */
export interface ResearchAnswer {
  text: string;
  /** Names of the files that belong to it. */
  files: string[];
}

/** Pause before a wait that broke off is taken up again with its ticket. Milliseconds. */
const resumeMs = 30_000;

/** Waits in a row that may break off. */
const maximumResumes = 20;

/**
 * Runs one question through the relay. When the connection is lost during a long wait, the wait is taken up again with its
 * ticket; the invocation itself is never made twice.
 * @param onAccepted called once when the app says that it will take long
 * @throws GenaiError of the run; code "aborted" when the signal ended it
 */
export async function runResearch(
  runner: StepRunner,
  request: ResearchRequest,
  onAccepted: () => Promise<void>,
  signal: AbortSignal,
  pauseMs = resumeMs,
): Promise<ResearchAnswer> {
  let ticket: string | undefined;
  for (let resumes = 0; ;) {
    const step = await researchStep({ ...request, ...(ticket === undefined ? {} : { ticket }) });
    const answer: ResearchAnswer = { text: "", files: [] };
    for await (const event of runner.run(step, { signal })) {
      if (event.type === "text-delta") answer.text += event.text;
      else if (event.type === "artifact") answer.files.push(event.name);
      else if (event.type === "waiting") resumes = 0;
      else if (event.type === "accepted") {
        ticket = event.ticket;
        await onAccepted();
      } else if (event.type === "finished") return answer;
      else if (event.type === "aborted") throw new GenaiError("aborted", "the bot is being stopped");
      else if (event.type === "failed") {
        if (ticket === undefined || !event.error.retryable || ++resumes > maximumResumes) throw event.error;
        break;
      }
    }
    await pause(pauseMs, undefined, { signal }).catch(() => {
      throw new GenaiError("aborted", "the bot is being stopped");
    });
  }
}

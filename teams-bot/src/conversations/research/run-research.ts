import { researchStep, type ResearchRequest } from "@genai-office/shared/tasks/research";
import { GenaiError, type FinishReason, type StepRunner } from "@genai-office/shared/vocabulary";

/** What an app answered. JSON. */
export interface ResearchAnswer {
  text: string;
  /** Names of the files that belong to it. */
  files: string[];
}

/** How one run ended: with the answer, with a wait that a later run takes up with its ticket, or with a failure. */
export type ResearchOutcome =
  | { kind: "answered"; answer: ResearchAnswer }
  | { kind: "waiting"; nextLookMs: number }
  | { kind: "failed"; error: GenaiError };

/**
 * Makes one invocation of an app, or looks at one that was accepted before. Nobody waits here for an app that takes long: the
 * run ends as soon as it says so.
 * @param request with the ticket of an invocation that was accepted
 * @param onAccepted given the ticket; the run goes on when it is kept
 * @throws GenaiError "aborted" when the signal ended it; what `onAccepted` throws
 */
export async function runResearch(
  runner: StepRunner,
  request: ResearchRequest,
  onAccepted: (ticket: string) => Promise<void>,
  signal: AbortSignal,
): Promise<ResearchOutcome> {
  const step = await researchStep(request);
  const answer: ResearchAnswer = { text: "", files: [] };
  for await (const event of runner.run(step, { signal })) {
    switch (event.type) {
      case "text-delta":
        answer.text += event.text;
        break;
      case "artifact":
        answer.files.push(event.name);
        break;
      case "accepted":
        await onAccepted(event.ticket);
        break;
      case "waiting":
        return { kind: "waiting", nextLookMs: event.nextLookMs };
      case "finished":
        return outcomeOf(answer, event.reason);
      case "aborted":
        throw new GenaiError("aborted", "the answer is not waited for any more");
      case "failed":
        return failed(event.error);
      case "progress":
      case "usage":
      case "model-switched":
        break;
    }
  }
  return failed(new GenaiError("incomplete-stream", "the run ended without an outcome", { retryable: true }));
}

function outcomeOf(answer: ResearchAnswer, reason: FinishReason): ResearchOutcome {
  if (reason === "content_filter") return failed(new GenaiError("content-blocked", "the answer was filtered"));
  if (reason !== "stop" && reason !== "length")
    return failed(new GenaiError("upstream-error", `the app stopped for another reason: ${reason}`));
  const isEmpty = answer.text.trim() === "" && answer.files.length === 0;
  return isEmpty ? failed(new GenaiError("output-empty", "the app gave back nothing")) : { kind: "answered", answer };
}

function failed(error: GenaiError): ResearchOutcome {
  return { kind: "failed", error };
}

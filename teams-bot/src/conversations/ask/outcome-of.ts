import { GenaiError, type TaskEvent } from "@genai-office/shared/vocabulary";

/**
 * Follows a task to its end, and gives the outcome back.
 * @param onText told the words so far
 * @throws GenaiError
 */
export async function outcomeOf<Result>(
  events: AsyncIterable<TaskEvent<Result>>,
  onText: (text: string) => void,
): Promise<Result> {
  let shown = "";
  for await (const event of events) {
    switch (event.type) {
      case "preview":
        shown = event.restarted === true ? event.text : shown + event.text;
        onText(shown);
        break;
      case "completed":
        return event.result;
      case "failed":
        throw event.error;
      case "aborted":
        throw new GenaiError("aborted", "the answer is not wanted any more");
      case "planned":
      case "progress":
      case "model-switched":
        break;
    }
  }
  throw new GenaiError("internal", "the task ended without an outcome");
}

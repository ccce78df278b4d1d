import { FeedbackRow } from "@genai-office/shared/pane/summary";
import type { TaskOutput } from "@genai-office/shared/pane/task";
import type { RunReport } from "@genai-office/shared/vocabulary";
import { Suspense } from "react";
import type { MailOutcome } from "./create-mail-task";
import type { MailTaskState } from "./use-mail-task";

export interface ResultFeedbackProps<Result extends TaskOutput> {
  state: MailTaskState<Result>;
  onFeedback(outcome: MailOutcome<Result>, feedback: NonNullable<RunReport["feedback"]>): void;
}

/** Asks whether a finished result was of use, and why one was put away that nobody has used. */
export function ResultFeedback<Result extends TaskOutput>({ state, onFeedback }: ResultFeedbackProps<Result>) {
  const { work, outcome, discarded } = state;
  const asked = outcome ?? discarded;
  // Words that stream are no result yet.
  if (asked?.run === undefined || (work.phase === "running" && work.preview !== "")) return null;
  const isDiscarded = asked === discarded;
  return (
    <Suspense fallback={null}>
      <FeedbackRow
        key={`${asked.run} ${isDiscarded}`}
        ask={isDiscarded ? "reason" : "helpful"}
        onFeedback={(feedback) => onFeedback(asked, feedback)}
      />
    </Suspense>
  );
}

import type { MessageKey } from "@genai-office/shared/i18n";
import {
  reduceSummary,
  type SummaryEvent,
  type SummaryFailure,
  type SummaryOutcome,
  type SummaryState,
} from "@genai-office/shared/pane/summary";
import type { AppliedEdits, DocumentReading } from "../../document/document-port";

/** What changes the document with a summary. */
export type ApplyAction = "insert" | "replace" | "comment";

export interface SummarizeState extends SummaryState<DocumentReading> {
  /** True while the document is changed, or a change taken back. */
  writing: boolean;
  /** The changes that can be taken back, the last one first to go. They outlive a new summary. */
  applied: AppliedEdits[];
}

export const initialState: SummarizeState = { work: { phase: "idle" }, writing: false, applied: [] };

export type SummarizeEvent =
  | SummaryEvent<DocumentReading>
  | { type: "writing" }
  | { type: "applied"; action: ApplyAction; handle: AppliedEdits }
  | { type: "undone" }
  | { type: "unwritten"; error: SummaryFailure["error"] };

/** Where it went is said, because the place may be out of sight. */
function appliedNotice(action: ApplyAction, outcome: SummaryOutcome<DocumentReading> | undefined): MessageKey {
  if (action === "insert")
    return outcome?.plan.source.scope === "document" ? "action.insertedAtEnd" : "action.inserted";
  return action === "replace" ? "action.replaced" : "action.commented";
}

/** What happens on each event: the way of every summary, and into the document and back. */
export function reduceSummarize(state: SummarizeState, event: SummarizeEvent): SummarizeState {
  switch (event.type) {
    case "writing":
      return { ...state, writing: true, failure: undefined, notice: undefined };
    case "applied":
      return {
        ...state,
        writing: false,
        applied: [...state.applied, event.handle],
        notice: appliedNotice(event.action, state.outcome),
      };
    case "undone":
      return { ...state, writing: false, applied: state.applied.slice(0, -1), notice: "action.undone" };
    case "unwritten":
      return { ...state, writing: false, failure: { error: event.error, retry: false } };
    default:
      return reduceSummary<DocumentReading, SummarizeState>(state, event);
  }
}

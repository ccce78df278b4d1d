import type { LengthChoice } from "@genai-office/shared/pane";
import type { SummarizeResult } from "@genai-office/shared/tasks";
import type { ConfidentialityClass, GenaiError, ModelCard } from "@genai-office/shared/vocabulary";
import type { AppliedEdits, DocumentReading } from "../../document/document-port";
import type { Judgement } from "../../pane-services";

/** What would be sent: the source, what the gate says about it, and the model. */
export interface SendPlan {
  reading: DocumentReading;
  judgement: Judgement;
  card: ModelCard;
  length: LengthChoice;
}

/** What the pane is doing. */
export type Work =
  | { phase: "idle" }
  | { phase: "connecting" }
  | { phase: "reading" }
  | { phase: "confirming"; plan: SendPlan }
  | { phase: "running"; plan: SendPlan; preview: string; done: number; total?: number; remainingMs?: number }
  | { phase: "applying"; action: ApplyAction };

/** What changes the document. */
export type ApplyAction = "insert" | "replace" | "comment" | "undo";

/** A finished summary; stays until the next one is finished. */
export interface Outcome {
  plan: SendPlan;
  /** The class the text was sent with: the higher of what was found and what the person said. */
  declaredClass: ConfidentialityClass;
  result: SummarizeResult;
}

/** Something that did not work; the document is as before. */
export interface Failure {
  error: GenaiError;
  /** The mark because of which nothing was sent. */
  marking?: { where: string; text: string } | undefined;
  /** What "try again" does. */
  retry: "summarize" | ApplyAction;
}

/** A short word on what was done. */
export type Notice =
  "cancelled" | "inserted" | "insertedAtEnd" | "replaced" | "commented" | "copied" | "copyFailed" | "undone";

export interface SummarizeState {
  work: Work;
  outcome?: Outcome | undefined;
  failure?: Failure | undefined;
  notice?: Notice | undefined;
  /** The change that can be taken back. */
  applied?: AppliedEdits | undefined;
  /** Class found when the document was read last. */
  foundClass?: ConfidentialityClass | undefined;
}

export const initialState: SummarizeState = { work: { phase: "idle" } };

export type SummarizeEvent =
  | { type: "connecting" }
  | { type: "reading" }
  | { type: "judged"; foundClass: ConfidentialityClass }
  | { type: "confirming"; plan: SendPlan }
  | { type: "running"; plan: SendPlan }
  | { type: "planned"; total: number }
  | { type: "progress"; done: number; total: number; remainingMs?: number }
  | { type: "preview"; text: string; restarted: boolean }
  | { type: "completed"; outcome: Outcome }
  | { type: "cancelled"; silent?: boolean }
  | { type: "failed"; failure: Failure }
  | { type: "applying"; action: ApplyAction }
  | { type: "applied"; action: Exclude<ApplyAction, "undo">; handle: AppliedEdits }
  | { type: "undone" }
  | { type: "copied"; worked: boolean };

/** Where it went is said, because the place may be out of sight. */
function appliedNotice(action: Exclude<ApplyAction, "undo">, outcome: Outcome | undefined): Notice {
  if (action === "insert") return outcome?.plan.reading.scope === "document" ? "insertedAtEnd" : "inserted";
  return action === "replace" ? "replaced" : "commented";
}

const idle: Work = { phase: "idle" };

/** What happens on each event. A result survives everything but the next result: cancelling and failing go back to it. */
export function reduceSummarize(state: SummarizeState, event: SummarizeEvent): SummarizeState {
  switch (event.type) {
    case "connecting":
    case "reading":
      return { ...state, work: { phase: event.type }, failure: undefined, notice: undefined };
    case "judged":
      return { ...state, foundClass: event.foundClass };
    case "confirming":
      return { ...state, work: { phase: "confirming", plan: event.plan } };
    case "running":
      return { ...state, work: { phase: "running", plan: event.plan, preview: "", done: 0 } };
    case "planned":
    case "progress":
    case "preview":
      return state.work.phase === "running" ? { ...state, work: advance(state.work, event) } : state;
    case "completed":
      return { ...state, work: idle, outcome: event.outcome, applied: undefined };
    case "cancelled":
      return { ...state, work: idle, notice: event.silent === true ? undefined : "cancelled" };
    case "failed":
      return { ...state, work: idle, failure: event.failure };
    case "applying":
      return { ...state, work: { phase: "applying", action: event.action }, failure: undefined, notice: undefined };
    case "applied":
      return { ...state, work: idle, applied: event.handle, notice: appliedNotice(event.action, state.outcome) };
    case "undone":
      return { ...state, work: idle, applied: undefined, notice: "undone" };
    case "copied":
      return { ...state, failure: undefined, notice: event.worked ? "copied" : "copyFailed" };
  }
}

type Running = Extract<Work, { phase: "running" }>;

function advance(work: Running, event: Extract<SummarizeEvent, { type: "planned" | "progress" | "preview" }>): Running {
  switch (event.type) {
    case "planned":
      return { ...work, total: event.total };
    case "progress": {
      const { done, total, remainingMs } = event;
      const known = { phase: work.phase, plan: work.plan, preview: work.preview, done, total };
      return remainingMs === undefined ? known : { ...known, remainingMs };
    }
    case "preview":
      return { ...work, preview: event.restarted ? event.text : work.preview + event.text };
  }
}

import type { SummarizeRequest, SummarizeResult } from "@genai-office/shared/tasks";
import type {
  ConfidentialityClass,
  ConfidentialityDecision,
  ModelCard,
  TaskEvent,
} from "@genai-office/shared/vocabulary";
import type { DocumentReading } from "./document/document-port";
import type { OfficeConnection } from "./office/connect-office";

/** What the relay offers. */
export interface ModelOffer {
  models: ModelCard[];
  defaultModel: string;
}

/** What the gate saw in a document. */
export interface Judgement {
  class: ConfidentialityClass;
  decision: ConfidentialityDecision;
  markings: { where: string; text: string; decision: ConfidentialityDecision }[];
}

/** The gate's refusals. */
export type Refusal = "confidentiality-blocked" | "confidentiality-unconfirmed" | "model-not-cleared";

/** The tasks and the gate; loaded with the first click on a task. */
export interface Engine {
  judge(reading: DocumentReading): Judgement;
  /** The gate: the code of the refusal, or undefined when the text may go. */
  refusal(judgement: Judgement, card: ModelCard, confirmed: boolean): Refusal | undefined;
  summarize(request: SummarizeRequest, signal: AbortSignal): AsyncIterable<TaskEvent<SummarizeResult>>;
}

/** What the pane stands on; each is asked for when it is needed, so that the first paint waits for neither. */
export interface PaneServices {
  /** Resolves when Office is ready. After a failure the next call tries again. */
  connect(): Promise<OfficeConnection>;
  /** Asks the relay. Rejects with a GenaiError when it cannot be reached. */
  models(): Promise<ModelOffer>;
  engine(): Promise<Engine>;
  /** True when relay and pane are on one machine. */
  relayIsHere: boolean;
}

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

/** The tasks, the gate and the way to the relay; loaded after the pane stands. */
export interface Engine {
  /** Rejects with a GenaiError when the relay cannot be reached. */
  fetchModels(): Promise<ModelOffer>;
  judge(reading: DocumentReading): Judgement;
  /** The gate: the code of the refusal, or undefined when the text may go. */
  refusal(judgement: Judgement, card: ModelCard, confirmed: boolean): Refusal | undefined;
  summarize(request: SummarizeRequest, signal: AbortSignal): AsyncIterable<TaskEvent<SummarizeResult>>;
}

/** What the pane stands on; each is asked for when it is needed, so that the first paint waits for neither. */
export interface PaneServices {
  /** Resolves when Office is ready. After a failure the next call tries again. */
  connect(): Promise<OfficeConnection>;
  engine(): Promise<Engine>;
  /** True when relay and pane are on one machine. */
  relayIsHere: boolean;
}

import type { EstimatedCost } from "@genai-office/shared/models";
import type { ConfidentialityClass, RunReport } from "@genai-office/shared/vocabulary";
import type { RunIdentity } from "../logging/run-log";

/**
 * What the audit holds. Names, versions, codes, counts and hashes; never a text of a document, a question or an answer, and
 * nothing that a client can choose freely. An entry is stored as JSON text and never changed; its number and hashes are the
 * chain's (docs/operations.md).
 */
export type AuditEntry = StepBegun | StepRefused | StepEnded | RunReported | AdminAct | RetentionDone;

interface EntryBase {
  /** Version of this form. */
  v: 1;
  /** ISO 8601, UTC, by the clock of the node. */
  at: string;
  /** UUID of the process that wrote it. */
  node: string;
}

/** Who asked for what. */
export interface AuditedStep {
  /** UUID of this step in the audit; ties its beginning to its end. */
  step: string;
  /** What the client got as X-Request-Id, and what the log has. */
  request: string;
  route: RunIdentity["route"];
  /** Pseudonym of the person. */
  person: string;
  section?: string;
  task: string;
  /** UUID of the run of a task, as the client made it; ties the step to reports. */
  run?: string;
  /** SHA-256 of the source the step was cut from, as the client computed it. */
  document: string;
  declared: ConfidentialityClass;
  /** What the relay itself found in the text; missing when it did not come to that. */
  found?: ConfidentialityClass;
  /** The class that was gone by. */
  class?: ConfidentialityClass;
  confirmed: boolean;
  /** True when the relay masked it. */
  masked: boolean;
  /** What the client said: that it had masked it, or that its person does not want it; missing when it said nothing. */
  clientMasked?: boolean;
  blocks: number;
  /** UTF-16 units of the texts. */
  characters: number;
  /** Missing when the relay knows no such model: a name could be anything. */
  model?: string;
  contract?: string;
  region?: string;
  promptVersion?: string;
  /** Version of the ministry's settings that held. */
  settings: string;
}

/** Written before anything leaves. */
export interface StepBegun extends EntryBase, AuditedStep {
  kind: "begun";
}

/** Nothing left. */
export interface StepRefused extends EntryBase, AuditedStep {
  kind: "refused";
  /** A code of GenaiError. */
  outcome: string;
  /** Further refusals of the same person and minute that have no entry of their own: how many, by code. */
  more?: Readonly<Record<string, number>>;
}

export interface StepEnded extends EntryBase {
  kind: "ended";
  step: string;
  /** A finish reason, "aborted", a code of GenaiError, or "interrupted" when the node was gone before the end. */
  outcome: string;
  clientGone?: true;
  firstTextMs?: number;
  totalMs?: number;
  outputCharacters?: number;
  inputTokens?: number;
  outputTokens?: number;
  cost?: EstimatedCost;
  /** Node that wrote it for one that was gone. */
  by?: string;
}

/** What a person did with the result of a run. */
export interface RunReported extends EntryBase, Omit<RunReport, "run"> {
  kind: "report";
  run: string;
  person: string;
}

/** Something done on the admin page, or by a program of an administrator. */
export interface AdminAct extends EntryBase {
  kind: "admin";
  person: string;
  /** Which act, such as "kill-switch". */
  act: string;
  details: AdminDetails;
}

export type AdminDetails = Readonly<Record<string, string | number | boolean | null>>;

/** Entries were removed from the beginning of the chain because their time was over. */
export interface RetentionDone extends EntryBase {
  kind: "retention";
  olderThan: string;
  removed: number;
  removedThrough: number;
  removedHash: string;
}

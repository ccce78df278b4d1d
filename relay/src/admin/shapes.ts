import type { Clearance, ContractName, FeedbackReason, ModelCard, TaskName } from "@genai-office/shared/vocabulary";
import type { ChainVerdict } from "../audit/verify-chain";
import type { SwitchSubject } from "../kill-switch/switch";
import type { AdminRole } from "../policy/caller";
import type {
  GlossaryRowProblem,
  Limits,
  MaskingPolicy,
  Notice,
  Retention,
  Section,
} from "../settings/ministry-settings";

/*
 * JSON of the admin API, /api/admin. Types only, so that the page imports nothing of the server. Moments are ISO 8601 in UTC,
 * dates YYYY-MM-DD of Japan, durations milliseconds. A refusal is `{ error: WireError }` as everywhere: 401 sign-in-required,
 * 403 forbidden (role, origin or CSRF token), 400 bad-request, 503 unavailable (database).
 *
 * Which role a route asks for: viewer, but for POST kill-switch (operator) and audit/export, audit/verify (officer).
 * Operators and officers are viewers too. Every POST needs `Content-Type: application/json`, an Origin of the relay itself, and
 * the token of GET session in the header X-Csrf-Token.
 */

/** Header of the token that every POST needs. */
export const csrfHeader = "x-csrf-token";

/** GET session. Asked for again when the token has expired. */
export interface AdminSession {
  pseudonym: string;
  section?: string;
  roles: AdminRole[];
  /** True when there is no sign-in: the person at this machine has all roles. */
  development: boolean;
  displayName: string;
  csrfToken: string;
  csrfExpires: string;
}

/** GET status. */
export interface AdminStatus {
  version: string;
  now: string;
  settings: SettingsState;
  /** Version of the prompt of each task, with the ministry's wording in it where there is some. */
  prompts: Record<TaskName, string>;
  models: ModelStatus[];
  /** Nodes that were seen within the last day, the newest first; `this` is the one that answers. */
  nodes: NodeStatus[];
  database: DatabaseStatus;
  /** Whether the chain of the audit can be written; absent while that is not known. */
  audit?: "ok" | "blocked" | "cut-off";
  /** Of the relay itself; absent when TLS ends in front of it. */
  certificate?: CertificateStatus;
  /** What the last look at the upstreams said; absent before the first. */
  reachability?: ReachabilityReport;
  killSwitch: KillSwitchState;
}

export interface SettingsState {
  /** "none" without a settings file. */
  version: string;
  since: string;
  /** Why the file on disk is not in force. */
  problem?: { place: string; fault: string; since: string };
  /** What is in force and probably not meant. */
  warnings: SettingsWarning[];
}

export interface SettingsWarning {
  /** "price-without-rate": a budget of costs does not count this model; "clearance-without-region": class 2 is not sent abroad. */
  code: "price-without-rate" | "clearance-without-region";
  model: string;
}

export interface ModelStatus {
  id: string;
  name: ModelCard["name"];
  contract: ContractName;
  region: ModelCard["region"];
  /** As the settings make it. */
  clearance: Clearance;
  tasks: TaskName[];
  /** "unconnected": no connection is configured; "disabled": by the settings; "retired": its date is over. */
  state: "offered" | "disabled" | "unconnected" | "retired" | "switched-off";
  /** Sections it is limited to. */
  sections?: string[];
  /** Key of its endpoint in the reachability report; absent for the embedded engine and for unconnected models. */
  endpoint?: string;
}

export interface NodeStatus {
  id: string;
  this: boolean;
  /** False when it has not been seen for 30 seconds. */
  alive: boolean;
  version: string;
  settingsVersion: string;
  startedAt: string;
  seenAt: string;
  /** How far its clock is ahead of the database's. */
  clockAheadMs: number;
}

export interface DatabaseStatus {
  kind: "embedded" | "postgresql" | "none";
  /** Absent when the database does not answer. */
  answersInMs?: number;
  /** How far this node's clock is ahead of the database's. */
  clockAheadMs?: number;
  /** Why it does not answer: a system code such as ECONNREFUSED, a SQLSTATE, or "timeout". */
  fault?: string;
}

export interface CertificateStatus {
  validTo: string;
  /** Whole days that are left; negative when it has expired. */
  daysLeft: number;
}

/** POST reachability, without fields in its body: looks now, unless the last look is less than 10 seconds old. */
export interface ReachabilityReport {
  at: string;
  endpoints: EndpointStatus[];
}

/** One address that models are behind. Nothing of a document, and no key, is sent there by a look. */
export interface EndpointStatus {
  /** Scheme, host and port. */
  endpoint: string;
  models: string[];
  /** True when anything answered in HTTP. */
  reachable: boolean;
  /** HTTP status of the answer; without a key it is often 401, 403 or 404. */
  status?: number;
  /** Why nothing answered: a system code such as ECONNREFUSED or CERT_HAS_EXPIRED, or "timeout". */
  fault?: string;
  answersInMs?: number;
  certificate?: CertificateStatus;
  /** How far this node's clock is ahead of the server's `Date` header, at least: what waiting or its whole seconds explain is 0. */
  clockAheadMs?: number;
}

/** GET usage?from=YYYY-MM-DD&to=YYYY-MM-DD&by=task|model|section; both days included, at most 366. */
export interface UsageReport {
  from: string;
  to: string;
  by: UsageGrouping;
  /** Most steps first. */
  rows: UsageRow[];
  total: UsageRow;
  /** By day, days without use left out. */
  days: UsageDay[];
}

export type UsageGrouping = "task" | "model" | "section";

export interface UsageRow {
  /** Task, id of the model, or id of the section; "" for the total, and for people of no section. */
  name: string;
  /** Steps that began. */
  steps: number;
  refused: number;
  failed: number;
  /** Runs of a task, as the panes count them. */
  runs: number;
  people: number;
  inputTokens: number;
  outputTokens: number;
  /** In the currencies of the model cards. */
  costs: { currency: string; amount: number }[];
  /** JPY, as far as the settings have a rate. */
  costInYen: number;
  /** Runs that people decided about, and the part of those that they accepted (0..1). */
  decided: number;
  acceptRate?: number;
  /** Characters changed before accepting, in the middle of all; and as a part of the length of the result (0..1). */
  medianEditDistance?: number;
  medianEditShare?: number;
  helpful: number;
  unhelpful: number;
  reasons: Partial<Record<FeedbackReason, number>>;
  medianFirstTextMs?: number;
  medianTotalMs?: number;
  p95TotalMs?: number;
}

export interface UsageDay {
  day: string;
  steps: number;
  people: number;
  tokens: number;
}

/** GET audit/verify?anchor=N:HASH, with any number of anchors. */
export type AuditVerification = ChainVerdict & {
  /** False when the verification itself could not be put on record, as in a chain that nothing can be appended to. */
  recorded: boolean;
};

/** GET kill-switch, and the answer of POST kill-switch. */
export interface KillSwitchState {
  /** False while this node does not know what is switched off: it then lets no step through. */
  known: boolean;
  /** When the database last said what is switched off. */
  readAt?: string;
  /** Oldest first. */
  switchedOff: SwitchedOffNow[];
}

export interface SwitchedOffNow {
  subject: SwitchSubject;
  reason: string;
  by: string;
  since: string;
  /** Holds on the node that answers only: the database, which does not answer, does not have it yet. */
  pending?: true;
}

/**
 * POST kill-switch: effective on all nodes within 5 seconds. 202 instead of 200: at once on this node, on the others when the
 * database takes it ("pending"); it is tried again until then.
 */
export interface KillSwitchChange {
  subject: SwitchSubject;
  off: boolean;
  /** Shown to people, plain text of at most 300 characters. Needs none. */
  reason?: string;
}

/** GET settings: what is in force. Never holds a secret; groups and roles are names of Entra, not of people. */
export interface AdminSettings extends SettingsState {
  displayName: string;
  sections: Section[];
  roles: Record<AdminRole, string[]>;
  limits: Limits;
  glossaries: { id: string; version: string; languages: string[]; terms: number }[];
  /** Rows that could not be read as they stand (docs/glossary.md). */
  glossaryProblems: GlossaryRowProblem[];
  templates: { id: string; task: TaskName; name: { ja: string; en?: string }; sections?: string[] }[];
  prompts: Partial<Record<TaskName, string>>;
  notices: Notice[];
  masking: MaskingPolicy;
  retention: Retention;
  sessions: { adminMinutes: number };
}

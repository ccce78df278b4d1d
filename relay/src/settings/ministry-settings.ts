import type { GlossaryProblem } from "@genai-office/shared/glossary";
import type { DefaultModels } from "@genai-office/shared/models";
import type { Clearance, Glossary, TaskName } from "@genai-office/shared/vocabulary";
import type { AdminRole } from "../policy/caller";

/**
 * Settings of the ministry as the settings file gives them, checked and with its glossaries read; the format is in
 * docs/settings.md. Never holds a secret. An object is never changed: a new file makes a new one with another `version`.
 */
export interface MinistrySettings {
  /** First 12 hex digits of the SHA-256 of the file and the glossaries it names; "none" without a file. Audited. */
  version: string;
  /** Name of the product that people see, in the place of DISPLAY_NAME. */
  displayName?: string;
  models: {
    /** By id of the model card; a card that is not named stays as the catalogue has it. */
    cards: Readonly<Record<string, ModelSettings>>;
    /** Defaults by task and class, task by task in the place of the catalogue's. */
    default: DefaultModels;
  };
  /** In the order of the file: a person belongs to the first that one of their groups is listed in. */
  sections: readonly Section[];
  /** Values of the token's claims `roles` and `groups` that give a role on the admin page. */
  roles: Readonly<Record<AdminRole, readonly string[]>>;
  limits: Limits;
  glossaries: readonly Glossary[];
  /** Rows of the glossaries that could not be read as they stand; at most a hundred of each. */
  glossaryProblems: readonly GlossaryRowProblem[];
  templates: readonly Template[];
  /** Wording of the ministry that goes into the prompts of a task. */
  prompts: Readonly<Partial<Record<PromptTask, string>>>;
  notices: readonly Notice[];
  masking: MaskingPolicy;
  retention: Retention;
  sessions: {
    /** How long a page of the administration may go on acting without being loaded anew. Minutes. */
    adminMinutes: number;
  };
}

/** Number and code of a row, never what stands in it. */
export interface GlossaryRowProblem extends GlossaryProblem {
  /** Id of the glossary. */
  glossary: string;
}

/** Tasks whose prompts are ours; AI apps and foreign clients bring their own. */
export const promptTasks = [
  "summarize",
  "translate",
  "minutes",
  "reply",
  "thread",
  "answer",
  "ask",
] as const satisfies TaskName[];
export type PromptTask = (typeof promptTasks)[number];

export interface ModelSettings {
  /** False: neither offered nor asked, not even as a fallback. */
  enabled: boolean;
  /** In the place of the card's. Class 2 still needs a model that runs in Japan, whatever stands here. */
  clearance?: Clearance;
  /** Ids of the sections that may use it; everybody when left out. */
  sections?: readonly string[];
}

export interface Section {
  /** Short name for figures and audit rows, e.g. "budget-1". */
  id: string;
  name: { ja: string; en?: string };
  /** Object ids of Entra groups, or other values of the claims `groups` and `roles`. */
  groups: readonly string[];
  /** In the place of the general limits, one by one. */
  limits: { person: LimitSet; section: LimitSet };
}

/** What may be asked in a time. A limit that is left out does not hold. */
export interface LimitSet {
  /** Steps that begin within any 60 seconds; counted on each node by itself. */
  requestsPerMinute?: number;
  /** Steps that run at the same time; counted on each node by itself. */
  concurrentStreams?: number;
  /** By the day of Japan, over all nodes. */
  stepsPerDay?: number;
  /** Input and output together. */
  tokensPerDay?: number;
  /** JPY, by the prices of the model cards. */
  costPerDay?: number;
}

export interface Limits {
  /** For each person. */
  person: LimitSet;
  /** For all people of a section together. People of no section have no such limit. */
  section: LimitSet;
  /** For everybody together. */
  whole: LimitSet;
  /** Largest text of one step. UTF-16 units. */
  textCharacters?: number;
  /** Largest files of one step together, as they are, not in base64. Bytes. */
  uploadBytes?: number;
  /** What one unit of another currency costs, in JPY; for model cards with a price in it. */
  exchangeRates: Readonly<Record<string, number>>;
}

/** 定型: an instruction that people can choose instead of writing it. */
export interface Template {
  id: string;
  task: PromptTask;
  name: { ja: string; en?: string };
  instruction: string;
  /** Ids of the sections it is offered to; everybody when left out. */
  sections?: readonly string[];
}

/** A text shown at the top of the panes. */
export interface Notice {
  id: string;
  text: { ja: string; en?: string };
  severity: "info" | "warning" | "error";
  /** ISO 8601 with a zone; without a bound it holds from ever, or for ever. */
  from?: string;
  until?: string;
}

export interface MaskingPolicy {
  /** "where-refused": on by default for models that refuse texts with personal data; people can still choose. */
  default: "where-refused" | "always" | "off";
  /** Titles of public roles whose holders are not masked, e.g. 大臣. */
  publicRoles: readonly string[];
}

export interface Retention {
  /** Days that rows of the audit are kept. */
  auditDays: number;
  /** Days that daily counts of use are kept. */
  usageDays: number;
}

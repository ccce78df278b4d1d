import type { Clearance } from "./confidentiality-class";

/** One published way to speak to GENAI (DESIGN 4); `offline` is the embedded engine. */
export const contractNames = [
  "openai",
  "predict",
  "predict-stream",
  "exapps",
  "ai-app",
  "plamo-translate",
  "cotomi",
  "offline",
] as const;
export type ContractName = (typeof contractNames)[number];

/** Tasks a model may be asked to do. `research` runs an AI app of GENAI, `chat` passes a foreign client's messages on. */
export const taskNames = [
  "summarize",
  "translate",
  "minutes",
  "reply",
  "thread",
  "answer",
  "ask",
  "research",
  "chat",
] as const;
export type TaskName = (typeof taskNames)[number];

/** When a server runs, by the clock of Japan. `to` may be "24:00"; `from` later than `to` runs over midnight. */
export interface ServiceHours {
  /** HH:MM */
  from: string;
  /** HH:MM, not included */
  to: string;
}

/** What tokens cost, to compare models; tokens that are not priced separately are left out. */
export interface ModelPrice {
  /** ISO 4217, such as JPY. */
  currency: string;
  inputPerMillionTokens: number;
  outputPerMillionTokens: number;
}

/**
 * What is known about a model. The catalogue is configuration, never code.
 * Token counts are in the model's own tokens; `tokensPerCharacter` turns Japanese characters (UTF-16 units) into them.
 */
export interface ModelCard {
  id: string;
  name: { ja: string; en: string };
  maker: string;
  domestic: boolean;
  contract: ContractName;
  /** Name of the connection (upstreams file) that leads to it; without one, the relay's only connection. */
  upstream?: string;
  /** Name the upstream server knows the model by; the id when left out. */
  upstreamModel?: string;
  contextTokens: number;
  outputTokens: number;
  tokensPerCharacter: number;
  clearance: Clearance;
  /** "local": runs inside the relay's own process, nothing leaves; "jp": in Japan; "other": elsewhere or not known. */
  region: "local" | "jp" | "other";
  tasks: TaskName[];
  languages: string[];
  /** Around the clock when left out. */
  hours?: ServiceHours;
  /** Date (YYYY-MM-DD) after which the model is gone. */
  retires?: string;
  /** Ids of the cards that are asked in turn when this one cannot answer. */
  fallbacks?: string[];
  /** False when the server has to be asked for the whole answer at once. */
  streaming?: boolean;
  /** "dropped": the server forgets system messages, so instructions go into the text of the user. */
  systemText?: "kept" | "dropped";
  price?: ModelPrice;
  /** True when something on the way to the model refuses texts with personal data: they are masked unless a person says no. */
  refusesPersonalData?: boolean;
  /** Names of fields above that are assumed, not documented. */
  assumed: string[];
  /** Names of fields whose value the relay has measured, in the place of what the catalogue says. */
  measured?: string[];
  /** Where a documented field is documented, by field name. */
  sources?: Record<string, string>;
}

import type { Clearance } from "./confidentiality-class";

/** One published way to speak to GENAI (DESIGN 4); `offline` is the embedded engine. */
export type ContractName =
  "openai" | "predict" | "predict-stream" | "exapps" | "ai-app" | "plamo-translate" | "cotomi" | "offline";

/** Tasks a model may be asked to do. */
export type TaskName = "summarize" | "chat";

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
  /** Date (YYYY-MM-DD) after which the model is gone. */
  retires?: string;
  /** Names of fields above that are assumed, not documented. */
  assumed: string[];
}

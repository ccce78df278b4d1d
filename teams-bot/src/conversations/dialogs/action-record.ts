/** What a message action has made; kept until its dialog fetches it, and as long as retention lets it. */
export interface ActionRecord {
  task: "summarize" | "translate";
  written: string;
  /** Mark of the message, which the text inherits; empty where there is none. */
  mark: string;
  /** Names of the models that wrote it. */
  models: string[];
  /** Remarks of the guards, in words. */
  findings: string[];
  /** Who wrote the message. */
  author: string;
}

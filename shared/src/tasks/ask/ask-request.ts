import type { AskTurn, ConfidentialityClass, Finding, ModelCard, TaskLanguage } from "../../vocabulary";

export interface AskRequest {
  question: string;
  /** What was asked and answered before, oldest first; as much of its end travels as the model has room for. */
  history: readonly AskTurn[];
  /** Language of the answer. */
  language: TaskLanguage;
  /** Model that is asked. */
  card: ModelCard;
  /** Cards of models that may answer in its place (its fallbacks): what they write is continued by their own cards. */
  others?: readonly ModelCard[];
  /** Class of question and history as the gate found it or as the person declared it. */
  declaredClass: ConfidentialityClass;
  /** The person has answered an "ask" of the gate for this question. */
  confirmed: boolean;
  /** SHA-256 (hex) of question and history. */
  documentHash: string;
}

export interface AskResult {
  /** Markdown: lists, tables and emphasis of the model are kept; links that the question does not have are not. */
  text: string;
  /** Figures that neither question nor history holds (`figure-without-source` { found }): nothing here can bear them out. */
  findings: Finding[];
  /** Earlier turns that had no room. */
  forgotten: number;
  usage?: { inputTokens: number; outputTokens: number };
  /** Ids of the models that answered. */
  models: string[];
}

import { ownValue } from "../own-value";
import type { AppInputs, AppTurn, ConfidentialityClass, GenaiError } from "../../../vocabulary";

/**
 * How an inquiry stands. "sending": on its way or streaming; "waiting": the app has accepted it and works on; "paused":
 * nobody waits for it here; "done" and "failed" are final.
 */
export type InquiryStatus = "sending" | "waiting" | "paused" | "done" | "failed";

/** What of an inquiry outlives the pane: enough to find its answer again, and to know it in a list. No answer is kept. */
export interface StoredInquiry {
  id: string;
  app: string;
  appName: string;
  service: string;
  /** First words of what was asked. */
  question: string;
  /** Milliseconds since 1970. */
  since: number;
  sessionId: string;
  declaredClass: ConfidentialityClass;
  confirmed: boolean;
  /** Continues the wait; undefined for an answer that came at once. */
  ticket?: string;
  status: InquiryStatus;
  /** A person has seen the answer. */
  seen: boolean;
}

/** A file of an answer. */
export interface InquiryFile {
  name: string;
  /** Base64; undefined when it could not be fetched. */
  content?: string;
}

export interface Inquiry extends StoredInquiry {
  /** The answer as far as it has come (markdown). */
  text: string;
  files: InquiryFile[];
  /** What the app said of a long invocation when it was looked at last. */
  remote?: "queued" | "running";
  /** When it is looked at next; milliseconds since 1970. */
  nextLookAt?: number;
  /** How far the app says it is: of how many parts. */
  progress?: { done: number; total: number };
  error?: GenaiError;
  /** What was filled in; only in this pane, to go on with a conversation or to try again. */
  inputs?: AppInputs;
  /** The conversation before this inquiry. */
  conversation?: AppTurn[];
}

const questionLength = 40;

/** First words of what was filled in: the first of these fields that holds any. */
export function firstWords(inputs: Pick<AppInputs, "values">, keys: readonly string[]): string {
  for (const key of keys) {
    const value = ownValue(inputs.values, key);
    const text = (Array.isArray(value) ? value.join("、") : (value ?? "")).replace(/\s+/g, " ").trim();
    if (text !== "") {
      const characters = [...text];
      return characters.length <= questionLength ? text : `${characters.slice(0, questionLength).join("")}…`;
    }
  }
  return "";
}

/** The part that is stored. */
export function storedPart(inquiry: Inquiry): StoredInquiry {
  const { id, app, appName, service, question, since, sessionId, declaredClass, confirmed, ticket, status, seen } =
    inquiry;
  return {
    id,
    app,
    appName,
    service,
    question,
    since,
    sessionId,
    declaredClass,
    confirmed,
    ...(ticket === undefined ? {} : { ticket }),
    status,
    seen,
  };
}

import { GenaiError, type UsageEvent } from "../../../vocabulary";
import { isRecord } from "../is-record";
import { throwIfNoAnswer } from "./app-status";
import { readArtifacts, type AppArtifact } from "./read-artifacts";
import { readUsage } from "./read-usage";

/** An answer as it came: markdown, files, tokens. */
export interface AppAnswer {
  text: string;
  artifacts: AppArtifact[];
  usage?: UsageEvent;
}

/** What GENAI's history holds in the place of `outputs` that an app never gave. */
const noOutputs = new Set(['"No outputs"', "{}"]);

/**
 * Reads a finished answer: the body of a 200, a COMPLETED status or a COMPLETED history. Call it only for these: in every
 * other reply `outputs` is something else.
 * @throws GenaiError "upstream-error" (an error inside the reply), "malformed-response", "output-empty"
 */
export function readAnswer(body: unknown): AppAnswer {
  if (!isRecord(body)) throw new GenaiError("malformed-response", "the answer is no object");
  throwIfNoAnswer(body);
  const artifacts = readArtifacts(body.artifacts);
  const { outputs } = body;
  const missing = outputs === undefined || outputs === null;
  if (typeof outputs !== "string" && !(missing && artifacts.length > 0)) {
    throw new GenaiError("malformed-response", "the answer has no text");
  }
  const text = typeof outputs !== "string" || noOutputs.has(outputs) ? "" : outputs;
  if (text.trim() === "" && artifacts.length === 0) throw new GenaiError("output-empty", "the answer is empty");
  const usage = readUsage(body.usageMetadata);
  return { text, artifacts, ...(usage === undefined ? {} : { usage }) };
}

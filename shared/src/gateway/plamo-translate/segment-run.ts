import { GenaiError, type FinishReason, type RunOptions, type UsageEvent } from "../../vocabulary";
import { looksCut } from "../transport/looks-cut";
import type { PlamoTranslateClient } from "./plamo-client";
import type { PlamoTranslateOptions } from "./plamo-options";
import type { SegmentRequest } from "./prompt";
import { withinTurn } from "./turn-end";

/** What one request gave. `halve`: the words did not fit; they are to be asked for in two parts, if that can be done. */
export type SegmentOutcome =
  | { type: "translated"; text: string; usage: UsageEvent | undefined }
  | { type: "ended"; reason: FinishReason; text: string; usage: UsageEvent | undefined }
  | { type: "halve"; text: string; usage: UsageEvent | undefined; otherwise: GenaiError | undefined }
  | { type: "aborted" };

/**
 * Runs one segment to its end. Its words are kept back until they are known to be whole, because an answer that was cut is
 * asked for anew in two parts.
 * @throws GenaiError what the request failed with
 */
export async function runSegment(
  client: PlamoTranslateClient,
  request: SegmentRequest,
  options: PlamoTranslateOptions,
  runOptions: RunOptions,
): Promise<SegmentOutcome> {
  let answer = "";
  let usage: UsageEvent | undefined;
  for await (const event of client.translateSegment(request, runOptions)) {
    switch (event.type) {
      case "text-delta":
        answer += event.text;
        break;
      case "usage":
        usage = event;
        break;
      case "aborted":
        return { type: "aborted" };
      case "failed":
        if (event.error.code === "input-too-large") return { type: "halve", text: "", usage, otherwise: event.error };
        throw event.error;
      case "finished":
        return outcomeOf(oneLine(answer, request.to), event.reason, usage, options);
      case "progress":
      case "model-switched":
      case "accepted":
      case "waiting":
      case "artifact":
        break;
    }
  }
  throw new GenaiError("incomplete-stream", "the run ended without a terminal event", { retryable: true });
}

function outcomeOf(
  text: string,
  reason: FinishReason,
  usage: UsageEvent | undefined,
  { card, mode }: PlamoTranslateOptions,
): SegmentOutcome {
  if (reason === "length") {
    const otherwise = new GenaiError("output-truncated", "a translation was cut by the limit however short the text");
    return { type: "halve", text, usage, otherwise };
  }
  if (reason !== "stop") return { type: "ended", reason, text, usage };
  if (text === "") {
    const otherwise = new GenaiError("output-empty", "a segment has no translation");
    return { type: "halve", text, usage, otherwise };
  }
  // The gateway's transformation does not tell a cut; what only looks like one is kept when it cannot be helped.
  if (mode === "transform" && looksCut(text.length, text.slice(-4), card))
    return { type: "halve", text, usage, otherwise: undefined };
  return { type: "translated", text, usage };
}

/** A translation as part of an entry: one line, without what a server let through behind the end of the turn. */
function oneLine(answer: string, to: SegmentRequest["to"]): string {
  return withinTurn(answer)
    .trim()
    .replace(/\s*[\r\n\v\u2028\u2029]+\s*/g, to === "en" ? " " : "");
}

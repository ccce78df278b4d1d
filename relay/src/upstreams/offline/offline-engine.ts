import {
  asGenaiError,
  GenaiError,
  type GenerateEvent,
  type RunOptions,
  type Step,
  type StepRunner,
} from "@genai-office/shared/vocabulary";
import { writeAnswer } from "./answer/write-answer";
import { Breather } from "./breather";
import { extractSummary } from "./extract-summary";
import { writeMinutes } from "./minutes/write-minutes";
import { writeReply } from "./reply/write-reply";
import { writeThread } from "./thread/write-thread";
import { translateOffline } from "./translate/translate-step";
import { writePieces } from "./write-pieces";

/**
 * The embedded engine: answers when no gateway is configured, in this process, without a network, the same words for the
 * same step (DESIGN 5). It summarizes and answers by choosing whole sentences of the source and citing each, takes minutes by
 * rules in the speakers' own words, makes the skeleton of a reply, lists what a mail thread asks, and translates what its glossary and patterns cover; it
 * never invents, so wishes are beyond it. Any other task fails with "model-cannot-do-task".
 * One run never holds the thread for more than some tens of milliseconds, and an abort ends it there.
 */
export function createOfflineEngine(): StepRunner {
  return { run };
}

async function* run(step: Step, options: RunOptions = {}): AsyncGenerator<GenerateEvent, void, undefined> {
  const breather = new Breather(options.signal);
  let partial = "";
  try {
    if (options.signal?.aborted === true) throw new GenaiError("aborted", "the run was cancelled");
    for (const text of await write(step, breather)) {
      partial += text;
      yield { type: "text-delta", text };
      await breather.rest();
    }
    // The engine's token is the UTF-16 unit, as its card says (one token per character).
    const inputTokens = step.blocks.reduce((sum, block) => sum + block.text.length, 0);
    yield { type: "usage", inputTokens, outputTokens: partial.length };
  } catch (thrown) {
    const error = asGenaiError(thrown);
    yield error.code === "aborted" ? { type: "aborted", partial } : { type: "failed", error, partial };
    return;
  }
  yield { type: "finished", reason: "stop" };
}

/** The answer to a step, in pieces. */
async function write(step: Step, breather: Breather): Promise<Iterable<string>> {
  switch (step.task) {
    case "summarize":
      return writePieces(await extractSummary(step, breather));
    case "minutes":
      return asLines(await writeMinutes(step, breather));
    case "reply":
      return asLines(writeReply(step));
    case "thread":
      return asLines(await writeThread(step, breather));
    case "answer":
      return asLines(await writeAnswer(step, breather));
    case "translate":
      return asLines(await translateOffline(step, breather));
    default:
      throw new GenaiError("model-cannot-do-task", `the embedded engine has no way to do ${step.task}`);
  }
}

function asLines(lines: readonly string[]): string[] {
  return lines.map((line, index) => (index === 0 ? line : `\n${line}`));
}

import type { Masking } from "../../guards";
import { leavableRun, type RunHandle } from "../../models/leavable-run";
import { steadyEvents } from "../../models/steady-events";
import { GenaiError, type GenerateEvent, type Step, type StepRunner } from "../../vocabulary";
import { ChatLines } from "./chat-lines";
import { mappedTexts } from "./mapped-step";
import { maskedStep } from "./masked-step";
import { WholeEntries } from "./whole-entries";

/**
 * A runner whose steps leave with personal data masked, and whose words come back with it: what tasks, guards and people
 * see is the restored text. A placeholder that is cut across deltas is held back until it is whole.
 *
 * Ends with `failed` (placeholder-lost) when the output holds a placeholder that is broken or was never given out. What counts
 * as lost besides depends on the task. A translation must hold whatever its block names: an entry that does not is left out of the
 * stream, so that the task asks for it again, and when no entry is left the step fails. Summaries, minutes, replies and answers
 * may leave a person out: that is what they are for; what they do say is checked by figures and evidence on the restored
 * text. Tasks drop addresses that their sources do not have; the restored text of a chat, which nobody looks at after this, is
 * left without them here. A step that a person wants unmasked (`masked: false`) passes as it is, and so does one
 * that is masked already, unless the masking keeps the placeholders of another one: then what is left in it is masked. Files of AI apps are not looked into.
 */
export function maskedRunner(runner: StepRunner, masking: Masking): StepRunner {
  return {
    run: (step, options = {}) =>
      step.masked === false || (step.masked === true && !masking.keepsPlaceholders)
        ? runner.run(step, options)
        : leavableRun((handle) => runMasked(step, runner, masking, handle), options),
  };
}

/** What becomes of the words of a step on their way back. */
interface Restorer {
  push(delta: string): string;
  flush(cut: boolean): string;
  /** True when the output must not be used. */
  refused(atEnd: boolean): boolean;
}

/** @param step the step before it was masked */
function restorerFor(step: Step, masked: Step, masking: Masking): Restorer {
  if (masked.task === "translate") {
    const entries = new WholeEntries(masked, masking);
    return {
      push: (delta) => entries.push(delta),
      flush: (cut) => entries.flush(cut),
      refused: (atEnd) => atEnd && entries.lost && !entries.some,
    };
  }
  const stream = masking.restoring();
  let broken = false;
  const take = ({ text, unknown }: ReturnType<typeof stream.push>): string => {
    broken ||= unknown.length > 0;
    return text;
  };
  const refused = (): boolean => broken;
  if (step.task === "chat") {
    const lines = new ChatLines(step.options.messages.map(({ content }) => content));
    return {
      push: (delta) => lines.push(take(stream.push(delta))),
      flush: (cut) => lines.push(take(stream.flush(cut))) + lines.flush(),
      refused,
    };
  }
  return { push: (delta) => take(stream.push(delta)), flush: (cut) => take(stream.flush(cut)), refused };
}

/** Longest stretch of looking for names before others get their turn, in milliseconds. */
const sliceMs = 12;

/** Looks through the texts of a step without holding up a pane, or the other streams of a server. */
async function learnFrom(step: Step, masking: Masking): Promise<void> {
  let since = performance.now();
  for (const text of mappedTexts(step)) {
    masking.learn([text]);
    if (performance.now() - since < sliceMs) continue;
    await new Promise<void>((resolve) => {
      setTimeout(resolve);
    });
    since = performance.now();
  }
}

async function* runMasked(
  step: Step,
  runner: StepRunner,
  masking: Masking,
  { signal, onOpened }: RunHandle,
): AsyncGenerator<GenerateEvent, void, undefined> {
  await learnFrom(step, masking);
  const masked = maskedStep(step, masking);
  const restorer = restorerFor(step, masked, masking);
  let partial = "";
  for await (const event of steadyEvents(() => runner.run(masked, { signal }), onOpened)) {
    let text = "";
    if (event.type === "text-delta") text = restorer.push(event.text);
    else if (event.type === "finished") text = restorer.flush(event.reason === "length");
    if (restorer.refused(event.type === "finished")) {
      const error = new GenaiError("placeholder-lost", "a placeholder of the output is broken, unknown or missing");
      yield { type: "failed", error, partial };
      return;
    }
    partial += text;
    if (text !== "") yield { type: "text-delta", text };
    if (event.type === "aborted" || event.type === "failed") {
      yield { ...event, partial: step.task === "chat" ? partial : masking.restore(event.partial).text };
    } else if (event.type !== "text-delta") yield event;
  }
}

import type { AppInputs, Step } from "../../vocabulary";

/**
 * Every text of a step that leaves for the model: what the gate judges. Files are not among them; who accepts files
 * judges what is in them.
 */
export function textsOfStep(step: Step): string[] {
  const texts = step.blocks.flatMap(({ label, text }) => (label === undefined ? [text] : [label, text]));
  if (step.written !== undefined) texts.push(step.written);
  texts.push(...textsOfOptions(step).filter((text) => text !== undefined));
  return texts;
}

function textsOfOptions(step: Step): (string | undefined)[] {
  switch (step.task) {
    case "summarize":
      return [step.options.instruction];
    case "translate":
      return [step.options.instruction, ...step.options.terms.flatMap(({ source, target }) => [source, target])];
    case "minutes":
      return [step.options.instruction, ...step.options.speakers];
    case "reply":
      return [step.options.intention, step.options.sender];
    case "answer":
      return [step.options.question, step.options.instruction];
    case "research":
      return textsOfInputs(step.options.inputs);
    case "chat":
      return step.options.messages.map(({ content }) => content);
  }
}

/** What was filled in now and in earlier turns, and what the app has answered. */
function textsOfInputs({ values, conversation = [] }: AppInputs): string[] {
  const earlier = conversation.flatMap((turn) => [...Object.values(turn.values).flat(), turn.answer]);
  return [...Object.values(values).flat(), ...earlier];
}

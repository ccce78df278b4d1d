import type { Masking } from "../../guards";
import type { AppInputs, Block, Step, TermPair } from "../../vocabulary";

/**
 * A step with every text that leaves (blocks and their labels, instruction, intention, sender, question, speakers, terms,
 * messages, inputs of an app, what was written so far) masked, and with `masked` set. Ids, hashes, numbers and the names of files stay.
 */
export function maskedStep(step: Step, masking: Masking): Step {
  masking.learn(textsToMask(step));
  const mask = (text: string): string => masking.mask(text).text;
  const blocks = step.blocks.map((block) => maskedBlock(block, mask));
  const written = step.written === undefined ? {} : { written: mask(step.written) };
  return { ...withMaskedOptions(step, mask), blocks, ...written, masked: true };
}

/** Every text of a step that `maskedStep` masks. */
export function textsToMask(step: Step): string[] {
  const texts: string[] = [];
  const note = (text: string): string => {
    texts.push(text);
    return text;
  };
  step.blocks.forEach((block) => maskedBlock(block, note));
  withMaskedOptions(step, note);
  if (step.written !== undefined) note(step.written);
  return texts;
}

type Mask = (text: string) => string;

function maskedBlock(block: Block, mask: Mask): Block {
  const label = block.label === undefined ? {} : { label: mask(block.label) };
  return { ...block, text: mask(block.text), ...label };
}

function withMaskedOptions(step: Step, mask: Mask): Step {
  switch (step.task) {
    case "summarize":
      return { ...step, options: { ...step.options, ...wishes(step.options, mask) } };
    case "translate":
      return {
        ...step,
        options: { ...step.options, ...wishes(step.options, mask), terms: maskedTerms(step.options.terms, mask) },
      };
    case "minutes": {
      const speakers = step.options.speakers.map(mask);
      return { ...step, options: { ...step.options, ...wishes(step.options, mask), speakers } };
    }
    case "reply": {
      const { intention, sender } = step.options;
      const words = { intention: mask(intention), ...(sender === undefined ? {} : { sender: mask(sender) }) };
      return { ...step, options: { ...step.options, ...wishes(step.options, mask), ...words } };
    }
    case "answer": {
      const question = mask(step.options.question);
      return { ...step, options: { ...step.options, ...wishes(step.options, mask), question } };
    }
    case "research":
      return { ...step, options: { ...step.options, inputs: maskedInputs(step.options.inputs, mask) } };
    case "chat": {
      const messages = step.options.messages.map((message) => ({ ...message, content: mask(message.content) }));
      return { ...step, options: { ...step.options, messages } };
    }
  }
}

/** What most tasks may have: the person's instruction, and terms of the glossary. */
function wishes(
  { instruction, terms }: { instruction?: string; terms?: TermPair[] },
  mask: Mask,
): { instruction?: string; terms?: TermPair[] } {
  return {
    ...(instruction === undefined ? {} : { instruction: mask(instruction) }),
    ...(terms === undefined ? {} : { terms: maskedTerms(terms, mask) }),
  };
}

function maskedTerms(terms: readonly TermPair[], mask: Mask): TermPair[] {
  return terms.map(({ source, target, forbidden }) => ({
    source: mask(source),
    target: mask(target),
    ...(forbidden === undefined ? {} : { forbidden: forbidden.map(mask) }),
  }));
}

function maskedInputs(inputs: AppInputs, mask: Mask): AppInputs {
  const values = (of: AppInputs["values"]): AppInputs["values"] =>
    Object.fromEntries(
      Object.entries(of).map(([key, value]) => [key, typeof value === "string" ? mask(value) : value.map(mask)]),
    );
  return {
    ...inputs,
    values: values(inputs.values),
    ...(inputs.conversation === undefined
      ? {}
      : {
          conversation: inputs.conversation.map((turn) => ({
            ...turn,
            values: values(turn.values),
            answer: mask(turn.answer),
          })),
        }),
  };
}

import type { AppInputs, Block, Step, TermPair } from "../../vocabulary";

/** Gives what stands in the place of a text. */
export type TextChange = (text: string) => string;

/**
 * A step with every text that leaves (blocks and their labels, instruction, intention, sender, question, speakers, names of the reader, terms,
 * messages, inputs of an app, what was written so far) changed. Ids, hashes, numbers and the names of files stay.
 */
export function mappedStep(step: Step, change: TextChange): Step {
  const blocks = step.blocks.map((block) => mappedBlock(block, change));
  const written = step.written === undefined ? {} : { written: change(step.written) };
  return { ...withMappedOptions(step, change), blocks, ...written };
}

/** Every text of a step that `mappedStep` changes. */
export function mappedTexts(step: Step): string[] {
  const texts: string[] = [];
  mappedStep(step, (text) => {
    texts.push(text);
    return text;
  });
  return texts;
}

function mappedBlock(block: Block, change: TextChange): Block {
  const label = block.label === undefined ? {} : { label: change(block.label) };
  return { ...block, text: change(block.text), ...label };
}

function withMappedOptions(step: Step, change: TextChange): Step {
  switch (step.task) {
    case "summarize":
      return { ...step, options: { ...step.options, ...wishes(step.options, change) } };
    case "translate":
      return {
        ...step,
        options: { ...step.options, ...wishes(step.options, change), terms: mappedTerms(step.options.terms, change) },
      };
    case "minutes": {
      const speakers = step.options.speakers.map(change);
      return { ...step, options: { ...step.options, ...wishes(step.options, change), speakers } };
    }
    case "reply": {
      const { intention, sender } = step.options;
      const words = { intention: change(intention), ...(sender === undefined ? {} : { sender: change(sender) }) };
      return { ...step, options: { ...step.options, ...wishes(step.options, change), ...words } };
    }
    case "thread": {
      const me = step.options.me.map(change);
      return { ...step, options: { ...step.options, ...wishes(step.options, change), me } };
    }
    case "answer": {
      const question = change(step.options.question);
      return { ...step, options: { ...step.options, ...wishes(step.options, change), question } };
    }
    case "ask": {
      const history = step.options.history.map((turn) => ({
        question: change(turn.question),
        answer: change(turn.answer),
      }));
      return { ...step, options: { ...step.options, question: change(step.options.question), history } };
    }
    case "research":
      return { ...step, options: { ...step.options, inputs: mappedInputs(step.options.inputs, change) } };
    case "chat": {
      const messages = step.options.messages.map((message) => ({ ...message, content: change(message.content) }));
      return { ...step, options: { ...step.options, messages } };
    }
  }
}

/** What most tasks may have: the person's instruction, and terms of the glossary. */
function wishes(
  { instruction, terms }: { instruction?: string; terms?: TermPair[] },
  change: TextChange,
): { instruction?: string; terms?: TermPair[] } {
  return {
    ...(instruction === undefined ? {} : { instruction: change(instruction) }),
    ...(terms === undefined ? {} : { terms: mappedTerms(terms, change) }),
  };
}

function mappedTerms(terms: readonly TermPair[], change: TextChange): TermPair[] {
  return terms.map(({ source, target, forbidden }) => ({
    source: change(source),
    target: change(target),
    ...(forbidden === undefined ? {} : { forbidden: forbidden.map(change) }),
  }));
}

function mappedInputs(inputs: AppInputs, change: TextChange): AppInputs {
  const values = (of: AppInputs["values"]): AppInputs["values"] =>
    Object.fromEntries(
      Object.entries(of).map(([key, value]) => [key, typeof value === "string" ? change(value) : value.map(change)]),
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
            answer: change(turn.answer),
          })),
        }),
  };
}

import type { AppInputs, Step, TermPair } from "../../vocabulary";

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
      return [step.options.instruction, ...textsOfTerms(step.options.terms)];
    case "translate":
      return [step.options.instruction, ...textsOfTerms(step.options.terms)];
    case "minutes":
      return [step.options.instruction, ...step.options.speakers, ...textsOfTerms(step.options.terms)];
    case "reply":
      return [step.options.intention, step.options.sender, ...textsOfTerms(step.options.terms)];
    case "thread":
      return [step.options.instruction, ...step.options.me, ...textsOfTerms(step.options.terms)];
    case "answer":
      return [step.options.question, step.options.instruction, ...textsOfTerms(step.options.terms)];
    case "ask":
      return [step.options.question, ...step.options.history.flatMap(({ question, answer }) => [question, answer])];
    case "research":
      return textsOfInputs(step.options.inputs);
    case "chat":
      return step.options.messages.map(({ content }) => content);
  }
}

/**
 * Terms speak of words, also of words for marks (機密性3情報): a short one is judged as a mention of itself. What is longer
 * than a term is judged as any text.
 */
function textsOfTerms(terms: readonly TermPair[] = []): string[] {
  return terms.map(({ source, target, forbidden = [] }) =>
    [source, target, ...forbidden]
      .map((wording) => (isTerm(wording) ? `用語「${wording}」の訳語` : wording))
      .join("\n"),
  );
}

const longestTerm = 40;

function isTerm(wording: string): boolean {
  return wording.length <= longestTerm && !/[\r\n。]/.test(wording);
}

/** What was filled in now and in earlier turns, and what the app has answered. */
function textsOfInputs({ values, conversation = [] }: AppInputs): string[] {
  const earlier = conversation.flatMap((turn) => [...Object.values(turn.values).flat(), turn.answer]);
  return [...Object.values(values).flat(), ...earlier];
}

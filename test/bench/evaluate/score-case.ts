import { checkLength, supports } from "@genai-office/shared/guards";
import { countCharacters } from "@genai-office/shared/language";
import type { Block, Statement } from "@genai-office/shared/vocabulary";
import type { CaseAnswer } from "./answer-case";
import type { CaseScore } from "./case-score";
import type { EvaluationCase, ExpectedFact } from "./evaluation-case";
import { saysFact, saysWords } from "./facts";

/** Findings about figures that are errors of the answer, whatever made them. */
const figureErrors = new Set(["figure-not-in-source", "figure-missing", "figure-differs", "unit-differs"]);

/** Measures one answer against what its case expects. */
export function scoreAnswer(
  evaluation: EvaluationCase,
  blocks: readonly Block[],
  answer: CaseAnswer,
): Omit<CaseScore, "file" | "model" | "outcome" | "milliseconds"> {
  const { absent } = evaluation.expected;
  const missing = expectedOf(evaluation, answer);
  const all = expectedOf(evaluation).length;
  const statements = evidenceOf(answer, blocks);
  const lengthKept = keepsLength(evaluation, answer.text);
  const { usage } = answer;
  return {
    task: evaluation.task,
    facts: all,
    factsKept: all - missing.length,
    missing,
    said: absent.filter((words) => saysWords(answer.text, words)),
    figuresWrong: answer.findings.filter(
      ({ code, severity, guard }) => severity === "error" && (guard === "figures" || figureErrors.has(code)),
    ).length,
    ...(statements === undefined ? {} : { statements }),
    ...(lengthKept === undefined ? {} : { lengthKept }),
    ...(usage === undefined ? {} : { tokens: { input: usage.inputTokens, output: usage.outputTokens } }),
    text: answer.text,
  };
}

/** What a right answer says, as the case spells it; with an answer, only what this one does not say. */
export function expectedOf(evaluation: EvaluationCase, answer?: CaseAnswer): string[] {
  const { facts, decisions, actions } = evaluation.expected;
  const isOpen = (said: (given: CaseAnswer) => boolean): boolean => answer === undefined || !said(answer);
  return [
    ...facts.filter((fact) => isOpen(({ text }) => saysFact(text, fact))).map(spelled),
    ...decisions
      .filter((fact) => isOpen((given) => saysFact(given.decisions ?? "", fact)))
      .map((fact) => `決定: ${spelled(fact)}`),
    ...actions
      .filter((action) => isOpen((given) => hasAction(given, action)))
      .map(({ task }) => `宿題: ${spelled(task)}`),
  ];
}

function hasAction(answer: CaseAnswer, wanted: { task: ExpectedFact; owner?: string; due?: string }): boolean {
  return (answer.actions ?? []).some(
    ({ task, owner, due }) =>
      saysFact(task, wanted.task) &&
      (wanted.owner === undefined || saysWords(owner, wanted.owner)) &&
      (wanted.due === undefined || saysWords(due, wanted.due)),
  );
}

/** Headings claim nothing; everything else has to follow from the blocks it cites. */
function evidenceOf(answer: CaseAnswer, blocks: readonly Block[]): CaseScore["statements"] {
  if (answer.checkedParagraphs !== undefined)
    return { all: answer.checkedParagraphs.all, supported: answer.checkedParagraphs.sound };
  const claims = answer.statements?.filter(({ layout, text }) => layout !== "heading" && text.trim() !== "");
  if (claims === undefined) return undefined;
  const byId = new Map(blocks.map((block) => [block.id, block]));
  const isSupported = ({ text, sources }: Statement): boolean =>
    supports(
      text,
      sources.flatMap((id) => byId.get(id) ?? []),
    ) === "supported";
  return { all: claims.length, supported: claims.filter(isSupported).length };
}

function keepsLength(evaluation: EvaluationCase, text: string): boolean | undefined {
  const { length } = evaluation.expected;
  if (length !== undefined) {
    const characters = countCharacters(text);
    return characters >= length.minimum && characters <= length.maximum;
  }
  if (evaluation.task !== "summarize") return undefined;
  return checkLength(text, evaluation.options.length).length === 0;
}

function spelled(fact: ExpectedFact): string {
  if (typeof fact === "string") return fact;
  return Array.isArray(fact) ? fact.join(" + ") : fact.any.map(spelled).join(" | ");
}

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
  const { facts, absent, decisions, actions } = evaluation.expected;
  const missing = [
    ...facts.filter((fact) => !saysFact(answer.text, fact)).map(spelled),
    ...decisions.filter((fact) => !saysFact(answer.decisions ?? "", fact)).map((fact) => `決定: ${spelled(fact)}`),
    ...actions.filter((action) => !hasAction(answer, action)).map((action) => `宿題: ${spelled(action.task)}`),
  ];
  const all = facts.length + decisions.length + actions.length;
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

import { checkAppInputs, type AppInputProblem } from "@genai-office/shared/tasks/research";
import type { AppCard, AppField, AppInputs } from "@genai-office/shared/vocabulary";

/** A question as the form of an app. */
export type QuestionForm =
  { kind: "inputs"; inputs: AppInputs } | { kind: "problem"; problem: AppInputProblem } | { kind: "pane" };

/**
 * The one field that a question goes into: the only required text field, or the first text field of a form that requires
 * none. Undefined for a form that asks for more than a chat message can say.
 */
export function questionField({ fields, obstacle }: AppCard): AppField | undefined {
  if (obstacle !== undefined) return undefined;
  const texts = fields.filter(({ type }) => type === "text" || type === "textarea");
  const required = texts.filter(({ required, defaultValue }) => required && defaultValue === undefined);
  return required.length > 1 ? undefined : (required[0] ?? texts[0]);
}

/** Fills a question into an app's form; every other field keeps its default. */
export function fillQuestion(card: AppCard, question: string): QuestionForm {
  const field = questionField(card);
  if (field === undefined) return { kind: "pane" };
  const inputs: AppInputs = { values: { [field.key]: question }, files: {} };
  const problems = checkAppInputs(card, inputs);
  if (problems.some(({ key }) => key !== field.key)) return { kind: "pane" };
  const [problem] = problems;
  return problem === undefined ? { kind: "inputs", inputs } : { kind: "problem", problem };
}

/** True when an app can be asked in a chat. */
export function isForChat(card: AppCard): boolean {
  const form = fillQuestion(card, "質問");
  return form.kind === "inputs" || (form.kind === "problem" && form.problem.code === "too-short");
}

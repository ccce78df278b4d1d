import { checkAppInputs, invocationInputs } from "../../tasks/research";
import { GenaiError, type AppCard, type AppInputs } from "../../vocabulary";

/**
 * The `inputs` of an invocation, checked as a pane has checked them before: a client is not trusted, and an app answers a
 * wrong form with a sentence at best.
 * @throws GenaiError "model-cannot-do-task" (the app cannot be run from here), "input-too-large", "bad-request"
 */
export function checkedInputs(card: AppCard, inputs: AppInputs): Record<string, unknown> {
  if (card.obstacle !== undefined)
    throw new GenaiError("model-cannot-do-task", `the app has an obstacle: ${card.obstacle}`);
  const problems = checkAppInputs(card, inputs);
  const tooLarge = problems.find(({ code }) => code === "payload-too-large" || code === "file-too-large");
  if (tooLarge !== undefined) throw new GenaiError("input-too-large", `the form was refused: ${tooLarge.code}`);
  const [first] = problems;
  if (first !== undefined) throw new GenaiError("bad-request", `the form was refused: ${first.code}`);
  return invocationInputs(card.fields, inputs, card.keepsConversation);
}

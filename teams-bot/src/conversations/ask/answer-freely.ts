import { inheritedMark, judgeMarkings, judgePlaces } from "@genai-office/shared/guards";
import { guessLanguage } from "@genai-office/shared/language";
import { ask } from "@genai-office/shared/tasks";
import type { GenaiError } from "@genai-office/shared/vocabulary";
import type { AnswerStream } from "../../channel/outgoing";
import { modelFor, modelNames, runnerOf, type ModelChoice } from "../../jobs/model-choice";
import { ToldError } from "../../jobs/told-error";
import type { Words } from "../texts/words";
import { answerMessage, markedText } from "./answer-message";
import { requireAdmitted, sha256, type Asked, type Written } from "./asked";
import { memoryNote } from "./memory-note";
import { outcomeOf } from "./outcome-of";

/** Answers in the model's own words, with what was said before. @throws GenaiError */
export async function answerFreely(asked: Asked, stream: AnswerStream): Promise<Written> {
  const { job, relay, question, words, signal, memoryMs, now } = asked;
  const history = asked.turns.map(({ question: before, answer: given }) => ({ question: before, answer: given }));
  const said = [...history.flatMap((turn) => [turn.question, turn.answer]), question];
  const judgement = judgeMarkings([
    ...judgePlaces({ headers: [], footers: [], firstPage: [], fileName: "", body: said }).markings,
    ...asked.turns.flatMap(({ markings }) => markings),
  ]);
  const choice = await modelFor(job, relay, { task: "ask", class: judgement.class }, now);
  if (!choice.card.tasks.includes("ask")) throw cannotAsk(choice, words);
  requireAdmitted(judgement, choice);
  const mark = inheritedMark(judgement.class, judgement.markings);
  const result = await outcomeOf(
    ask(
      {
        question,
        history,
        language: guessLanguage(question),
        card: choice.card,
        others: choice.models,
        declaredClass: judgement.class,
        confirmed: false,
        documentHash: sha256(said.join("\n")),
      },
      runnerOf(job, relay, choice),
      { signal },
    ),
    (text) => stream.show(markedText(mark, text)),
  );
  const { text, findings, forgotten, models } = result;
  const message = answerMessage(words, {
    text,
    findings,
    label: words.text("labelFree", { models: modelNames(models, choice, words.locale).join(words.text("between")) }),
    memory: memoryNote(words, job.conversation, { remembered: history.length - forgotten, forgotten }, memoryMs),
    mark,
  });
  return { message, answer: text, findings, markings: judgement.markings };
}

/** The embedded engine writes nothing of its own; it says what it can do instead. */
function cannotAsk({ card }: ModelChoice, { text, locale }: Words): GenaiError {
  return new ToldError("model-cannot-do-task", {
    text: text("offlineAsk", { model: card.name[locale] }),
    generated: false,
  });
}

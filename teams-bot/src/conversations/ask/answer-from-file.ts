import { inheritedMark, judgeMarkings, judgePlaces } from "@genai-office/shared/guards";
import { guessLanguage } from "@genai-office/shared/language";
import { answer } from "@genai-office/shared/tasks";
import type { AnswerStream } from "../../channel/outgoing";
import { modelFor, modelNames, runnerOf } from "../../jobs/model-choice";
import { answerMessage } from "./answer-message";
import { requireAdmitted, sha256, type Asked, type Written } from "./asked";
import { citedText } from "./cited-text";
import type { RememberedTurn } from "./conversation-turns";
import type { Material } from "./material";
import { memoryNote } from "./memory-note";
import { outcomeOf } from "./outcome-of";

/** Answers from a file alone, with its places as sources. @throws GenaiError */
export async function answerFromFile(
  asked: Asked,
  { name, source, job: keeper }: Material,
  stream: AnswerStream,
): Promise<Written> {
  const { job, relay, question, words, signal, turns, memoryMs, now } = asked;
  const { blocks, places } = source;
  // Turns of the same file: the question may go on from them.
  const earlier = turns.filter(({ file }) => file?.job === keeper).slice(-2);
  const language = guessLanguage(question);
  const instruction = earlier.length === 0 ? undefined : goesOnFrom(earlier, language);
  const judgement = judgeMarkings([
    ...judgePlaces({ ...places, body: [...(places.body ?? []), question, instruction ?? ""] }).markings,
    ...earlier.flatMap(({ markings }) => markings),
  ]);
  const mark = inheritedMark(judgement.class, judgement.markings);
  const choice = await modelFor(job, relay, { task: "answer", class: judgement.class }, now);
  requireAdmitted(judgement, choice);
  const result = await outcomeOf(
    answer(
      {
        blocks,
        question,
        form: "plain",
        language,
        card: choice.card,
        others: choice.models,
        declaredClass: judgement.class,
        confirmed: false,
        documentHash: sha256(blocks.map(({ text }) => text).join("\n")),
        ...(choice.glossary === null ? {} : { glossary: choice.glossary }),
        ...(instruction === undefined ? {} : { instruction }),
      },
      runnerOf(job, relay, choice),
      { signal },
    ),
    // Only what the file bears out is shown, and that is known at the end; until then the person sees that it grows.
    (text) => stream.inform(words.text("writing", { file: name, characters: [...text].length })),
  );
  const cited = citedText(result, blocks, {
    nameOf: ({ label }, index) =>
      words.text("citation", { file: name, place: label ?? words.text("paragraph", { number: index + 1 }) }),
    unconfirmed: `【${words.text("unconfirmed")}】`,
  });
  const message = answerMessage(words, {
    text: cited.text,
    findings: result.findings,
    label: words.text("labelCited", {
      file: name,
      models: modelNames(result.models, choice, words.locale).join(words.text("between")),
    }),
    memory: memoryNote(words, job.conversation, { remembered: earlier.length, forgotten: 0 }, memoryMs),
    mark,
  });
  return {
    message: { ...message, citations: cited.citations },
    answer: result.text,
    findings: result.findings,
    markings: judgement.markings,
  };
}

/** What the person asked of the file before: their own words only, none that come out of the file. */
function goesOnFrom(turns: readonly RememberedTurn[], language: "ja" | "en"): string {
  const longest = 300;
  const told = turns.map(({ question }) => {
    const words = question.slice(0, longest).replace(/\s+/gu, " ");
    return language === "ja" ? `直前の質問は「${words}」でした。` : `The question before was "${words}".`;
  });
  return told.join("");
}

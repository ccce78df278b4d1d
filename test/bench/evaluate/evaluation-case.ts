import { taskNames } from "@genai-office/shared/vocabulary";
import * as v from "valibot";

const words = v.pipe(v.string(), v.trim(), v.nonEmpty());
const needles = v.union([words, v.pipe(v.array(words), v.minLength(1))]);
const fact = v.union([needles, v.strictObject({ any: v.pipe(v.array(needles), v.minLength(1)) })]);
const language = v.picklist(["ja", "en"]);
const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const date = v.pipe(v.string(), v.isoDate());

const thread = v.strictObject({
  messages: v.pipe(
    v.array(
      v.strictObject({ from: words, date: v.exactOptional(words), subject: v.exactOptional(words), text: words }),
    ),
    v.minLength(1),
  ),
});
const transcript = v.strictObject({
  utterances: v.pipe(
    v.array(v.strictObject({ speaker: words, time: v.exactOptional(words), text: words })),
    v.minLength(1),
  ),
});
const sourceKinds = ["file", "text", "paragraphs", "messages", "utterances"];
const source = v.pipe(
  v.record(v.string(), v.unknown()),
  v.check(
    (value) => Object.keys(value).length === 1 && sourceKinds.includes(Object.keys(value)[0]!),
    `must have exactly one of: ${sourceKinds.join(", ")}`,
  ),
  v.union([
    v.strictObject({ file: words }),
    v.strictObject({ text: words }),
    v.strictObject({ paragraphs: v.pipe(v.array(v.string()), v.minLength(1)) }),
    thread,
    transcript,
  ]),
);

const length = v.variant("kind", [
  v.strictObject({ kind: v.literal("characters"), characters: count }),
  v.strictObject({ kind: v.literal("page") }),
  v.strictObject({ kind: v.literal("bullets"), count }),
]);

const expected = v.strictObject({
  facts: v.pipe(v.array(fact), v.minLength(1)),
  /** Words that a right answer does not have. */
  absent: v.optional(v.array(words), []),
  /** minutes: each must be found among the decisions. */
  decisions: v.optional(v.array(fact), []),
  /** minutes: each must be found as one action with its owner and date. */
  actions: v.optional(
    v.array(v.strictObject({ task: fact, owner: v.exactOptional(words), due: v.exactOptional(words) })),
    [],
  ),
  /** Characters without line breaks. */
  length: v.exactOptional(
    v.pipe(
      v.strictObject({ minimum: count, maximum: count }),
      v.check(({ minimum, maximum }) => minimum <= maximum, "minimum must not exceed maximum"),
    ),
  ),
});

const common = {
  title: v.exactOptional(words),
  class: v.optional(v.picklist(["3", "2", "1", "none"]), "none"),
  source,
  expected,
};

const caseSchema = v.variant("task", [
  v.strictObject({
    ...common,
    task: v.literal("summarize"),
    options: v.strictObject({ language: v.optional(language, "ja"), length, instruction: v.exactOptional(words) }),
  }),
  v.strictObject({
    ...common,
    task: v.literal("translate"),
    options: v.pipe(
      v.strictObject({
        from: language,
        to: language,
        terms: v.optional(v.array(v.strictObject({ source: words, target: words })), []),
      }),
      v.check(({ from, to }) => from !== to, "from and to must be two languages"),
    ),
  }),
  v.strictObject({
    ...common,
    task: v.literal("minutes"),
    options: v.optional(v.strictObject({ date: v.exactOptional(date), instruction: v.exactOptional(words) }), {}),
  }),
  v.strictObject({
    ...common,
    task: v.literal("reply"),
    options: v.strictObject({
      intention: words,
      tone: v.optional(v.picklist(["brief", "polite", "formal"]), "polite"),
      language: v.optional(language, "ja"),
      sender: v.exactOptional(words),
    }),
  }),
  v.strictObject({
    ...common,
    task: v.literal("answer"),
    options: v.strictObject({
      question: words,
      form: v.optional(v.picklist(["plain", "diet"]), "plain"),
      language: v.optional(language, "ja"),
      instruction: v.exactOptional(words),
    }),
  }),
]);

/** A case of an evaluation: a source, what to do with it, and what a right answer holds (docs/evaluate.md). */
export type EvaluationCase = v.InferOutput<typeof caseSchema>;
export type EvaluatedTask = EvaluationCase["task"];
/** One thing a right answer says: a word, words that must all be there, or one of several of these. */
export type ExpectedFact = v.InferOutput<typeof fact>;
export type CaseSource = EvaluationCase["source"];

/** Tasks a case can be about. */
export const evaluatedTasks = taskNames.filter(
  (task): task is EvaluatedTask => task !== "chat" && task !== "research" && task !== "thread" && task !== "ask",
);

/**
 * Checks a `.json` file that a case names as its source.
 * @throws Error when it holds neither messages nor utterances
 */
export function parseSourceFile(json: unknown): v.InferOutput<typeof thread> | v.InferOutput<typeof transcript> {
  const result = v.safeParse(v.union([thread, transcript]), json);
  if (result.success) return result.output;
  throw new Error("source: the file holds neither messages nor utterances");
}

/**
 * Checks a case as it was read from its file.
 * @throws Error naming the place of the first thing that is wrong
 */
export function parseCase(json: unknown): EvaluationCase {
  const result = v.safeParse(caseSchema, json);
  if (result.success) {
    const { task, expected } = result.output;
    // They would count as never said, whatever the answer.
    if (task !== "minutes" && expected.decisions.length + expected.actions.length > 0)
      throw new Error("expected: only minutes have decisions and actions");
    return result.output;
  }
  const [issue] = result.issues;
  throw new Error(`${v.getDotPath(issue) ?? "the case"}: ${issue.message}`);
}

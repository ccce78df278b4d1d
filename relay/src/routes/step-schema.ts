import { isBase64 } from "@genai-office/shared/tasks/research";
import { GenaiError, type Step } from "@genai-office/shared/vocabulary";
import * as v from "valibot";
import { firstIssueOnly, limitedArray, limitedRecord } from "./limited-schemas";

const shortText = (maximum: number) => v.pipe(v.string(), v.maxLength(maximum));

const blockSchema = v.object({
  id: v.pipe(shortText(200), v.minLength(1)),
  text: v.string(),
  kind: v.picklist(["heading", "paragraph", "list-item", "table-cell", "utterance", "message"]),
  level: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9))),
  style: v.exactOptional(shortText(255)),
  label: v.exactOptional(shortText(1000)),
  contains: v.exactOptional(
    v.object({
      notes: v.exactOptional(v.boolean()),
      fields: v.exactOptional(v.boolean()),
      revisions: v.exactOptional(v.boolean()),
      comments: v.exactOptional(v.boolean()),
      links: v.exactOptional(v.boolean()),
      pictures: v.exactOptional(v.boolean()),
    }),
  ),
});

const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000));

const stepEntries = {
  promptVersion: v.pipe(shortText(100), v.minLength(1)),
  model: v.pipe(shortText(200), v.minLength(1)),
  declaredClass: v.picklist(["3", "2", "1", "unknown", "none"]),
  confirmed: v.boolean(),
  documentHash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  blocks: limitedArray(blockSchema, 100_000),
  run: v.exactOptional(v.pipe(v.string(), v.uuid())),
  masked: v.exactOptional(v.boolean()),
  written: v.exactOptional(v.string()),
};

const language = v.picklist(["ja", "en"]);
const instruction = v.exactOptional(shortText(10_000));
const termPairs = limitedArray(
  v.object({
    source: shortText(1000),
    target: shortText(1000),
    forbidden: v.exactOptional(limitedArray(shortText(1000), 100)),
  }),
  10_000,
);
const terms = v.exactOptional(termPairs);
const sessionId = v.pipe(v.string(), v.uuid());

const formValues = limitedRecord(500, v.union([v.string(), limitedArray(v.string(), 1000)]));
// The schema library's own check recurses once for each group and dies of a file of some megabytes.
const base64 = v.pipe(v.string(), v.check(isBase64));

/** The form of a step, task by task. */
export const stepSchema = v.variant("task", [
  v.object({
    ...stepEntries,
    task: v.literal("summarize"),
    options: v.object({
      part: v.picklist(["chunk", "merge", "adjust"]),
      length: v.variant("kind", [
        v.object({ kind: v.literal("characters"), characters: count }),
        v.object({ kind: v.literal("page") }),
        v.object({ kind: v.literal("bullets"), count }),
      ]),
      language,
      targetCharacters: count,
      instruction,
      terms,
    }),
  }),
  v.object({
    ...stepEntries,
    task: v.literal("translate"),
    options: v.object({
      from: language,
      to: language,
      terms: termPairs,
      register: v.exactOptional(v.picklist(["polite", "plain"])),
      instruction,
    }),
  }),
  v.object({
    ...stepEntries,
    task: v.literal("minutes"),
    options: v.object({
      part: v.picklist(["chunk", "merge"]),
      speakers: limitedArray(shortText(200), 1000),
      date: v.exactOptional(v.pipe(v.string(), v.isoDate())),
      language: v.exactOptional(language),
      targetCharacters: v.exactOptional(count),
      instruction,
      terms,
    }),
  }),
  v.object({
    ...stepEntries,
    task: v.literal("reply"),
    options: v.object({
      intention: shortText(10_000),
      tone: v.picklist(["brief", "polite", "formal"]),
      language,
      sender: v.exactOptional(shortText(1000)),
      questions: v.exactOptional(count),
      terms,
    }),
  }),
  v.object({
    ...stepEntries,
    task: v.literal("ask"),
    options: v.object({
      question: v.string(),
      history: limitedArray(v.object({ question: v.string(), answer: v.string() }), 1000),
      language,
    }),
  }),
  v.object({
    ...stepEntries,
    task: v.literal("thread"),
    options: v.object({
      part: v.picklist(["chunk", "merge"]),
      language,
      me: limitedArray(shortText(500), 100),
      date: v.exactOptional(v.pipe(v.string(), v.isoDate())),
      targetCharacters: v.exactOptional(count),
      instruction,
      terms,
    }),
  }),
  v.object({
    ...stepEntries,
    task: v.literal("answer"),
    options: v.object({
      part: v.picklist(["chunk", "final"]),
      question: shortText(100_000),
      form: v.picklist(["plain", "diet"]),
      language,
      instruction,
      terms,
    }),
  }),
  v.object({
    ...stepEntries,
    task: v.literal("research"),
    options: v.object({
      app: v.pipe(shortText(500), v.minLength(1)),
      inputs: v.object({
        values: formValues,
        conversation: v.exactOptional(
          limitedArray(
            v.object({
              values: formValues,
              answer: v.string(),
              askedAt: v.pipe(v.number(), v.integer(), v.minValue(0)),
            }),
            100,
          ),
        ),
        files: limitedRecord(500, limitedArray(v.object({ filename: shortText(500), content: base64 }), 100)),
      }),
      sessionId,
      ticket: v.exactOptional(shortText(5000)),
    }),
  }),
  v.object({
    ...stepEntries,
    task: v.literal("chat"),
    options: v.object({
      messages: v.pipe(
        limitedArray(v.object({ role: v.picklist(["system", "user", "assistant"]), content: v.string() }), 1000),
        v.minLength(1),
      ),
      maximumOutputTokens: v.exactOptional(count),
    }),
  }),
]);

/**
 * Checks what a client sent against the step's type. Keys that are not of the type are dropped: they would travel no
 * further. The error names the place, never the value.
 * @throws GenaiError "bad-request"
 */
export function parseStep(body: unknown): Step {
  const result = v.safeParse(stepSchema, body, firstIssueOnly);
  if (result.success) return result.output;
  throw new GenaiError("bad-request", `not a step: ${firstPlace(result.issues)}`);
}

/** Where the first issue is, e.g. "blocks.3.kind". Only keys of the schema and indexes are in such a path. */
export function firstPlace(issues: readonly v.BaseIssue<unknown>[]): string {
  const first = issues[0];
  return first === undefined ? "" : (v.getDotPath(first) ?? "the body itself");
}

import { taskNames } from "@genai-office/shared/vocabulary";
import * as v from "valibot";
import { limitedArray, limitedRecord } from "../routes/limited-schemas";
import { promptTasks } from "./ministry-settings";

/** Controls, and marks that turn the direction of what follows: nothing that people can see. Line ends and tabs may stay. */
const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** Plain text for people or prompts, of so many UTF-16 units at most. */
const plain = (maximum: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.nonEmpty("must not be empty"),
    v.maxLength(maximum, `must have at most ${maximum} characters`),
    v.check((text) => !unseen.test(text), "must be plain text without control characters"),
  );

/** One line. */
const line = (maximum: number) =>
  v.pipe(
    plain(maximum),
    v.check((text) => !/[\r\n]/.test(text), "must be one line"),
  );

const names = v.strictObject({ ja: line(100), en: v.exactOptional(line(100)) });

/** Ids stand in figures, audit rows and addresses. */
const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "must be a name of at most 40 small letters, digits and hyphens"),
);

const modelId = v.pipe(v.string(), v.nonEmpty("must not be empty"), v.maxLength(200, "must be the id of a model"));

const claims = limitedArray(line(200), 1000);

const atLeast = (minimum: number) =>
  v.pipe(
    v.number(),
    v.integer("must be a whole number"),
    v.minValue(minimum, `must be at least ${minimum}`),
    v.maxValue(1_000_000_000_000, "must be at most 1000000000000"),
  );

const limitSet = v.strictObject({
  requestsPerMinute: v.exactOptional(v.pipe(atLeast(1), v.maxValue(100_000, "must be at most 100000"))),
  concurrentStreams: v.exactOptional(atLeast(1)),
  stepsPerDay: v.exactOptional(atLeast(0)),
  tokensPerDay: v.exactOptional(atLeast(0)),
  costPerDay: v.exactOptional(v.pipe(v.number(), v.minValue(0, "must be at least 0"))),
});

const defaultModel = v.union(
  [modelId, v.strictObject({ "1": v.exactOptional(modelId), "2": v.exactOptional(modelId) })],
  'must be the id of a model, or ids by class such as { "1": "id", "2": "id" }',
);

const models = v.strictObject({
  cards: v.optional(
    limitedRecord(
      200,
      v.strictObject({
        enabled: v.optional(v.boolean(), true),
        clearance: v.exactOptional(v.picklist(["1", "2"], 'must be "1" or "2"')),
        sections: v.exactOptional(limitedArray(id, 1000)),
      }),
    ),
    {},
  ),
  default: v.optional(v.record(v.picklist(taskNames, "must be a task"), defaultModel), {}),
});

const section = v.strictObject({
  id,
  name: names,
  groups: v.pipe(claims, v.minLength(1, "must name a group")),
  limits: v.optional(v.strictObject({ person: v.optional(limitSet, {}), section: v.optional(limitSet, {}) }), {
    person: {},
    section: {},
  }),
});

const limits = v.strictObject({
  person: v.optional(limitSet, {}),
  section: v.optional(limitSet, {}),
  whole: v.optional(limitSet, {}),
  textCharacters: v.exactOptional(atLeast(1)),
  uploadBytes: v.exactOptional(atLeast(0)),
  exchangeRates: v.optional(
    v.record(
      v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, "must be a currency code such as USD")),
      v.pipe(v.number(), v.gtValue(0, "must be more than 0")),
    ),
    {},
  ),
});

/** What goes into a prompt. Lines like those of a fence are refused: they could only be meant to look like its end. */
const wording = v.pipe(
  plain(2000),
  v.check((text) => !/<<<|>>>|＜＜＜|＞＞＞/.test(text), "must not hold <<< or >>>"),
);

const template = v.strictObject({
  id,
  task: v.picklist(promptTasks, `must be one of ${promptTasks.join(", ")}`),
  name: names,
  instruction: wording,
  sections: v.exactOptional(limitedArray(id, 1000)),
});

const moment = v.pipe(
  v.string(),
  v.check(isMoment, "must be a date and time with a zone, such as 2026-04-01T09:00:00+09:00"),
);

const notice = v.pipe(
  v.strictObject({
    id,
    text: v.strictObject({ ja: plain(500), en: v.exactOptional(plain(1000)) }),
    severity: v.optional(v.picklist(["info", "warning", "error"], "must be info, warning or error"), "info"),
    from: v.exactOptional(moment),
    until: v.exactOptional(moment),
  }),
  v.check(
    ({ from, until }) => from === undefined || until === undefined || Date.parse(from) < Date.parse(until),
    "must end after it begins",
  ),
);

const days = (minimum: number) => v.pipe(atLeast(minimum), v.maxValue(36_500, "must be at most 36500"));

/** The settings file; docs/settings.md is held to it by a test. */
export const settingsSchema = v.strictObject({
  /** For editors that know JSON Schema; not read. */
  $schema: v.exactOptional(v.string()),
  displayName: v.exactOptional(line(60)),
  models: v.optional(models, { cards: {}, default: {} }),
  sections: v.optional(limitedArray(section, 1000), []),
  roles: v.optional(
    v.strictObject({
      viewer: v.optional(claims, []),
      operator: v.optional(claims, []),
      officer: v.optional(claims, []),
    }),
    { viewer: [], operator: [], officer: [] },
  ),
  limits: v.optional(limits, { person: {}, section: {}, whole: {}, exchangeRates: {} }),
  glossaries: v.optional(
    limitedArray(v.strictObject({ id, file: line(1000), version: v.exactOptional(line(60)) }), 50),
    [],
  ),
  templates: v.optional(limitedArray(template, 500), []),
  prompts: v.optional(
    v.strictObject({
      summarize: v.exactOptional(wording),
      translate: v.exactOptional(wording),
      minutes: v.exactOptional(wording),
      reply: v.exactOptional(wording),
      thread: v.exactOptional(wording),
      ask: v.exactOptional(wording),
      answer: v.exactOptional(wording),
    }),
    {},
  ),
  notices: v.optional(limitedArray(notice, 50), []),
  masking: v.optional(
    v.strictObject({
      default: v.optional(
        v.picklist(["where-refused", "always", "off"], "must be where-refused, always or off"),
        "where-refused",
      ),
      publicRoles: v.optional(limitedArray(line(100), 1000), []),
    }),
    { default: "where-refused", publicRoles: [] },
  ),
  retention: v.optional(
    v.strictObject({ auditDays: v.optional(days(1), 1095), usageDays: v.optional(days(1), 1095) }),
    { auditDays: 1095, usageDays: 1095 },
  ),
  sessions: v.optional(v.strictObject({ adminMinutes: v.optional(v.pipe(atLeast(5), v.maxValue(1440)), 480) }), {
    adminMinutes: 480,
  }),
});

export type SettingsFile = v.InferOutput<typeof settingsSchema>;

function isMoment(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})$/.exec(text);
  if (match === null || Number.isNaN(Date.parse(text))) return false;
  // The parser takes the 31st of any month for a day of the next one.
  const date = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])));
  return date.getUTCDate() === Number(match[3]);
}

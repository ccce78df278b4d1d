import * as v from "valibot";
import { contractNames, GenaiError, taskNames, type ModelCard } from "../vocabulary";
import { cardFault } from "./check-card";
import { defaultsFault } from "./check-defaults";
import { fallbackFault } from "./check-fallbacks";
import type { DefaultModels } from "./default-models";

const words = v.pipe(v.string(), v.trim(), v.nonEmpty("must not be empty"));
const tokens = v.pipe(v.number(), v.integer("must be a whole number"), v.minValue(1, "must be at least 1"));
const date = v.pipe(
  v.string(),
  v.check((value) => isCalendarDate(value), "must be a date YYYY-MM-DD"),
);

const timeOfDay = v.pipe(
  v.string(),
  v.regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, "must be a time of day HH:MM, or 24:00"),
);

const card = v.strictObject({
  id: words,
  name: v.strictObject({ ja: words, en: words }),
  maker: words,
  domestic: v.boolean(),
  contract: v.picklist(contractNames),
  upstream: v.exactOptional(words),
  upstreamModel: v.exactOptional(words),
  contextTokens: tokens,
  outputTokens: tokens,
  tokensPerCharacter: v.pipe(
    v.number(),
    v.gtValue(0, "must be more than 0"),
    v.maxValue(10, "must be at most 10 tokens per character"),
  ),
  clearance: v.picklist(["1", "2"]),
  region: v.picklist(["local", "jp", "other"]),
  tasks: v.pipe(v.array(v.picklist(taskNames)), v.minLength(1, "must name a task")),
  languages: v.pipe(v.array(words), v.minLength(1, "must name a language")),
  hours: v.exactOptional(v.strictObject({ from: timeOfDay, to: timeOfDay })),
  retires: v.exactOptional(date),
  fallbacks: v.exactOptional(v.array(words)),
  streaming: v.exactOptional(v.boolean()),
  systemText: v.exactOptional(v.picklist(["kept", "dropped"])),
  price: v.exactOptional(
    v.strictObject({
      currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, "must be a currency code such as JPY")),
      inputPerMillionTokens: v.pipe(v.number(), v.minValue(0)),
      outputPerMillionTokens: v.pipe(v.number(), v.minValue(0)),
    }),
  ),
  refusesPersonalData: v.exactOptional(v.boolean()),
  assumed: v.array(words),
  sources: v.exactOptional(v.record(words, words)),
});

const file = v.strictObject({
  models: v.pipe(v.array(v.unknown()), v.minLength(1, "must hold a model")),
  default: v.exactOptional(
    v.record(
      v.picklist(taskNames),
      v.union(
        [words, v.strictObject({ "1": v.exactOptional(words), "2": v.exactOptional(words) })],
        'must be the id of a model, or ids by class such as { "1": "id", "2": "id" }',
      ),
    ),
  ),
});

export type { DefaultModels } from "./default-models";

export interface ModelCatalogue {
  models: ModelCard[];
  default: DefaultModels;
}

/**
 * Reads a catalogue file `{ "models": [ModelCard, ...], "default": { "summarize": "id", ... } }`, already parsed as JSON;
 * a default may be one for each class, `{ "summarize": { "1": "id", "2": "id" } }`. The format is in docs/models.md.
 * Whether the connections that the cards name exist is not known here. Nothing unknown is passed over: a misspelt `clearence` must not silently become a default.
 * @throws GenaiError `internal` whose message names the card and the field.
 */
export function readCatalogue(json: unknown): ModelCatalogue {
  const outer = v.safeParse(file, json);
  if (!outer.success) throw invalid("the file", outer.issues[0]);
  const models = outer.output.models.map((candidate, index) => readCard(candidate, index));
  const seen = new Set<string>();
  for (const { id } of models) {
    if (seen.has(id)) throw new GenaiError("internal", `model catalogue: ${quote(id)} is listed twice`);
    seen.add(id);
  }
  for (const model of models) {
    const fault = fallbackFault(model, models);
    if (fault !== undefined) throw new GenaiError("internal", `model catalogue: model ${quote(model.id)}: ${fault}`);
  }
  const defaults: DefaultModels = outer.output.default ?? {};
  const fault = defaultsFault(defaults, models);
  if (fault !== undefined) throw new GenaiError("internal", `model catalogue: ${fault}`);
  return { models, default: defaults };
}

/** The cards of a catalogue file; see `readCatalogue`. */
export function parseCatalogue(json: unknown): ModelCard[] {
  return readCatalogue(json).models;
}

function readCard(candidate: unknown, index: number): ModelCard {
  const parsed = v.safeParse(card, candidate);
  const id = (candidate as { id?: unknown } | null)?.id;
  const name = typeof id === "string" && id !== "" ? `model ${quote(id)}` : `model number ${index + 1}`;
  if (!parsed.success) throw invalid(name, parsed.issues[0]);
  const model: ModelCard = parsed.output;
  const fault = cardFault(model, Object.keys(card.entries));
  if (fault !== undefined) throw new GenaiError("internal", `model catalogue: ${name}: ${fault}`);
  return model;
}

function invalid(where: string, issue: v.BaseIssue<unknown>): GenaiError {
  const field = v.getDotPath(issue) ?? "the whole";
  return new GenaiError("internal", `model catalogue: ${where}: ${field}: ${issue.message}`);
}

function quote(text: string): string {
  return JSON.stringify(text);
}

function isCalendarDate(value: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (match === null) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

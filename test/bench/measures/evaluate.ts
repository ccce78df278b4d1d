import { fileURLToPath } from "node:url";
import { ConfigurationError, openModels, readEnvironment } from "@genai-office/relay";
import type { ModelCard } from "@genai-office/shared/vocabulary";
import type { CaseScore, TaskScore } from "../evaluate/case-score";
import { evaluateModels } from "../evaluate/evaluate-models";
import { evaluatedTasks } from "../evaluate/evaluation-case";
import { readCases, type ReadyCase, type UnreadableCase } from "../evaluate/read-cases";
import { scoreOf } from "../evaluate/summarize-scores";
import { formatTable, MeasurementImpossible, type Measure } from "../measurement";

const ownCases = fileURLToPath(new URL("../../fixtures/evaluate", import.meta.url));

/** `evaluate [--models a,b] [--set DIR]`: the suite's tasks over cases with expected facts, a row per model and task (docs/evaluate.md). */
export const measure: Measure = async (args) => {
  const { models, set } = readArguments(args);
  const read = readCases(set ?? ownCases);
  const cases = read.filter((one): one is ReadyCase => !("error" in one));
  const unreadable = read.filter((one): one is UnreadableCase => "error" in one);
  if (cases.length === 0) throw new MeasurementImpossible(`no case can be read: ${unreadable[0]?.error ?? ""}`);
  const { cards, runnerFor } = readModels(models);

  const scores: CaseScore[] = [];
  await evaluateModels(cards, cases, runnerFor, (score) => scores.push(score));
  if (scores.length === 0) throw new MeasurementImpossible("none of these models lists a task of these cases");
  const rows = cards.flatMap((card) => rowsOf(card, scores));
  return {
    table: [formatRows(rows), ...formatUnreadable(unreadable)].join("\n"),
    json: { models: cards.map(({ id }) => id), cases: cases.length, unreadable, rows, details: scores },
  };
};

function readArguments(args: readonly string[]): { models?: string[]; set?: string } {
  const rest = [...args];
  const take = (name: string): string | undefined => {
    const at = rest.indexOf(name);
    if (at === -1) return undefined;
    const [, value] = rest.splice(at, 2);
    if (value === undefined || value.startsWith("--")) throw usage();
    return value;
  };
  const models = take("--models")
    ?.split(",")
    .map((id) => id.trim())
    .filter((id) => id !== "");
  const set = take("--set");
  if (rest.length > 0 || models?.length === 0) throw usage();
  return { ...(models === undefined ? {} : { models }), ...(set === undefined ? {} : { set }) };
}

function usage(): MeasurementImpossible {
  return new MeasurementImpossible("usage: evaluate [--models MODEL,MODEL] [--set FOLDER]");
}

/** The models named, or all, reached by the relay's own settings. */
function readModels(ids: readonly string[] | undefined) {
  try {
    const config = readEnvironment(process.env);
    const models = openModels(config);
    const known = config.catalogue.models.map(({ id }) => id);
    const cards = [...new Set(ids ?? models.catalogue.models.map(({ id }) => id))].map((id): ModelCard => {
      if (!known.includes(id)) throw new MeasurementImpossible(`no model ${id} in the catalogue (${known.join(", ")})`);
      const card = models.catalogue.models.find((one) => one.id === id);
      if (card === undefined) throw new MeasurementImpossible(`model ${id} has no connection (relay/README.md)`);
      return card;
    });
    return { cards, runnerFor: models.runnerFor };
  } catch (error) {
    if (error instanceof ConfigurationError) throw new MeasurementImpossible(error.message);
    throw error;
  }
}

function rowsOf(card: ModelCard, scores: readonly CaseScore[]): TaskScore[] {
  return evaluatedTasks.flatMap((task) => {
    const [first, ...others] = scores.filter((score) => score.model === card.id && score.task === task);
    return first === undefined ? [] : [scoreOf(card, [first, ...others])];
  });
}

function formatRows(rows: readonly TaskScore[]): string {
  const percent = (share: number | null): string | null => (share === null ? null : `${Math.round(share * 100)} %`);
  return formatTable(
    [
      "model",
      "task",
      "cases",
      "answered",
      "failed",
      "refused",
      "facts kept",
      "figures wrong",
      "wrong words",
      "evidence",
      "length kept",
      "median ms",
      "tokens",
      "cost",
    ],
    rows.map((row) => [
      row.model,
      row.task,
      row.cases,
      row.answered,
      row.failed,
      row.refused,
      percent(row.factsKept),
      row.figuresWrong,
      row.wrongWords,
      percent(row.evidenceSupported),
      percent(row.lengthKept),
      row.medianMs,
      row.tokens,
      row.cost === null ? null : `${row.cost.toFixed(4)} ${row.currency}`,
    ]),
  );
}

function formatUnreadable(unreadable: readonly UnreadableCase[]): string[] {
  return unreadable.map(({ file, error }) => `not read: ${file}: ${error}`);
}

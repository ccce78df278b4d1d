import { readFileSync } from "node:fs";
import { dateInJapan, retirementWarnings, stepBudget } from "@genai-office/shared/models";
import { readCatalogue, type ModelCatalogue } from "@genai-office/shared/models/catalogue";
import { GenaiError, type Finding, type ModelCard } from "@genai-office/shared/vocabulary";
import { formatTable, MeasurementImpossible, type Measure } from "../measurement";

const shippedCatalogue = new URL("../../../relay/config/models.json", import.meta.url);

/**
 * `models [FILE]`: a catalogue as the relay reads it, a row for each card; the one that comes with the relay unless a
 * file is named. Warnings are those of today in Japan.
 */
export const measure: Measure = (args) => {
  const file = args[0];
  const catalogue = read(file ?? shippedCatalogue, file ?? "relay/config/models.json");
  const today = dateInJapan(new Date());
  const rows = catalogue.models.map((card) => rowOf(card, catalogue.models, today));
  const table = formatTable(
    [
      "id",
      "maker",
      "jp",
      "contract",
      "context",
      "output",
      "tok/字",
      "字/step",
      "class",
      "region",
      "hours",
      "retires",
      "assumed",
    ],
    rows.map((row) => [
      row.id,
      row.maker,
      row.domestic ? "○" : "",
      row.contract,
      row.context,
      row.output,
      row.tokensPerCharacter,
      row.sourceCharacters,
      row.clearance,
      row.region,
      row.hours ?? "",
      row.retires ?? "",
      row.assumed.join(" "),
    ]),
  );
  const warnings = rows.flatMap((row) => row.warnings);
  const told = warnings.map((warning) => `${warning.code}: ${JSON.stringify(warning.values)}`).join("\n");
  return Promise.resolve({
    table: `${rows.length} models, ${rows.filter((row) => row.domestic).length} domestic\n${table}\n${told}`.trimEnd(),
    json: { models: rows.length, rows, defaults: catalogue.default, warnings },
  });
};

function rowOf(card: ModelCard, cards: readonly ModelCard[], today: string) {
  const { hours, retires } = card;
  return {
    id: card.id,
    maker: card.maker,
    domestic: card.domestic,
    contract: card.contract,
    context: card.contextTokens,
    output: card.outputTokens,
    clearance: card.clearance,
    region: card.region,
    assumed: card.assumed,
    tokensPerCharacter: card.tokensPerCharacter,
    sourceCharacters: stepBudget(card).sourceCharacters,
    tasks: card.tasks,
    languages: card.languages,
    hours: hours === undefined ? null : `${hours.from}-${hours.to}`,
    retires: retires ?? null,
    fallbacks: card.fallbacks ?? [],
    upstream: card.upstream ?? null,
    sources: card.sources ?? {},
    warnings: retirementWarnings(card, cards, today).map(({ code, severity, values }): Partial<Finding> => ({
      code,
      severity,
      ...(values === undefined ? {} : { values }),
    })),
  };
}

function read(file: string | URL, name: string): ModelCatalogue {
  try {
    return readCatalogue(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    if (GenaiError.isInstance(error)) throw new MeasurementImpossible(`${name}: ${error.message}`);
    if (error instanceof SyntaxError) throw new MeasurementImpossible(`${name}: not well-formed JSON`);
    throw new MeasurementImpossible(`${name}: cannot be read (${(error as NodeJS.ErrnoException).code ?? "?"})`);
  }
}

import type { ContractName, ModelCard } from "../vocabulary";

/** Contracts that run AI apps: they take forms, not texts, and do nothing else. */
const appContracts: readonly ContractName[] = ["exapps", "ai-app"];

/** What is wrong with a card although each of its fields is well-formed: `field: what`; undefined when nothing is. */
export function cardFault(card: ModelCard, fields: readonly string[]): string | undefined {
  return limitFault(card) ?? contractFault(card) ?? hoursFault(card) ?? standingFault(card, fields);
}

function limitFault({ outputTokens, contextTokens }: ModelCard): string | undefined {
  return outputTokens > contextTokens ? "outputTokens: must not exceed contextTokens" : undefined;
}

function contractFault({ contract, tasks, languages, region, upstream }: ModelCard): string | undefined {
  const runsApps = appContracts.includes(contract);
  if (runsApps && tasks.some((task) => task !== "research"))
    return `tasks: the contract ${contract} does only research`;
  if (!runsApps && tasks.includes("research")) return `tasks: the contract ${contract} runs no AI apps, so no research`;
  if (contract === "plamo-translate") {
    if (tasks.some((task) => task !== "translate")) return "tasks: the contract plamo-translate does only translate";
    const strange = languages.find((language) => language !== "ja" && language !== "en");
    if (strange !== undefined || languages.length !== 2) return "languages: plamo-translate knows ja and en";
  }
  // "local" promises that nothing leaves the relay's process: only the embedded engine can keep that.
  if ((region === "local") !== (contract === "offline")) return "region: local is the region of the contract offline";
  if (contract === "offline" && upstream !== undefined) return "upstream: the embedded engine has no connection";
  return undefined;
}

function hoursFault({ hours }: ModelCard): string | undefined {
  if (hours === undefined) return undefined;
  if (hours.from === "24:00") return "hours.from: must be before 24:00";
  return hours.from === hours.to ? "hours: from and to are the same; leave hours out for around the clock" : undefined;
}

/** What is assumed and what is documented must be fields, and no field both. */
function standingFault({ assumed, sources = {} }: ModelCard, fields: readonly string[]): string | undefined {
  const unknown = assumed.find((field) => !fields.includes(field));
  if (unknown !== undefined) return `assumed: there is no field ${JSON.stringify(unknown)}`;
  const twice = assumed.find((field, index) => assumed.indexOf(field) !== index);
  if (twice !== undefined) return `assumed: ${JSON.stringify(twice)} is named twice`;
  const sourced = Object.keys(sources);
  const strange = sourced.find((field) => !fields.includes(field));
  if (strange !== undefined) return `sources: there is no field ${JSON.stringify(strange)}`;
  const both = sourced.find((field) => assumed.includes(field));
  return both === undefined ? undefined : `sources: ${JSON.stringify(both)} cannot be documented and assumed`;
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { explainModels, isOpen } from "@genai-office/shared/models";
import { readCatalogue } from "@genai-office/shared/models/catalogue";
import type { ModelCard } from "@genai-office/shared/vocabulary";

const root = join(__dirname, "../../..");
const catalogue = readCatalogue(JSON.parse(readFileSync(join(root, "relay/config/models.json"), "utf8")));
const page = readFileSync(join(root, "docs/models.md"), "utf8");

/** The cells of every table row of the page that begins with an id of a card, by the header of their columns. */
function tableRows(): Map<string, Record<string, string>> {
  const rows = new Map<string, Record<string, string>>();
  let header: string[] | undefined;
  for (const line of page.split("\n")) {
    if (!line.startsWith("|")) {
      header = undefined;
      continue;
    }
    const cells = line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim());
    const [id] = cells;
    const isCard = /^`[^`]+`$/.test(id!) && header?.[0] === "id";
    header ??= cells;
    if (!isCard) continue;
    const named = Object.fromEntries(cells.map((cell, index) => [header![index]!, cell]));
    rows.set(id!.slice(1, -1), { ...rows.get(id!.slice(1, -1)), ...named });
  }
  return rows;
}

const list = (values: readonly string[] | undefined): string =>
  (values ?? []).map((value) => `\`${value}\``).join(", ");

function expectedRow(card: ModelCard): Record<string, string> {
  return {
    id: `\`${card.id}\``,
    name: card.name.ja,
    maker: card.maker,
    domestic: card.domestic ? "yes" : "no",
    contract: `\`${card.contract}\``,
    connection: card.upstream === undefined ? "" : `\`${card.upstream}\``,
    context: String(card.contextTokens),
    output: String(card.outputTokens),
    "tokens/字": String(card.tokensPerCharacter),
    clearance: card.clearance,
    region: card.region,
    hours: card.hours === undefined ? "" : `${card.hours.from}-${card.hours.to}`,
    retires: card.retires ?? "",
    fallbacks: list(card.fallbacks),
    documented: list(Object.keys(card.sources ?? {})),
    assumed: list(card.assumed),
  };
}

test("the tables of docs/models.md say what the catalogue says, of every card and no other", () => {
  const rows = tableRows();
  expect([...rows.keys()]).toEqual(catalogue.models.map(({ id }) => id));
  for (const card of catalogue.models) expect(rows.get(card.id)).toEqual(expectedRow(card));
});

test("every field of a card is explained", () => {
  const fields = new Set(catalogue.models.flatMap((card) => Object.keys(card)));
  for (const field of [...fields, "price", "systemText", "streaming"]) expect(page).toContain(`| \`${field}\``);
});

describe("the catalogue that comes with the relay", () => {
  const ids = catalogue.models.map(({ id }) => id);

  test("has the models of the trial, the embedded engine last, for what no other may do", () => {
    expect(ids.at(-1)).toBe("offline-extractive");
    expect(catalogue.default).toEqual({});
    for (const id of [
      "tsuzumi-2",
      "cc-gov-llm",
      "llama-3.1-elyza-jp-70b",
      "sarashina2-mini",
      "cotomi-v3",
      "takane-32b",
    ])
      expect(catalogue.models.find((card) => card.id === id)?.domestic).toBe(true);
    expect(ids).toEqual(
      expect.arrayContaining(["plamo-2.0-prime", "plamo-2-translate", "nova-lite", "claude-sonnet-4-6"]),
    );
  });

  test("clears no model for class 2 but the embedded engine", () => {
    const cleared = explainModels(catalogue.models, { task: "summarize", class: "2", now: new Date() });
    expect(cleared.filter(({ usable }) => usable).map(({ card }) => card.id)).toEqual(["offline-extractive"]);
  });

  test("says of what a card tells about its model whether it is documented or assumed", () => {
    for (const card of catalogue.models.filter(({ contract }) => contract !== "offline")) {
      const told = [...card.assumed, ...Object.keys(card.sources ?? {})];
      for (const field of ["name", "maker", "domestic", "tasks", "languages", "upstreamModel"] as const)
        if (card[field] !== undefined) expect([card.id, told.includes(field) && field]).toEqual([card.id, field]);
    }
  });

  test("a default that a server has is no limit of its model", () => {
    for (const id of ["cotomi-v3", "llama-3.1-elyza-jp-70b", "azure-llama-tokyo", "azure-llama-osaka"])
      expect(catalogue.models.find((card) => card.id === id)?.assumed).toContain("outputTokens");
  });

  test("says of each number whether it is documented or assumed", () => {
    for (const card of catalogue.models.filter(({ contract }) => contract !== "offline")) {
      const told = [...card.assumed, ...Object.keys(card.sources ?? {})];
      for (const field of ["contract", "contextTokens", "outputTokens", "tokensPerCharacter", "clearance", "region"])
        expect([card.id, told.includes(field) ? field : `nothing about ${field}`]).toEqual([card.id, field]);
      if (card.region === "jp") expect(card.sources).toHaveProperty("region");
    }
  });

  test("PLaMo翻訳 is off at night, when 国会答弁 is written, and names who stands in for it", () => {
    const card = catalogue.models.find(({ id }) => id === "plamo-2-translate")!;
    expect(card).toMatchObject({ tasks: ["translate"], contextTokens: 4096, outputTokens: 1024 });
    expect(isOpen(card, new Date("2026-10-01T01:30:00+09:00"))).toBe(false);
    expect(card.fallbacks!.length).toBeGreaterThan(0);
  });
});

import type { ModelCard } from "@genai-office/shared/vocabulary";

/** An 8k card for summaries, cleared for class 2 in Japan. */
export function modelCard(id: string, changes: Partial<ModelCard> = {}): ModelCard {
  return {
    id,
    name: { ja: id, en: id },
    maker: "Maker",
    domestic: true,
    contract: "openai",
    contextTokens: 8192,
    outputTokens: 1024,
    tokensPerCharacter: 1,
    clearance: "2",
    region: "jp",
    tasks: ["summarize"],
    languages: ["ja", "en"],
    assumed: [],
    ...changes,
  };
}

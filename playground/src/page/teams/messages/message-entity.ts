import { isRecord, type Activity } from "../wire";

export interface ShownCitation {
  readonly position: number;
  readonly name: string;
  readonly abstract: string;
}

/** What Teams draws from the root entity of a message: its label, and its numbered sources. */
export interface MessageEntity {
  readonly isGenerated: boolean;
  readonly citations: readonly ShownCitation[];
}

/** Reads the entity `https://schema.org/Message` (Teams documentation, "AI label and citations"). */
export function readMessageEntity({ entities = [] }: Activity): MessageEntity {
  const root = entities.find((entity) => entity["type"] === "https://schema.org/Message");
  const types = root?.["additionalType"];
  const citations = root?.["citation"];
  return {
    isGenerated: Array.isArray(types) && types.includes("AIGeneratedContent"),
    citations: Array.isArray(citations) ? citations.flatMap(readCitation) : [],
  };
}

function readCitation(claim: unknown): ShownCitation[] {
  if (!isRecord(claim) || typeof claim["position"] !== "number" || !isRecord(claim["appearance"])) return [];
  const { name, abstract } = claim["appearance"];
  if (typeof name !== "string") return [];
  return [{ position: claim["position"], name, abstract: typeof abstract === "string" ? abstract : "" }];
}

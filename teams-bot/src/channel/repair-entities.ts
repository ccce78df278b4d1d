import { createRequire } from "node:module";

interface EntityMapper {
  Entity?: { type?: { additionalProperties?: unknown } };
}

/**
 * botbuilder 4.23.3, the last release, drops every unknown property of `activity.entities` while it writes an activity,
 * and with them the AI label, without a word (reference page on Teams, 3.1; botbuilder-js issue 4902). This gives the
 * mapper back what it lacks. It fails loudly when the SDK's layout is another one.
 */
export function repairEntities(): void {
  const mappers = createRequire(import.meta.url)(
    "botframework-connector/lib/connectorApi/models/mappers",
  ) as EntityMapper;
  const type = mappers.Entity?.type;
  if (type === undefined)
    throw new Error("botframework-connector has another layout: the entity mapper was not found.");
  type.additionalProperties ??= { type: { name: "Object" } };
}

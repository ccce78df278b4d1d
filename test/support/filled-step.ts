import type { Step, TaskName } from "@genai-office/shared/vocabulary";
import { stepSchema } from "../../relay/src/routes/step-schema";

/** A text of a step: where it stands (such as "options.terms.0.source") and what stands there. */
export interface FilledText {
  place: string;
  text: string;
}

interface Schema {
  kind: string;
  type: string;
  pipe?: Schema[];
  wrapped?: Schema;
  entries?: Record<string, Schema>;
  options?: Schema[] | readonly string[];
  item?: Schema;
  value?: Schema;
  literal?: unknown;
}

/** Values for strings that are no free text. */
const samples: Record<string, string> = {
  uuid: "0f8fad5b-d9cb-469f-a165-70867728950e",
  regex: "0".repeat(64),
  iso_date: "2026-04-01",
  // Base64 of a file.
  check: "",
};

/**
 * A step of a task with everything filled in that the relay's schema knows, each free text with another one: made from the
 * schema, so that a field which is added there is filled in as well. Of several forms that a value may take the last.
 * @param textAt text of a place; `count` numbers the texts
 */
export function filledStep(task: TaskName, textAt: (count: number) => string): { step: Step; texts: FilledText[] } {
  const texts: FilledText[] = [];
  const schema = (stepSchema as unknown as Schema).options as Schema[];
  const own = schema.find(({ entries }) => entries!.task!.literal === task)!;
  const step = fill(own, "", (place) => {
    const text = textAt(texts.length);
    texts.push({ place, text });
    return text;
  });
  return { step: step as Step, texts };
}

function fill(schema: Schema, place: string, text: (place: string) => string): unknown {
  const at = (key: string): string => (place === "" ? key : `${place}.${key}`);
  if (schema.pipe !== undefined) {
    const shape = schema.pipe
      .filter(({ kind, type, pipe }) => kind === "schema" && (type !== "custom" || pipe !== undefined))
      .at(-1)!;
    if (shape.type !== "string") return fill(shape, place, text);
    const check = schema.pipe.find(({ type }) => samples[type] !== undefined);
    return check === undefined ? text(place) : samples[check.type];
  }
  switch (schema.type) {
    case "exact_optional":
      return fill(schema.wrapped!, place, text);
    case "object":
      return Object.fromEntries(
        Object.entries(schema.entries!).map(([key, entry]) => [key, fill(entry, at(key), text)]),
      );
    case "array":
      return [fill(schema.item!, at("0"), text)];
    case "record":
      return { field: fill(schema.value!, at("field"), text) };
    case "variant":
    case "union":
      return fill((schema.options as Schema[]).at(-1)!, place, text);
    case "picklist":
      return (schema.options as readonly string[]).at(-1);
    case "literal":
      return schema.literal;
    case "string":
      return text(place);
    case "boolean":
      return true;
    case "number":
      return 1;
    default:
      throw new Error(`what is a ${schema.type}? (${place})`);
  }
}

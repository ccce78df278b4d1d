import { readFileSync } from "node:fs";
import * as v from "valibot";
import { MeasurementImpossible } from "./measurement";

/**
 * Cases of a measure: one JSON value a line, each of the shape of the schema; empty lines and a byte order mark are passed over.
 * Names the line, counted as an editor counts, and the field that is not as it should be.
 */
export function readJsonLines<Schema extends v.GenericSchema>(file: string, schema: Schema): v.InferOutput<Schema>[] {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw new MeasurementImpossible(`cannot read ${file}`);
  }
  const cases: v.InferOutput<Schema>[] = [];
  for (const [index, line] of text
    .replace(/^\ufeff/, "")
    .split("\n")
    .entries()) {
    if (line.trim() === "") continue;
    const place = `${file}: line ${index + 1}`;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      throw new MeasurementImpossible(`${place} is no JSON`);
    }
    const result = v.safeParse(schema, value, { abortEarly: true });
    if (!result.success) {
      const field = v.getDotPath(result.issues[0]);
      throw new MeasurementImpossible(`${place} is no case${field === null ? "" : `: ${field}`}`);
    }
    cases.push(result.output);
  }
  if (cases.length === 0) throw new MeasurementImpossible(`${file} holds no cases`);
  return cases;
}

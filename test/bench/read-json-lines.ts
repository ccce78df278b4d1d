import { readFileSync } from "node:fs";
import { MeasurementImpossible } from "./measurement";

/** Cases of a measure: one JSON value a line, empty lines passed over. Names the line that is no JSON. */
export function readJsonLines<Case>(file: string): Case[] {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw new MeasurementImpossible(`cannot read ${file}`);
  }
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line, index) => {
      try {
        return JSON.parse(line) as Case;
      } catch {
        throw new MeasurementImpossible(`${file}: line ${index + 1} is no JSON`);
      }
    });
}

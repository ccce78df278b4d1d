import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { MeasurementImpossible } from "../measurement";
import { parseCase, type EvaluationCase } from "./evaluation-case";
import { readSource, type ReadSource } from "./read-source";

/** A case with its source, ready to run. */
export interface ReadyCase {
  file: string;
  evaluation: EvaluationCase;
  source: ReadSource;
}

/** A case that could not be read, and why. */
export interface UnreadableCase {
  file: string;
  error: string;
}

/**
 * Reads every `*.case.json` below a folder, in the order of their names.
 * @throws MeasurementImpossible when the folder cannot be read or holds no case
 */
export function readCases(folder: string): (ReadyCase | UnreadableCase)[] {
  const files = findCases(folder);
  if (files.length === 0) throw new MeasurementImpossible(`no *.case.json in ${folder}`);
  return files.map((path) => {
    const file = relative(folder, path) || path;
    try {
      const evaluation = parseCase(JSON.parse(readFileSync(path, "utf8").replace(/^\ufeff/, "")));
      const source = readSource(evaluation.source, dirname(path), statSync(folder).isFile() ? dirname(folder) : folder);
      if (source.blocks.every(({ text }) => text.trim() === "")) throw new Error("source: has no text");
      return { file, evaluation, source };
    } catch (error) {
      return { file, error: (error as Error).message };
    }
  });
}

function findCases(folder: string): string[] {
  try {
    if (statSync(folder).isFile()) return [folder];
    return (readdirSync(folder, { recursive: true }) as string[])
      .filter((name) => name.endsWith(".case.json"))
      .sort()
      .map((name) => join(folder, name));
  } catch (error) {
    throw new MeasurementImpossible(`cannot read ${folder} (${(error as NodeJS.ErrnoException).code})`);
  }
}

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { MinutesResult } from "@genai-office/shared/tasks";
import { readTranscript, transcriptBlocks, type TranscriptFile } from "@genai-office/shared/transcript";
import { GenaiError, type Statement } from "@genai-office/shared/vocabulary";
import { minutesDocument, type MinutesForm } from "../../../teams-bot/src/minutes/document";
import { startPlantingModel, type PlantingModel } from "../minutes/planting-model";
import { takeMinutes, type TakenMinutes } from "../minutes/take-minutes";
import type { WrittenLine } from "../minutes/written-line";
import { formatTable, MeasurementImpossible, type Measure } from "../measurement";

const forms: Record<MinutesForm, RegExp> = {
  full: /^(?:full|verbatim|逐語(?:整文)?|議事録)$/i,
  summary: /^(?:summary|議事要旨|要旨)$/i,
  decisions: /^(?:decisions?|actions?|決定・宿題(?:一覧)?)$/i,
};

/**
 * `minutes FILE [--kind full|summary|decisions] [--upstream URL] [--plant N]`: minutes of a transcript as the bot's job makes
 * them, over a relay of its own. `--plant` asks a stand-in model that adds unsupported lines to true ones; a planted line
 * counts as struck when it was taken out with a reason, or its owner or date was; `plantedVanished` are those that the joining of
 * windows lost, which neither stand in the minutes nor were struck.
 */
export const measure: Measure = async (args) => {
  const { path, form, upstream, plant } = readArguments(args);
  let file: TranscriptFile;
  try {
    file = { name: basename(path), bytes: readFileSync(path) };
  } catch {
    throw new MeasurementImpossible(`${path} cannot be read`);
  }
  let model: PlantingModel | undefined;
  try {
    if (plant > 0) {
      const said = transcriptBlocks(readTranscript(file)).flatMap(({ text }) => (text.trim() === "" ? [] : text));
      model = await startPlantingModel(plant, new Set(said).size);
    }
    const address = model?.url ?? upstream;
    const taken = await takeMinutes(file, address === undefined ? {} : { upstream: address });
    const bytes = await minutesDocument({ ...taken.record, form });
    return report(taken, model, { form, documentBytes: bytes.length });
  } catch (error) {
    if (GenaiError.isInstance(error)) throw new MeasurementImpossible(`${error.code}: ${error.message}`);
    throw error;
  } finally {
    await model?.close();
  }
};

function report(
  taken: TakenMinutes,
  model: PlantingModel | undefined,
  more: Record<string, unknown>,
): Awaited<ReturnType<Measure>> {
  const { result, transcript, chunks, steps, milliseconds } = taken;
  const lines = linesOf(result);
  const struck = result.unsupported.map(({ section, statement, reason }) => ({
    section,
    text: statement.text,
    sources: statement.sources,
    reason,
  }));
  const inSource = [...new Set(transcript.utterances.flatMap(({ speaker }) => speaker ?? []))];
  const planted = model?.planted() ?? [];
  const survived = planted.filter((line) => stands(line, result));
  const vanished = planted.filter((line) => !survived.includes(line) && !wasStruck(line, result));
  const trueTexts = new Set((model?.written ?? []).filter(({ fault }) => fault === undefined).map(({ text }) => text));
  const plantedTexts = new Set(planted.map(({ text }) => text));
  const trueStruck = struck.filter(({ text }) => trueTexts.has(text) && !plantedTexts.has(text));
  const figures = {
    lines: lines.length,
    withEvidence: lines.filter(({ sources }) => sources.length > 0).length,
    struck: struck.length,
    planted: planted.length,
    plantedStruck: planted.length - survived.length - vanished.length,
    plantedVanished: vanished.length,
    trueLinesStruck: trueStruck.length,
    speakersInSource: inSource.length,
    speakersListed: inSource.filter((name) => result.speakers.includes(name)).length,
    decisions: result.decisions.length,
    actionItems: result.actions.length,
    chunks,
    ms: Math.round(milliseconds),
    steps,
    trueLines: trueTexts.size,
    utterances: transcript.utterances.length,
    characters: taken.blocks.reduce((sum, { text }) => sum + text.length, 0),
    findings: result.findings.length,
    models: result.models,
    ...more,
  };
  const faults = byFault(planted, [...survived, ...vanished]);
  const rows = lines.map(({ text, sources }) => ({ text, sources }));
  return {
    table: [
      formatTable(
        ["", ""],
        Object.entries(figures).map(([name, value]) => [name, Array.isArray(value) ? value.join(" ") : String(value)]),
      ),
      formatTable(
        ["planted", "lines", "struck"],
        Object.entries(faults).map(([fault, count]) => [fault, count.planted, count.struck]),
      ),
      formatTable(
        ["struck", "reason", "line"],
        struck.map(({ section, reason, text }) => [section, reason, text.slice(0, 60)]),
      ),
      formatTable(
        ["planted and kept", "line"],
        survived.map(({ fault, text, owner, due }) => [fault ?? "", [text.slice(0, 60), owner, due].join(" ")]),
      ),
    ].join("\n\n"),
    json: { ...figures, byFault: faults, survived, vanished, trueStruck, plantedLines: planted, rows },
  };
}

function linesOf({ topics, decisions, actions }: MinutesResult): Statement[] {
  return [...topics.flatMap(({ discussion }) => discussion), ...decisions, ...actions.map(({ task }) => task)];
}

/** What is wrong of a planted line stands in the minutes. */
function stands({ fault, text, owner = "", due = "" }: WrittenLine, result: MinutesResult): boolean {
  const action = result.actions.find(({ task }) => task.text === text);
  if (fault === "owner") return action?.owner.includes(owner) === true;
  if (fault === "due") return action?.due.includes(due) === true;
  if (fault === "proposal") return result.decisions.some((line) => line.text === text);
  return linesOf(result).some((line) => line.text === text);
}

/** It was taken out with a reason, or what is wrong of it was. */
function wasStruck({ fault, text, owner = "", due = "" }: WrittenLine, result: MinutesResult): boolean {
  const isRefused = (code: string, found: string): boolean =>
    result.findings.some((finding) => finding.code === code && finding.values?.["found"] === found);
  if (result.unsupported.some(({ statement }) => statement.text === text)) return true;
  if (fault === "owner") return isRefused("owner-not-in-source", owner);
  return fault === "due" && isRefused("due-not-in-source", due);
}

function byFault(
  planted: readonly WrittenLine[],
  survived: readonly WrittenLine[],
): Record<string, { planted: number; struck: number }> {
  const counts: Record<string, { planted: number; struck: number }> = {};
  for (const line of planted) {
    const count = (counts[line.fault ?? ""] ??= { planted: 0, struck: 0 });
    count.planted += 1;
    if (!survived.includes(line)) count.struck += 1;
  }
  return counts;
}

function readArguments(args: readonly string[]): {
  path: string;
  form: MinutesForm;
  upstream: string | undefined;
  plant: number;
} {
  const rest = [...args];
  const take = (name: string): string | undefined => {
    const at = rest.indexOf(name);
    return at === -1 ? undefined : (rest.splice(at, 2)[1] ?? "");
  };
  const kind = take("--kind") ?? "full";
  const upstream = take("--upstream");
  const plant = Number(take("--plant") ?? "0");
  const form = (["full", "summary", "decisions"] as const).find((one) => forms[one].test(kind));
  const [path] = rest;
  if (
    path === undefined ||
    rest.length !== 1 ||
    form === undefined ||
    !Number.isInteger(plant) ||
    plant < 0 ||
    upstream === ""
  )
    throw new MeasurementImpossible(
      "usage: minutes FILE [--kind full|summary|decisions] [--upstream URL] [--plant LINES]",
    );
  return { path, form, upstream, plant };
}

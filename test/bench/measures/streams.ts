import { availableParallelism } from "node:os";
import { Child } from "../client/child";
import { formatTable, MeasurementImpossible, type Measure } from "../measurement";
import { readRecordings } from "../streams/recording";
import type { Share, ShareRow } from "../streams/share-process";

/**
 * Decodes recorded streams (docs/measurements.md, `streams`): each served over HTTP whole, and cut in two at every byte
 * offset, sampled above 20 kB (streams/cut-offsets.ts says how). The offsets are dealt out to a process per core, each
 * with a server of its own. `decoded` counts the files whose reply ended in one terminal event, be it a failure that
 * the recording holds; `text` of a failed reply is what came until then. `cutsSeen` counts the cuts that reached the
 * client as a boundary between two reads: all of them, or the measure has proved less than it says.
 */
export const measure: Measure = async (args) => {
  const { folder, contract } = readArguments(args);
  // Read here too, so that a folder that is not there is told once and by its name.
  if (readRecordings(folder, contract).length === 0)
    throw new MeasurementImpossible(
      `no recordings in ${folder} (*.sse, *.chunks.txt; *.jsonl, *.json with --contract or a sidecar that names one)`,
    );
  const count = Math.min(4, availableParallelism());
  const shares = await Promise.all(
    Array.from({ length: count }, async (_, number) => {
      const file = new URL("../streams/share-process.ts", import.meta.url);
      const { child, first } = await Child.start<Share>(file, folder, contract ?? "", String(number), String(count));
      child.stop();
      return first;
    }),
  );
  const rows = shares[0]!.rows.map((_, index) => mergeRows(shares.map((share) => share.rows[index]!)));
  const sum = (value: (share: Share) => number): number => shares.reduce((total, share) => total + value(share), 0);
  return report(rows, {
    decoded: rows.filter((row) => row.ended).length,
    silentEnds: sum((share) => share.silentEnds),
    cutsSeen: sum((share) => share.cutsSeen),
  });
};

/** Every share decodes the whole reply as well; were they to differ, that would be a difference too. */
function mergeRows(rows: ShareRow[]): ShareRow {
  const first = rows[0]!;
  const merged = { ...first, cuts: 0, cutDifferences: 0 };
  for (const row of rows) {
    merged.cuts += row.cuts;
    merged.cutDifferences += row.cutDifferences;
    if (row.text !== first.text || row.finish !== first.finish || row.error !== first.error) merged.cutDifferences++;
  }
  return merged;
}

function readArguments(args: string[]): { folder: string; contract: string | undefined } {
  const rest = [...args];
  const at = rest.indexOf("--contract");
  const contract = at === -1 ? undefined : rest.splice(at, 2)[1];
  const folder = rest[0];
  if (folder === undefined || (at !== -1 && contract === undefined) || rest.length > 1)
    throw new MeasurementImpossible("usage: streams DIR [--contract NAME]");
  return { folder, contract };
}

function report(rows: ShareRow[], counts: { decoded: number; silentEnds: number; cutsSeen: number }) {
  const sum = (key: "cuts" | "cutDifferences"): number => rows.reduce((total, row) => total + row[key], 0);
  const table = formatTable(
    ["file", "contract", "characters", "finish", "error", "chunks", "cuts", "differences"],
    rows.map((row) => [
      row.file,
      row.contract,
      row.text.length,
      row.finish,
      row.error,
      row.chunks,
      row.cuts,
      row.cutDifferences,
    ]),
  );
  return {
    table,
    json: {
      files: rows.length,
      ...counts,
      cuts: sum("cuts"),
      cutDifferences: sum("cutDifferences"),
      rows,
    },
  };
}

import { checkPair, type PairLanguage } from "@genai-office/shared/guards";
import * as v from "valibot";
import { formatTable, MeasurementImpossible, type Measure } from "../measurement";
import { readJsonLines } from "../read-json-lines";

const language = v.picklist(["ja", "en"] satisfies PairLanguage[]);
const pairSchema = v.object({
  id: v.union([v.string(), v.number()]),
  src: v.string(),
  srcLang: language,
  tgt: v.string(),
  tgtLang: language,
  label: v.picklist(["ok", "corrupt", "differs"]),
  kind: v.nullish(v.string()),
  base: v.nullish(v.union([v.string(), v.number()])),
});

/**
 * `guards FILE.jsonl`: checks translation pairs. A corruption counts as found when it is flagged and its base is not;
 * a base outside the file is taken as not flagged. `differs` counts nowhere.
 */
export const measure: Measure = async (args) => {
  const [file] = args;
  if (file === undefined) throw new MeasurementImpossible("name a file of pairs (JSON lines)");
  const pairs = readJsonLines(file, pairSchema);
  const rows = pairs.map((pair) => {
    const findings = checkPair(pair.src, pair.srcLang, pair.tgt, pair.tgtLang);
    return { pair, flagged: findings.length > 0, findings };
  });
  const flagged = new Map(rows.map((row) => [row.pair.id, row.flagged]));
  const ok = rows.filter((row) => row.pair.label === "ok");
  const corrupt = rows.filter((row) => row.pair.label === "corrupt");
  const isDetected = ({ pair, flagged: is }: (typeof rows)[number]): boolean =>
    is && !(pair.base !== undefined && pair.base !== null && flagged.get(pair.base) === true);
  const byKind: Record<string, { cases: number; detected: number }> = {};
  for (const row of corrupt) {
    const entry = (byKind[row.pair.kind ?? "unnamed"] ??= { cases: 0, detected: 0 });
    entry.cases += 1;
    if (isDetected(row)) entry.detected += 1;
  }
  const falseAlarms = ok.filter((row) => row.flagged).length;
  const detected = corrupt.filter(isDetected).length;
  const percent = (part: number, whole: number): string =>
    whole === 0 ? "-" : `${((100 * part) / whole).toFixed(1)} %`;
  return {
    table: formatTable(
      ["kind", "cases", "found", "share"],
      [
        ["true pairs flagged", ok.length, falseAlarms, percent(falseAlarms, ok.length)],
        ["corrupt pairs found", corrupt.length, detected, percent(detected, corrupt.length)],
        ...Object.entries(byKind).map(([kind, entry]) => [
          `  ${kind}`,
          entry.cases,
          entry.detected,
          percent(entry.detected, entry.cases),
        ]),
      ],
    ),
    json: {
      ok: ok.length,
      falseAlarms,
      corrupt: corrupt.length,
      detected,
      byKind,
      rows: rows.map(({ pair, flagged: is, findings }) => ({
        id: pair.id,
        flagged: is,
        findings: findings.map(({ code, values }) => ({ code, ...values })),
      })),
    },
  };
};

import { judgeEvidence, type EvidenceVerdict } from "@genai-office/shared/guards";
import { speakerOf } from "@genai-office/shared/tasks";
import * as v from "valibot";
import { formatTable, MeasurementImpossible, type Measure } from "../measurement";
import { readJsonLines } from "../read-json-lines";

const caseSchema = v.object({
  id: v.union([v.string(), v.number()]),
  source: v.array(v.object({ id: v.union([v.string(), v.number()]), text: v.string() })),
  line: v.string(),
  cited: v.array(v.union([v.string(), v.number()])),
  label: v.picklist(["supported", "unsupported"]),
  /** What the line does to its source; counted apart where a file says it. */
  kind: v.nullish(v.string()),
});
type Case = v.InferOutput<typeof caseSchema>;

/**
 * `evidence FILE.jsonl`: judges each line by the spans it cites; the other spans only tell what the whole is about. A supported
 * line is kept when the verdict is "supported"; an unsupported one is caught when it is anything else, struck ("unsupported")
 * or marked 「未確認」 ("unsure"). What is marked is counted apart on both sides.
 */
export const measure: Measure = async (args) => {
  const [file] = args;
  if (file === undefined) throw new MeasurementImpossible("name a file of cases (JSON lines)");
  const cases = readJsonLines(file, caseSchema);
  const rows = cases.map((one) => {
    const start = performance.now();
    const judged = judge(one);
    return { one, ...judged, ms: performance.now() - start };
  });
  const byKind: Record<string, { cases: number; right: number }> = {};
  for (const { one, verdict } of rows) {
    const entry = (byKind[`${one.label} ${one.kind ?? ""}`.trim()] ??= { cases: 0, right: 0 });
    entry.cases += 1;
    if (verdict === one.label) entry.right += 1;
  }
  const count = (label: Case["label"], verdict?: EvidenceVerdict): number =>
    rows.filter(({ one, verdict: given }) => one.label === label && (verdict === undefined || given === verdict))
      .length;
  const wrong = rows.filter(({ one, verdict }) => verdict !== one.label);
  const times = rows.map(({ ms }) => ms).sort((a, b) => a - b);
  const json = {
    supported: count("supported"),
    keptSupported: count("supported", "supported"),
    supportedStruck: count("supported", "unsupported"),
    supportedMarked: count("supported", "unsure"),
    unsupported: count("unsupported"),
    // What is not kept as supported: struck, or marked for a person to look at.
    struckUnsupported: count("unsupported", "unsupported") + count("unsupported", "unsure"),
    unsupportedMarked: count("unsupported", "unsure"),
    unsupportedKept: count("unsupported", "supported"),
    medianMs: Number((times[Math.floor(times.length / 2)] ?? 0).toFixed(3)),
    byKind,
    rows: rows.map(({ one, verdict, reasons }) => ({ id: one.id, verdict, reasons })),
  };
  return {
    table: [
      formatTable(
        ["kind", "cases", "right"],
        Object.entries(byKind).map(([kind, entry]) => [kind, entry.cases, entry.right]),
      ),
      formatTable(
        ["id", "label", "verdict", "reasons", "line"],
        wrong.map(({ one, verdict, reasons }) => [
          one.id,
          `${one.label} ${one.kind ?? ""}`,
          verdict,
          reasons.join(" "),
          one.line.replace(/\s+/g, " ").slice(0, 70),
        ]),
      ),
      `${json.keptSupported} of ${json.supported} supported lines kept (${json.supportedMarked} marked, ${json.supportedStruck} struck), ${json.struckUnsupported} of ${json.unsupported} unsupported lines struck or marked (${json.unsupportedMarked} marked)`,
    ].join("\n"),
    json,
  };
};

function judge({ source, line, cited }: Case): ReturnType<typeof judgeEvidence> {
  const spans = (wanted: boolean) =>
    source.filter(({ id }) => cited.includes(id) === wanted).map(({ text }) => ({ text, label: speakerOf({ text }) }));
  return judgeEvidence(line, spans(true), { context: spans(false) });
}

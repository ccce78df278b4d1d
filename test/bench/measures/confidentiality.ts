import { judgeText, type MarkingPlace } from "@genai-office/shared/guards";
import type { ConfidentialityDecision } from "@genai-office/shared/vocabulary";
import * as v from "valibot";
import { formatTable, MeasurementImpossible, type Measure } from "../measurement";
import { readJsonLines } from "../read-json-lines";

const places = [
  "header",
  "footer",
  "firstPage",
  "subject",
  "fileName",
  "body",
  "label",
] as const satisfies MarkingPlace[];
const caseSchema = v.object({
  id: v.union([v.string(), v.number()]),
  text: v.string(),
  where: v.picklist(places),
  class: v.string(),
  decision: v.picklist(["allow", "clearedOnly", "ask", "block"] satisfies ConfidentialityDecision[]),
});

const strictness: Record<ConfidentialityDecision, number> = { block: 3, ask: 2, clearedOnly: 1, allow: 0 };

/**
 * `confidentiality FILE.jsonl`: judges each line by itself. `right`: decision and class as expected. `missed`: the
 * expected decision is stricter than ours. `falseBlocks`: we block or ask where nothing should stand in the way
 * (expected: allow). `decisionsRight` counts the decision alone.
 */
export const measure: Measure = async (args) => {
  const [file] = args;
  if (file === undefined) throw new MeasurementImpossible("name a file of cases (JSON lines)");
  const cases = readJsonLines(file, caseSchema);
  const rows = cases.map((expected) => {
    const judged = judgeText(expected.text, expected.where);
    const missed = strictness[expected.decision] > strictness[judged.decision];
    const falseBlock = expected.decision === "allow" && (judged.decision === "block" || judged.decision === "ask");
    const rightDecision = judged.decision === expected.decision;
    return {
      id: expected.id,
      class: judged.class,
      decision: judged.decision,
      reason: judged.reason,
      right: rightDecision && judged.class === expected.class,
      rightDecision,
      missed,
      falseBlock,
      expected,
    };
  });
  const count = (key: "right" | "rightDecision" | "missed" | "falseBlock"): number =>
    rows.filter((row) => row[key]).length;
  const wrong = rows.filter((row) => !row.right);
  const table = formatTable(
    ["id", "where", "expected", "judged", "reason", "text"],
    wrong.map((row) => [
      row.id,
      row.expected.where,
      `${row.expected.class} ${row.expected.decision}`,
      `${row.class} ${row.decision}`,
      row.reason,
      row.expected.text.replace(/\s+/g, " ").slice(0, 60),
    ]),
  );
  return {
    table: `${cases.length} cases, ${count("right")} right, ${count("missed")} missed, ${count("falseBlock")} false blocks\n${table}`,
    json: {
      cases: cases.length,
      right: count("right"),
      decisionsRight: count("rightDecision"),
      missed: count("missed"),
      falseBlocks: count("falseBlock"),
      rows: rows.map(({ id, class: cls, decision, reason }) => ({ id, class: cls, decision, reason })),
    },
  };
};

import { createTranslator } from "@genai-office/shared/i18n";
import { summaryResultText, type SummaryOutcome } from "@genai-office/shared/pane/summary";
import type { Finding } from "@genai-office/shared/vocabulary";
import { resultEdits } from "../../../../word-addin/src/features/summarize/result-edits";
import { testCard } from "../../../support/test-step";

const t = createTranslator("ja");
const paragraphs = ["件数は500件である。予算は増えた。", "・来週から始める。"];
const text = paragraphs.join("\n");

function outcome(findings: Finding[]): SummaryOutcome {
  const statements = ["件数は500件である。", "予算は増えた。", "来週から始める。"].map((one) => ({
    text: one,
    sources: ["p1"],
    layout: "sentence" as const,
  }));
  return {
    plan: {
      source: { blocks: [{ id: "p1", kind: "paragraph", text: "予算は減った。" }], hash: "" },
      judgement: { class: "none", decision: "allow", markings: [] },
      card: testCard({}),
      length: "300",
    },
    declaredClass: "none",
    result: { statements, text, paragraphs, findings, models: [], reason: "stop" },
  };
}

const unconfirmed = (words: string): Finding => ({
  guard: "evidence",
  code: "statement-unconfirmed",
  severity: "warning",
  output: { start: text.indexOf(words), end: text.indexOf(words) + words.length },
});

const marked = ["件数は500件である。予算は増えた。【未確認】", "・来週から始める。【未確認】"];
// One statement may be found twice, and others' findings mark nothing.
const doubtful = outcome([
  unconfirmed("来週から始める。"),
  unconfirmed("予算は増えた。"),
  unconfirmed("予算は増えた。"),
  { guard: "figures", code: "figure-not-in-source", severity: "error", output: { start: 3, end: 7 } },
]);

test.each(["insert", "replace"] as const)("%s writes 【未確認】 behind what its sources do not bear out", (action) => {
  const [edit] = resultEdits(t, doubtful, action);
  expect(edit).toMatchObject({ paragraphs: [expect.stringContaining("AI"), ...marked] });
});

test("a comment and the clipboard say it too", () => {
  const [edit] = resultEdits(t, doubtful, "comment");
  expect(edit).toMatchObject({ text: expect.stringContaining(marked.join("\n")) as string });
  expect(summaryResultText(t, doubtful).split("\n").slice(1)).toEqual(marked);
});

test("marks a statement in the middle of its paragraph, and nothing where all is borne out", () => {
  expect(resultEdits(t, outcome([unconfirmed("件数は500件である。")]), "insert")[0]).toMatchObject({
    paragraphs: [expect.anything(), "件数は500件である。【未確認】予算は増えた。", "・来週から始める。"],
  });
  expect(resultEdits(t, outcome([]), "insert")[0]).toMatchObject({ paragraphs: [expect.anything(), ...paragraphs] });
});

import { findUnconfirmed } from "@genai-office/shared/guards";
import { createTranslator, findingText } from "@genai-office/shared/i18n";
import { layOutStatements } from "@genai-office/shared/pane";
import { markUnconfirmed } from "@genai-office/shared/tasks";
import type { Block, Statement } from "@genai-office/shared/vocabulary";

const blocks: Block[] = [
  { id: "p1", kind: "paragraph", text: "窓口の予約制は、来年度の導入に向けて検討する。" },
  { id: "p2", kind: "paragraph", text: "相談件数は3,420件で、前年度の2,980件から440件増えた。" },
];
const statements: Statement[] = [
  { text: "窓口の予約制を来年度に導入する。", sources: ["p1"], layout: "sentence" },
  { text: "相談件数は3,420件であった。", sources: ["p2"], layout: "sentence" },
];
const text = statements.map((statement) => statement.text).join("");
const places = [
  { start: 0, end: statements[0]!.text.length },
  { start: statements[0]!.text.length, end: text.length },
];
const findings = findUnconfirmed(statements, places, blocks);

test("a statement made certain is marked with its reason, at its place; one that is borne out is not", () => {
  expect(findings).toEqual([
    {
      guard: "evidence",
      code: "statement-unconfirmed",
      severity: "warning",
      values: { reason: "modality" },
      source: [{ blockId: "p1" }],
      output: places[0],
    },
  ]);
  expect(findingText(createTranslator("ja"), findings[0]!)).toBe(
    "未確認：示された根拠より確かなことのように書かれています。原文と見比べてください。",
  );
});

test("the mark stands behind the statement, in plain text and in the layout of a pane", () => {
  expect(markUnconfirmed(text, findings, "【未確認】")).toBe(
    "窓口の予約制を来年度に導入する。【未確認】相談件数は3,420件であった。",
  );
  const { groups } = layOutStatements(text, statements, findings);
  expect(groups[0]!.statements.map(({ unconfirmed }) => unconfirmed)).toEqual([true, false]);
});

test("what cannot be compared in another language is told once, as a whole", () => {
  const english: Statement = {
    text: "There were 3,420 consultations with Hirano.",
    sources: ["p2"],
    layout: "sentence",
  };
  expect(findUnconfirmed([english, english], [], blocks).map(({ code }) => code)).toEqual(["evidence-other-language"]);
});

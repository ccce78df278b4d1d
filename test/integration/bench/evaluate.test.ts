import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TaskScore } from "../../bench/evaluate/case-score";
import { MeasurementImpossible } from "../../bench/measurement";
import { measure } from "../../bench/measures/evaluate";
import type { Reply } from "../../support/model-server";
import { answerReply, jsonReply } from "../../support/model-server-replies";
import { modelServers } from "../../support/serve-models";

const serve = modelServers();
let folder: string;
const before = { ...process.env };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "evaluate-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  process.env = { ...before };
});

const summary = {
  task: "summarize",
  source: { text: "委託料は1,250万円です。\n期間は3年です。" },
  options: { length: { kind: "characters", characters: 20 } },
  expected: { facts: ["1,250万円", "3年"], absent: ["4年"] },
};

function write(name: string, value: unknown): void {
  writeFileSync(join(folder, `${name}.case.json`), JSON.stringify(value));
}

async function evaluateWith(reply: Reply, ...more: string[]) {
  const server = await serve(reply);
  process.env.GENAI_UPSTREAM_URL = server.url;
  process.env.GENAI_UPSTREAM_MODEL = "stand-in";
  const { json, table } = await measure(["--models", "stand-in", "--set", folder, ...more]);
  return { server, json, table, row: (json.rows as TaskScore[])[0]! };
}

describe("evaluate", () => {
  it("counts kept facts, wrong figures, unsupported statements and tokens", async () => {
    write("a", summary);
    const { row, json } = await evaluateWith(answerReply("委託料は1,520万円です。[1]", "期間は3年です。[2]"));
    expect(row).toMatchObject({
      model: "stand-in",
      task: "summarize",
      cases: 1,
      answered: 1,
      factsKept: 0.5,
      figuresWrong: 1,
      evidenceSupported: 0.5,
      lengthKept: 1,
      tokens: 17,
    });
    expect((json.details as { missing: string[] }[])[0]!.missing).toEqual(["1,250万円"]);
  });

  it("a right answer keeps everything", async () => {
    write("a", summary);
    const { row } = await evaluateWith(answerReply("委託料は1250万円です。[1]期間は３年です。[2]"));
    expect(row).toMatchObject({ factsKept: 1, figuresWrong: 0, evidenceSupported: 1, wrongWords: 0 });
  });

  it("what the gate keeps from the model is not sent, and counted", async () => {
    write("a", { ...summary, class: "3" });
    write("b", { ...summary, source: { paragraphs: ["機密性３情報", "委託料は1,250万円です。"] } });
    const { row, server } = await evaluateWith(answerReply("委託料は1,250万円です。[1]"));
    expect(row).toMatchObject({ cases: 2, refused: 2, answered: 0, factsKept: 0, medianMs: null });
    expect(server.requests).toHaveLength(0);
  });

  it("a server that fails is a failed case, not a failed evaluation; its words are nowhere", async () => {
    write("a", summary);
    const { row, json } = await evaluateWith(
      jsonReply({ error: { message: "秘密の説明", code: "invalid_api_key" } }, 401),
    );
    expect(row).toMatchObject({ failed: 1, answered: 0, factsKept: 0, evidenceSupported: null });
    expect(JSON.stringify(json)).not.toContain("秘密の説明");
    expect((json.details as { code: string }[])[0]!.code).toBe("upstream-unauthorized");
  });

  it("runs the twelve cases on the embedded engine without a server", async () => {
    const { json } = await measure(["--models", "offline-extractive"]);
    const rows = json.rows as TaskScore[];
    expect(json.cases).toBe(12);
    expect(rows.map(({ task }) => task)).toEqual(["summarize", "translate", "minutes", "reply", "answer"]);
    for (const row of rows) {
      expect(row).toMatchObject({ failed: 0, refused: 0, figuresWrong: 0 });
      // Running text is more than a glossary can translate; what it cannot, it leaves out and says so.
      if (row.task !== "translate") expect(row.factsKept).toBeGreaterThan(0.5);
    }
  });

  it.each([
    ["an unknown model", ["--models", "nobody"], /no model nobody/],
    ["a folder without cases", ["--set", "FOLDER"], /no \*\.case\.json/],
    ["a folder that is not there", ["--set", "FOLDER/none"], /cannot read/],
    ["a flag without a value", ["--models"], /usage/],
    ["a flag that does not exist", ["--model", "a"], /usage/],
  ])("%s cannot be evaluated, and says why", async (_name, args, message) => {
    const given = args.map((one) => one.replace("FOLDER", folder));
    await expect(measure(given)).rejects.toThrow(MeasurementImpossible);
    await expect(measure(given)).rejects.toThrow(message);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readCases, type ReadyCase } from "../../../bench/evaluate/read-cases";

const own = join(__dirname, "../../../fixtures/evaluate");

describe("the cases of an evaluation", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "cases-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (name: string, value: unknown): void => writeFileSync(join(folder, name), JSON.stringify(value));
  const summary = {
    task: "summarize",
    source: { text: "予算は1,250万円です。\n期間は3年です。" },
    options: { length: { kind: "characters", characters: 100 } },
    expected: { facts: ["1,250万円"] },
  };

  it("reads all of our own: five tasks, each with facts", () => {
    const cases = readCases(own);
    expect(cases).toHaveLength(12);
    expect(cases.filter((one) => "error" in one)).toEqual([]);
    const tasks = new Set((cases as ReadyCase[]).map((one) => one.evaluation.task));
    expect([...tasks].sort()).toEqual(["answer", "minutes", "reply", "summarize", "translate"]);
  });

  it("makes blocks of lines, messages and utterances", () => {
    write("a.case.json", summary);
    write("b.case.json", {
      task: "minutes",
      source: { utterances: [{ speaker: "議長", time: "00:00:05", text: "開会します。" }] },
      expected: { facts: ["開会"] },
    });
    const [first, second] = readCases(folder) as ReadyCase[];
    expect(first!.source.blocks.map(({ text, kind }) => [text, kind])).toEqual([
      ["予算は1,250万円です。", "paragraph"],
      ["期間は3年です。", "paragraph"],
    ]);
    expect(second!.source.blocks).toEqual([
      { id: "1", text: "開会します。", kind: "utterance", label: "議長 00:00:05" },
    ]);
  });

  it("reads text files of both encodings of Japan", () => {
    writeFileSync(join(folder, "utf8.txt"), "議事");
    writeFileSync(join(folder, "sjis.txt"), Buffer.from([0x8b, 0x63, 0x8e, 0x96]));
    write("a.case.json", { ...summary, source: { file: "utf8.txt" } });
    write("b.case.json", { ...summary, source: { file: "sjis.txt" } });
    const cases = readCases(folder) as ReadyCase[];
    expect(cases.map((one) => one.source.blocks[0]!.text)).toEqual(["議事", "議事"]);
  });

  it.each([
    ["a misspelt key", { ...summary, expectd: {} }, "expectd"],
    ["a missing fact", { ...summary, expected: { facts: [] } }, "expected.facts"],
    ["an unknown task", { ...summary, task: "poem" }, "task"],
    ["a file that is not there", { ...summary, source: { file: "none.txt" } }, "ENOENT"],
    ["two sources", { ...summary, source: { text: "一", paragraphs: ["二"] } }, "exactly one of"],
    ["a file outside of the folder", { ...summary, source: { file: "../../../etc/hostname" } }, "leaves the folder"],
    ["an absolute file", { ...summary, source: { file: "/etc/hostname" } }, "leaves the folder"],
    [
      "a length nobody can keep",
      { ...summary, expected: { facts: ["一"], length: { minimum: 5, maximum: 1 } } },
      "minimum",
    ],
    ["decisions of a summary", { ...summary, expected: { facts: ["一"], decisions: ["二"] } }, "only minutes"],
    ["one language", { ...summary, task: "translate", options: { from: "ja", to: "ja" } }, "two languages"],
    ["a source without text", { ...summary, source: { paragraphs: [" "] } }, "source"],
  ])("tells %s by its place and goes on", (_name, value, place) => {
    write("a.case.json", value);
    write("b.case.json", summary);
    const [broken, whole] = readCases(folder);
    expect(broken).toMatchObject({ file: "a.case.json", error: expect.stringContaining(place) });
    expect(whole).toHaveProperty("source");
  });
});

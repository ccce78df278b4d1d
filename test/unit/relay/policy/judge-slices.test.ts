import { readFileSync } from "node:fs";
import { join } from "node:path";
import { upstreamCard } from "@genai-office/relay";
import { judgeText, type MarkingPlace } from "@genai-office/shared/guards";
import { gateForeignRequest, gateStep } from "../../../../relay/src/policy/gate-step";
import { judgeSlices } from "../../../../relay/src/policy/judge-slices";
import { summarizeStep } from "../../../integration/relay/relay-under-test";
import { turnsOf } from "../../../support/processor-time";

const card = upstreamCard({ model: "stand-in" });
const line = "この資料は、行政手続のオンライン化の状況を取りまとめたものである。\n";
const fixtures = join(__dirname, "../../../fixtures/confidentiality/markings.jsonl");
const stepOf = (...texts: string[]) =>
  summarizeStep({
    declaredClass: "none",
    blocks: texts.map((text, index) => ({ id: `p${index}`, text, kind: "paragraph" })),
  });

describe("texts judged in slices", () => {
  it("are judged as a whole where they fit into one", async () => {
    const cases = readFileSync(fixtures, "utf8")
      .trim()
      .split("\n")
      .map((one) => JSON.parse(one) as { text: string; where: MarkingPlace });
    for (const { text, where } of cases) expect(await judgeSlices([text], where)).toEqual(judgeText(text, where));
    const text = `本資料は${"、".repeat(200)}${"あ".repeat(15_000)}機密性3情報の取扱いである。`;
    expect(await judgeSlices([text], "body")).toEqual(judgeText(text, "body"));
  });

  it.each([
    ["機\n密\n性\n３\n情\n報\n"],
    ["極　秘\n"],
    ["件名：【機密性3】会議\n"],
    ["本メールは、機密性3情報です。\n"],
    ["機\n".padEnd(30_000, "　\n") + "密性３\n"],
  ])("show %j wherever borders are", async (mark) => {
    for (let offset = 0; offset < 48; offset += 1) {
      const before = "あ".repeat(offset * 20) + "\n" + line.repeat(570);
      expect([offset, (await judgeSlices([before, mark, line.repeat(600)], "body")).class]).toEqual([offset, "3"]);
    }
  });

  it("tell a handling limit from a class that stands far away", async () => {
    const paragraphs = ["機密性2情報", line.repeat(2_000), "関係者限り"];
    expect(await judgeSlices(paragraphs, "body")).toMatchObject({ class: "2", decision: "clearedOnly" });
    expect((await judgeSlices(paragraphs.slice(1), "body")).decision).toBe("ask");
  });

  it("are as calm as the whole: mentions in running text are no marks", async () => {
    const mentions = "機密性3情報の取扱いに関し、必要な事項を定める。\n".repeat(4_000);
    expect(await judgeSlices([mentions], "body")).toMatchObject({ class: "none", decision: "allow" });
  });
});

describe("the gate", () => {
  it("leaves other work to go on while it judges a million characters", async () => {
    const step = stepOf(line.repeat(15_000), "（".repeat(200_000), "あ".repeat(300_000));
    for (const judged of [() => gateStep(step, card), () => gateForeignRequest(step, card, "1")]) {
      const turns = await turnsOf(judged);
      expect(turns.count).toBeGreaterThan(40);
      expect(turns.longestShare).toBeLessThan(0.4);
    }
  });

  it("refuses a mark at the end of a long text", async () => {
    const step = stepOf(line.repeat(3_000), "機密性3情報");
    await expect(gateStep(step, card)).rejects.toMatchObject({ code: "confidentiality-blocked" });
    await expect(gateForeignRequest(step, card, undefined)).rejects.toMatchObject({ code: "confidentiality-blocked" });
  });

  it("stops when the request has gone away", async () => {
    const step = stepOf(line.repeat(60_000));
    const client = new AbortController();
    const { count } = await turnsOf(() => gateStep(step, card));
    let turns = 0;
    const turn = (): void => {
      turns += 1;
      client.abort();
      if (turns < count) setImmediate(turn);
    };
    setImmediate(turn);
    await expect(gateStep(step, card, undefined, client.signal)).rejects.toMatchObject({ code: "aborted" });
    expect(turns).toBeLessThan(count / 4);
    turns = count;
  });
});

import { answer } from "@genai-office/shared/tasks";
import type { Block, ModelCard } from "@genai-office/shared/vocabulary";
import { createOfflineEngine } from "../../../../relay/src/upstreams/offline";
import { testCard } from "../../../support/test-step";
import { resultOf } from "../../tasks/scripted-steps";
import { expectLinearTime } from "../../../support/processor-time";

const card: ModelCard = testCard({
  contract: "offline",
  contextTokens: 1_000_000,
  outputTokens: 20_000,
  tokensPerCharacter: 1,
});
const engine = createOfflineEngine();
const base = { card, declaredClass: "none", confirmed: false, documentHash: "0".repeat(64) } as const;

describe("answers of the embedded engine", () => {
  const materials: Block[] = [
    "保育士の確保に関する資料",
    "保育所等の利用児童数は、令和７年４月１日時点で２６８万人である。",
    "保育士の有効求人倍率は、３．７８倍であり、全職種の平均を上回っている。",
    "保育士の給与については、１０．７％の改善を行った。",
    "公園の遊具は、年に一度点検している。",
  ].map((text, index) => ({ id: `p${index}`, kind: "paragraph", text }));
  const ask = (question: string, blocks = materials) =>
    resultOf(answer({ ...base, blocks, question, form: "diet", language: "ja" }, engine));

  test("the nearest sentences as they stand, each with its paragraph", async () => {
    const result = await ask("保育士の給与の改善にどう取り組んだのか。");
    expect(result.statements).toContainEqual({
      text: "保育士の給与については、１０．７％の改善を行った。",
      sources: ["p3"],
      layout: "sentence",
    });
    for (const { text, sources } of result.statements) {
      expect(materials.find(({ id }) => id === sources[0])!.text).toBe(text);
    }
    expect(result.statements.map(({ sources }) => sources[0])).not.toContain("p4");
    expect([result.unanswered, result.unsupported]).toEqual([false, []]);
  });

  test.each(["宇宙開発の予算はいくらか。", "火山の噴火に備えた避難計画はあるか。"])(
    "says that nothing was found: %s",
    async (question) => {
      const result = await ask(question);
      expect([result.unanswered, result.statements]).toEqual([true, []]);
      expect(result.paragraphs).toEqual([`問　${question}`, "答", "お示しの資料からは確認できません。"]);
    },
  );

  test("materials of 300 pages take time in proportion to their length", async () => {
    await expectLinearTime(async (length) => {
      const long = Array.from({ length }, (_one, index): Block => ({
        id: `l${index}`,
        kind: "paragraph",
        text: `第${index}地区の保育所の定員は${index}人であり、施設の改修を${index % 7}年ごとに行っている。`,
      }));
      expect((await ask(`第${length - 1}地区の保育所の定員は何人か。`, long)).unanswered).toBe(false);
    }, 750);
  });
});

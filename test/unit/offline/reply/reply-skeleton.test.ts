import { reply } from "@genai-office/shared/tasks";
import type { Block, ModelCard } from "@genai-office/shared/vocabulary";
import { createOfflineEngine } from "../../../../relay/src/upstreams/offline";
import { testCard } from "../../../support/test-step";
import { resultOf } from "../../tasks/scripted-steps";

const card: ModelCard = testCard({
  contract: "offline",
  contextTokens: 1_000_000,
  outputTokens: 20_000,
  tokensPerCharacter: 1,
});
const engine = createOfflineEngine();
const base = { card, declaredClass: "none", confirmed: false, documentHash: "0".repeat(64) } as const;

describe("replies of the embedded engine", () => {
  const mail: Block = {
    id: "m",
    kind: "message",
    label: "統計調査室　担当 / 2025-11-10T09:12",
    text: "お世話になっております。\n１　施設の数は何か所でしょうか。\n２　休止中の施設は含みますか。\n３　現地の写真をお送りいただけますか。\nよろしくお願いいたします。",
  };
  const write = (more: object = {}) =>
    resultOf(
      reply(
        {
          ...base,
          blocks: [mail],
          intention: "施設は312か所。休止中の7か所も含む",
          tone: "polite",
          language: "ja",
          sender: "環境政策課",
          ...more,
        },
        engine,
      ),
    );

  test("each question with the words that answer it, or 要確認; nothing is added", async () => {
    const result = await write();
    expect(result.text).toBe(
      [
        "統計調査室　御担当者様",
        "お世話になっております。環境政策課です。",
        "お問合せの件について、次のとおり回答いたします。",
        "（１）「施設の数は何か所でしょうか。」について\n　施設は312か所です。\n（２）「休止中の施設は含みますか。」について\n　休止中の7か所も含みます。\n（３）「現地の写真をお送りいただけますか。」について\n　【要確認】",
        "どうぞよろしくお願いいたします。",
        "環境政策課",
      ].join("\n\n"),
    );
    expect(result.questions.map(({ answered }) => answered)).toEqual([true, true, false]);
    expect(result.findings.map(({ code }) => code)).toEqual(["question-unanswered"]);
  });

  test("words that answer one question better answer no other", async () => {
    const text = "会場との調整をお願いします。\n調整の結果は、来週水曜までに私に御連絡ください。";
    const result = await write({ blocks: [{ ...mail, text }], intention: "会場との調整は了解" });
    expect(result.questions.map(({ answered }) => answered)).toEqual([true, false]);
    expect(result.text).toContain("について\n　【要確認】");
  });

  test("what is asked is quoted without the words that lead to it", async () => {
    const text = "つきましては、お忙しいところ恐れ入りますが、名簿を提出してください。\nまた、様式を返送してください。";
    const { text: written } = await write({ blocks: [{ ...mail, text }], intention: "" });
    expect(written).toContain("（１）「名簿を提出してください。」について");
    expect(written).toContain("（２）「様式を返送してください。」について");
  });

  test.each([
    ["参加する", "参加いたします。"],
    ["参加", "参加いたします。"],
    ["11月28日まで待ってほしい", "11月28日までお待ちいただきたく、お願いいたします。"],
    ["対応できない", "対応いたしかねます。"],
    ["意見なし", "意見はございません。"],
    ["控室は使わない", "控室は使いません。"],
    ["説明は要らない", "説明は要りません。"],
    ["会議は続けない", "会議は続けません。"],
    ["問題ない", "問題ございません。"],
    ["了承", "了承いたしました。"],
    ["資料は明日送る", "資料は明日送ります。"],
    ["内容を確認しました。", "内容を確認しました。"],
    ["日程は未定だ", "日程は未定です。"],
    ["会議は終わった", "会議は終わった次第です。"],
    ["意見はない", "意見はございません。"],
    ["期限に間に合う", "期限に間に合います。"],
    ["日程の調整は難しい", "日程の調整は難しいです。"],
  ])("the intention in polite words: %s", async (intention, expected) => {
    const result = await write({ intention, blocks: [{ ...mail, text: "日程の件です。" }] });
    expect(result.parts.conclusion).toBe(expected);
  });

  test("tones differ in greeting and close, and an English reply keeps the person's words", async () => {
    expect((await write({ tone: "brief" })).parts.greeting).toBe("お疲れさまです。環境政策課です。");
    expect((await write({ tone: "formal" })).parts.closing).toBe(
      "御多用のところ恐れ入りますが、何卒よろしくお願い申し上げます。",
    );
    const english = await write({
      language: "en",
      intention: "We will attend.",
      blocks: [{ ...mail, label: "Ms Green", text: "Will you attend?" }],
    });
    expect(english.text).toContain("Dear Ms Green,");
    expect(english.text).toContain("We will attend.");
    expect(english.findings).toEqual([]);
  });
});

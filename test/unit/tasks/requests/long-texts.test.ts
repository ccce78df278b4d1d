import { findRequests, labelDate, parseThread } from "@genai-office/shared/tasks";
import { processorTime } from "../../../support/processor-time";

/** What a hostile mail or model may hold; a pattern that goes back over it takes minutes. */
const texts = [
  " ".repeat(20_000) + "x",
  "\u3000".repeat(20_000) + "まで",
  "1".repeat(20_000) + "月",
  "お忙しい、".repeat(4_000) + "まで",
  "please ".repeat(3_000),
  "（".repeat(20_000),
  "｜誰に：".repeat(4_000),
  "11月10日".repeat(3_000),
];

test.each(texts.map((text) => [text.trim().slice(0, 8), text]))(
  "%s… repeated is read in linear time",
  async (_name, text) => {
    const used = await processorTime(() => {
      findRequests({ id: "m", text }, "2026-11-01");
      parseThread(`依頼：${text} [1]`, []);
      labelDate(text, "2026-11-01");
    });
    expect(used).toBeLessThan(3_000);
  },
);

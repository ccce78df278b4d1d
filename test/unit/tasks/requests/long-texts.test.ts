import { findRequests, labelDate, parseThread } from "@genai-office/shared/tasks";
import { expectLinearTime } from "../../../support/processor-time";

/** What a hostile mail or model may hold, without end; a pattern that goes back over it takes minutes. */
const texts: [piece: string, end: string, count: number][] = [
  [" ", "x", 5_000],
  ["\u3000", "まで", 5_000],
  ["1", "月", 5_000],
  ["お忙しい、", "まで", 1_000],
  ["please ", "", 750],
  ["（", "", 5_000],
  ["｜誰に：", "", 1_000],
  ["11月10日", "", 750],
];

test.each(texts)("%j repeated, and then %j, is read in linear time", async (piece, end, shorter) => {
  await expectLinearTime((count) => {
    const text = piece.repeat(count) + end;
    findRequests({ id: "m", text }, "2026-11-01");
    parseThread(`依頼：${text} [1]`, []);
    labelDate(text, "2026-11-01");
  }, shorter);
});

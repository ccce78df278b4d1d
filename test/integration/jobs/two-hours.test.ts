import { runTwoHours } from "../../bench/bot/two-hours";

test("a meeting of two hours becomes minutes on a model of 8k tokens, with progress, one answer in place and one notice", async () => {
  const outcome = await runTwoHours({ thinkMs: 20, progressMs: 60 });
  expect(outcome).toMatchObject({
    contextTokens: 8_192,
    promptsRefused: 0,
    answerInPlace: true,
    notices: 1,
    speakers: 4,
  });
  expect(outcome.characters).toBeGreaterThanOrEqual(36_000);
  expect(outcome.prompts).toBeGreaterThan(8);
  expect(outcome.progressUpdates).toBeGreaterThan(2);
  expect(outcome.decisions).toBeGreaterThan(0);
  expect(outcome.actionItems).toBeGreaterThan(0);
  // The end of the meeting is in the minutes as well as its beginning.
  expect(outcome.lastCited).toBeGreaterThan(0.9);
});

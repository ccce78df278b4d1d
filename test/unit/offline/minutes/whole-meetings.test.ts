import { scoreMeetings } from "./whole-meetings";

/** What the rules reached; the second file was never tuned on. */
test.each([
  ["meetings-tuning.txt", { decisions: 11, actions: 11, owners: 11, dues: 11 }],
  ["meetings-blind.txt", { decisions: 9, actions: 10, owners: 10, dues: 9 }],
])("%s: decisions and things to do are found with who and when", async (name, reached) => {
  const score = await scoreMeetings(name);
  expect(score.decisionsFound).toBeGreaterThanOrEqual(reached.decisions);
  expect(score.actionsFound).toBeGreaterThanOrEqual(reached.actions);
  expect(score.owners).toBeGreaterThanOrEqual(reached.owners);
  expect(score.dues).toBeGreaterThanOrEqual(reached.dues);
  expect(score.wrong).toBe(0);
  expect(score.others).toBeLessThanOrEqual(1);
});

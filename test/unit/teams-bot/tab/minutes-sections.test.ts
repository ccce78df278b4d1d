import { evidenceOf } from "../../../../teams-bot/tab/minutes/evidence";
import { minutesSections } from "../../../../teams-bot/tab/minutes/minutes-sections";
import { decided, discussed, sampleRecord, tasked } from "./sample-record";

test("every line stands in its section once, with what the guards say of it; what is about none is kept", () => {
  const { topics, decisions, actions, elsewhere } = minutesSections(sampleRecord.result);
  expect(topics).toMatchObject([
    { title: "試行の範囲", lines: [{ placed: { statement: discussed, unconfirmed: false } }] },
  ]);
  expect(decisions).toMatchObject([
    { placed: { statement: decided, unconfirmed: true }, findings: [{ code: "evidence-unsure" }] },
  ]);
  expect(actions).toMatchObject([{ line: { placed: { statement: tasked } }, owner: "山田委員", due: "未定" }]);
  expect(elsewhere.map(({ code }) => code)).toEqual(["part-without-minutes"]);
});

test("a line whose words do not stand in the text is shown all the same", () => {
  const { decisions } = minutesSections({ ...sampleRecord.result, text: "" });
  expect(decisions).toMatchObject([{ placed: { pieces: [{ text: decided.text }] } }]);
});

test("the evidence of a line stands between what was said before and after, in stretches of the meeting", () => {
  const shown = evidenceOf(sampleRecord.utterances, ["u6", "u2"]);
  expect(shown.map((stretch) => stretch.map(({ block, cited }) => [block.id, cited]))).toEqual([
    [
      ["u1", false],
      ["u2", true],
      ["u3", false],
    ],
    [
      ["u5", false],
      ["u6", true],
    ],
  ]);
  expect(evidenceOf(sampleRecord.utterances, ["u3", "u4"])).toHaveLength(1);
  expect(evidenceOf(sampleRecord.utterances, ["gone"])).toEqual([]);
  expect(evidenceOf([], ["u1"])).toEqual([]);
});

import { findRequests } from "@genai-office/shared/tasks";
import { expectLinearTime } from "../../../support/processor-time";

const questions =
  "1. Could you confirm the figures in the table below?\n2. Is a resident allowed to change a booking?\n\n";
const of = (sentence: string) => findRequests({ id: "a", text: `${questions}${sentence}` }, "2026-11-18");

describe("an English sentence that says by when an answer is wanted", () => {
  test.each([
    "A reply by 4 December would allow us to include it in the first draft.",
    "Ideally, we would receive your answer by 4 December.",
    "In order to meet our schedule, a short response by 4 December would be helpful.",
    "We would be grateful for a reply by 4 December.",
    "We look forward to hearing from you by 4 December.",
    "It would help us to have your answers to these questions by 4 December.",
    "Responses are due by 4 December.",
    "Comments should reach us no later than 4 December.",
    "Please send your reply to this address by 4 December.",
  ])("sets the deadline of what else is asked: %s", (sentence) => {
    expect(of(sentence)).toMatchObject([
      { text: "Could you confirm the figures in the table below?", due: { date: "2026-12-04" } },
      { text: "Is a resident allowed to change a booking?", due: { date: "2026-12-04" } },
    ]);
  });

  test.each([
    ["We would appreciate your comments on the attached draft by 4 December.", 3],
    ["Please send your comments on the draft by 4 December.", 3],
    ["The answers from the regions will be collected by 4 December.", 2],
    ["We received your answer before 4 December.", 2],
    ["I will send you a reply by 4 December.", 2],
  ])("is not one that asks for something of its own, or tells: %s", (sentence, count) => {
    const requests = of(sentence);
    expect(requests).toHaveLength(count);
    expect(requests.slice(0, 2).map(({ due }) => due)).toEqual([undefined, undefined]);
  });

  test.each([
    ["Could you reply by Friday, 4 December 2026, 17:00 (CET), please?", "Friday, 4 December 2026, 17:00 (CET)"],
    ["Could you send the list by 5:00 p.m. JST on Friday, 4 December?", "5:00 p.m. JST on Friday, 4 December"],
    ["Could you send the list by 4 December at noon?", "4 December at noon"],
    ["Could you send the list by 4 December, 10 copies if you can?", "4 December"],
  ])("keeps the hour with its zone: %s", (sentence, words) => {
    expect(findRequests({ id: "a", text: sentence }, "2026-11-18")[0]!.due).toMatchObject({
      words,
      date: "2026-12-04",
    });
  });

  test.each(["to have your a ", "we would ", "a reply to this "])(
    "long runs of its words take linear work: %s",
    async (words) => {
      const find = (length: number): unknown =>
        findRequests(
          { id: "a", text: `We would be grateful ${words.repeat(length / words.length)}by 4 December` },
          "2026-11-18",
        );
      await expectLinearTime(find, 20_000);
    },
  );
});

import { cutGraphemes, graphemeEnd } from "../../../teams-bot/src/channel/cut-graphemes";
import { messageActivities } from "../../../teams-bot/src/channel/message-activities";
import { splitText } from "../../../teams-bot/src/channel/split-text";

describe("cutting between characters", () => {
  it.each([
    ["kept when it fits", "あいう", 3, "あいう"],
    ["a surrogate pair", "あ𠮟𠮟", 4, "あ𠮟…"],
    ["a variation of 葛", "葛󠄀城市", 3, "…"],
    ["a family", "あ👨‍👩‍👧い", 9, "あ…"],
    ["a flag", "🇯🇵🇯🇵", 7, "🇯🇵…"],
  ])("%s", (_name, text, most, expected) => {
    const cut = cutGraphemes(text, most);
    expect(cut).toBe(expected);
    expect(cut.length).toBeLessThanOrEqual(most);
  });

  it("always goes on, also where one character is longer than the room", () => {
    expect(graphemeEnd("👨‍👩‍👧", 3)).toBeGreaterThan(0);
  });
});

describe("cutting a long text", () => {
  it.each([
    [
      "paragraphs",
      "一段目です。\n\n二段目です。\n\n三段目です。",
      20,
      ["一段目です。\n\n二段目です。", "三段目です。"],
    ],
    ["sentences", "一文目です。二文目です。三文目です。", 14, ["一文目です。二文目です。", "三文目です。"]],
    ["commas", "一つ目と、二つ目と、三つ目", 11, ["一つ目と、二つ目と、", "三つ目"]],
  ])("at the end of %s", (_name, text, most, expected) => {
    expect(splitText(text, most)).toEqual(expected);
  });

  it("loses nothing", () => {
    const text = Array.from({ length: 500 }, (_, index) => `第${index}文は、𠮟るという字を含む。`).join("");
    for (const most of [17, 64, 333, 1_000]) {
      const parts = splitText(text, most);
      expect(parts.join("")).toBe(text);
      expect(parts.every((part) => part.length <= most)).toBe(true);
    }
  });
});

test("citations are not lost when a long text is cut: those that no part names are with the last", () => {
  const citations = [{ name: "資料", abstract: "" }];
  const activities = messageActivities({ text: "長い文。".repeat(20_000), generated: true, citations, feedback: true });
  expect(activities.length).toBeGreaterThan(1);
  const entities = activities.map((activity) => (activity["entities"] as { citation?: unknown }[])[0]!);
  expect(entities.map(({ citation }) => citation !== undefined)).toEqual(
    activities.map((_, index) => index === activities.length - 1),
  );
  // Teams wants words for a source: where there are none, its name.
  expect(entities.at(-1)).toMatchObject({ citation: [{ appearance: { name: "資料", abstract: "資料" } }] });
});

test("a long text that is cut has each source with the words that name it, and 👍 and 👎 once, on the first part", () => {
  const sentence = "この文は長い答えの一部である。";
  const text = `始まり。[1]${sentence.repeat(4_000)}終わり。[2]`;
  const citations = ["一", "二", "三"].map((name) => ({ name, abstract: name }));
  const activities = messageActivities({ text, generated: true, citations, feedback: true });
  expect(activities.length).toBeGreaterThan(1);
  const positions = activities.map((activity) =>
    (activity["entities"] as { citation?: { position: number }[] }[])[0]!.citation?.map(({ position }) => position),
  );
  expect(positions[0]).toEqual([1]);
  expect(positions.at(-1)).toEqual([2, 3]);
  expect(activities.map((activity) => activity["channelData"] !== undefined)).toEqual(
    activities.map((_, index) => index === 0),
  );
});

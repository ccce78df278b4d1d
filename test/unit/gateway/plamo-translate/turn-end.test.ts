import { TurnEnd, withinTurn } from "../../../../shared/src/gateway/plamo-translate/turn-end";

function inPieces(pieces: string[]): string {
  const turn = new TurnEnd();
  return pieces.map((piece) => turn.push(piece)).join("") + turn.flush();
}

describe("a turn, cut at every character", () => {
  test.each([
    ["It is fine.<|plamo:op|>dataset translation <|plamo:op|>input lang=English", "It is fine."],
    ["晴れです。＜｜plamo:op｜＞つづき", "晴れです。"],
    ["晴れです。< | plamo:op | >つづき", "晴れです。"],
    ["It is fine.<|plamo:op", "It is fine."],
    ["It is fine.<|", "It is fine."],
    ["A < B, B <| C, 《D》", "A < B, B <| C, 《D》"],
    ["A <", "A <"],
    ["<|plamo:op|>It is fine.", ""],
    ["", ""],
  ])("%s", (answer, translation) => {
    expect(withinTurn(answer)).toBe(translation);
    for (let cut = 1; cut < answer.length; cut++)
      expect([cut, inPieces([answer.slice(0, cut), answer.slice(cut)])]).toEqual([cut, translation]);
    expect(inPieces([...answer])).toBe(translation);
  });
});

test("words without a token are given out as they come", () => {
  const turn = new TurnEnd();
  expect(turn.push("It is fine")).toBe("It is fine");
  expect(turn.push(", <b>")).toBe(", <b>");
});

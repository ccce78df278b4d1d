import { ThinkingFilter, withoutThinking } from "../../../shared/src/gateway/transport/thinking-filter";

interface Filtered {
  text: string;
  leaked: boolean;
}

function filtered(pieces: string[], opened = false, whole = true): Filtered {
  const filter = new ThinkingFilter({ opened });
  const text = pieces.map((piece) => filter.push(piece)).join("") + filter.flush(whole);
  return { text, leaked: filter.leaked };
}

function everyCut(text: string, expected: Filtered, opened = false, whole = true): void {
  expect(filtered([text], opened, whole)).toEqual(expected);
  for (let cut = 1; cut < text.length; cut++)
    expect([cut, filtered([text.slice(0, cut), text.slice(cut)], opened, whole)]).toEqual([cut, expected]);
  expect(filtered([...text], opened, whole)).toEqual(expected);
}

describe("thinking before an answer, cut at every character", () => {
  test.each([
    ["<think>秘密</think>答え", "答え"],
    ["\n<think>\n秘密 < 秘密\n</think>\n\n答え\n", "答え\n"],
    ["<think></think>\n\n答え", "答え"],
    ["<think>一</think>\n<think>二</think>答え", "答え"],
    ["<thinking>秘密</thinking>答え", "答え"],
    ["[THINK]秘密[/THINK]答え", "答え"],
    ["<THINK>秘密</Think>答え", "答え"],
    ['<think type="x">秘密</think>答え', "答え"],
    ["\u200b<think>秘密</think>答え", "答え"],
    ["\ufeff \u2060\n<think>秘密</think>\u200b\n答え", "答え"],
    ["\u200b答え", "\u200b答え"],
    ["<think>あ<think>い</think>秘密</think>\n答え", "答え"],
    ["<think>あ<think>い<think>う</think>え</think>秘密</think>答え", "答え"],
    ["<think>その<think>という語</think>答え", "答え"],
    ["<think>秘密<think>だけ", ""],
    ["<|channel|>analysis<|message|>秘密<|end|><|start|>assistant<|channel|>final<|message|>答え", "答え"],
    ["<|channel|>final<|message|>答え", "答え"],
    ["<|channel|>analysis<|message|>秘密<|start|>assistant<|channel|>final<|message|>答え<|return|>", "答え"],
    [
      "<|channel|>analysis<|message|>一<|end|><|channel|>commentary to=f <|message|>二<|call|><|channel|>final<|message|>答え<|end|>",
      "答え",
    ],
    ["<|channel|>analysis<|message|>秘密", ""],
    [
      "<|channel|>analysis<|message|>秘密<|end|><|start|>assistant<|channel|>final<|message|>a <| b |> c<|",
      "a <| b |> c<|",
    ],
    ["<|channel の説明", "<|channel の説明"],
    ["<thinker>人</thinker>", "<thinker>人</thinker>"],
    ["「</think>」は閉じる印、`</think>`とも書く", "「</think>」は閉じる印、`</think>`とも書く"],
    ["<think>秘密だけ", ""],
    ["<think>秘密だけ</thi", ""],
    ["答え", "答え"],
    ["  答え\n", "  答え\n"],
    ["<th", "<th"],
    ["<thead>表の見出し", "<thead>表の見出し"],
    ["答えは<think>タグです</think>という説明", "答えは<think>タグです</think>という説明"],
    ["<think>秘密</think>閉じタグは\n</think>\nです", "閉じタグは\n</think>\nです"],
    ["a < b、x<y", "a < b、x<y"],
    ["", ""],
  ])("%j", (text, answer) => everyCut(text, { text: answer, leaked: false }));

  test.each([
    ["秘密です。\n</think>\n\n答え", "秘密です。\n"],
    ["秘密です。</think>\n\n答え", "秘密です。"],
    ["</think>\n答え", ""],
    ["秘密\n  </think>答え", "秘密\n  "],
    ["秘密</think>", "秘密"],
    ["秘密です。</think>答え", "秘密です。"],
    ["秘密です。</THINK>答え", "秘密です。"],
  ])("%j has leaked", (text, words) => everyCut(text, { text: words, leaked: true }));

  test.each([
    ["秘密です。\n</think>\n\n答え", true, "答え"],
    ["秘密です。</think>答え", true, "答え"],
    ["考えずに答え", true, "考えずに答え"],
    ["考えている途中", false, ""],
    ["<think>秘密</think>答え", true, "答え"],
  ])("%j, known to begin in mid-thought, whole: %s", (text, whole, answer) =>
    everyCut(text, { text: answer, leaked: false }, true, whole),
  );
});

test("a whole text loses its thoughts, however they were opened", () => {
  expect(withoutThinking("秘密\n</think>\n\n答え")).toBe("答え");
  expect(withoutThinking("<think>秘密</think>答え")).toBe("答え");
  expect(withoutThinking("答え")).toBe("答え");
  expect(withoutThinking("秘密。</THINK>答え")).toBe("答え");
  expect(withoutThinking("<think>その<think>という語</think>答え")).toBe("答え");
  expect(withoutThinking("<|channel|>analysis<|message|>秘密<|end|><|channel|>final<|message|>答え<|return|>")).toBe(
    "答え",
  );
});

import {
  findUntranslated,
  formatNumberedBlock,
  formatUntranslated,
  parseNumberedBlocks,
} from "@genai-office/shared/prompts";

const texts = (answer: string, count: number): (string | undefined)[] => parseNumberedBlocks(answer, count).texts;

describe("a block as an entry", () => {
  test("line breaks become marks and come back", () => {
    const entry = formatNumberedBlock(3, "　一行目。\n二行目\r\n三行目\v四行目");
    expect(entry).toBe("[[3]] 一行目。 [[/]] 二行目 [[/]] 三行目 [[/]] 四行目");
    expect(texts(`[[1]] a\n[[2]] b\n${entry}`, 3)[2]).toBe("一行目。\n二行目\n三行目\n四行目");
  });

  test("a line that was only wrapped is one line again", () => {
    expect(formatNumberedBlock(1, "The plan was\napproved by the council.\nIt starts in April.")).toBe(
      "[[1]] The plan was approved by the council. [[/]] It starts in April.",
    );
    expect(formatNumberedBlock(1, "本計画は、\n令和７年に始まる。")).toBe("[[1]] 本計画は、令和７年に始まる。");
  });
});

describe("answers as models write them", () => {
  test.each<[string, string, string[]]>([
    ["as asked", "[[1]] One.\n[[2]] Two.", ["One.", "Two."]],
    ["full-width brackets and digits", "［［１］］ One.\n［［２］］ Two.", ["One.", "Two."]],
    ["corner brackets", "【【1】】One.\n【【2】】Two.", ["One.", "Two."]],
    ["single brackets", "[1] One.\n[2] Two.", ["One.", "Two."]],
    ["a closing bracket missing", "[[1] One.\n[[2] Two.", ["One.", "Two."]],
    ["spaces and colons", "[[ 1 ]]: One.\n  [[2]]：Two.", ["One.", "Two."]],
    ["bold", "**[[1]]** One.\n**[[2]] Two.**", ["One.", "Two."]],
    ["a list", "- [[1]] One.\n- [[2]] Two.", ["One.", "Two."]],
    ["reordered", "[[2]] Two.\n[[1]] One.", ["One.", "Two."]],
    ["in one line", "[[1]] One. [[2]] Two.", ["One.", "Two."]],
    ["empty lines between", "[[1]] One.\n\n\n[[2]] Two.\n", ["One.", "Two."]],
    ["CRLF", "[[1]] One.\r\n[[2]] Two.\r\n", ["One.", "Two."]],
    ["a preface", "Here is the translation:\n\n[[1]] One.\n[[2]] Two.", ["One.", "Two."]],
    ["a Japanese preface", "以下が翻訳です。\n[[1]] 一。\n[[2]] 二。", ["一。", "二。"]],
    ["thinking", "<think>[[1]] is hard\n[[2]] too</think>\n[[1]] One.\n[[2]] Two.", ["One.", "Two."]],
    ["a code fence", "```text\n[[1]] One.\n[[2]] Two.\n```", ["One.", "Two."]],
    ["output tags", "<output>\n[[1]] One.\n[[2]] Two.</output>", ["One.", "Two."]],
    ["a closing remark", "[[1]] One.\n[[2]] Two.\n\nNote: I kept the tone formal.", ["One.", "Two."]],
    [
      "the fence copied",
      "<<<SOURCE 0123456789abcdef\n[[1]] One.\n[[2]] Two.\nSOURCE 0123456789abcdef>>>",
      ["One.", "Two."],
    ],
    ["a number in the text", "[[1]] See [[2]] and [1].\n[[2]] Two.", ["See [[2]] and [1].", "Two."]],
    ["the same entry twice", "[[1]] One.\n[[2]] Two.\n[[2]] Two.", ["One.", "Two."]],
    ["empty first, then the words", "[[1]]\n[[1]] One.\n[[2]] Two.", ["One.", "Two."]],
  ])("%s", (_, answer, expected) => {
    expect(texts(answer, 2)).toEqual(expected);
  });

  test("an entry of several lines keeps them", () => {
    expect(texts("[[1]] One.\nStill one.\n[[2]] Two.", 2)).toEqual(["One.\nStill one.", "Two."]);
  });

  test("missing entries are missing", () => {
    expect(texts("[[1]] One.\n[[3]] Three.", 3)).toEqual(["One.", undefined, "Three."]);
    expect(texts("Just words without a mark.", 2)).toEqual([undefined, undefined]);
    expect(texts("<think>no end [[1]] One.", 1)).toEqual([undefined]);
    expect(texts("", 1)).toEqual([undefined]);
  });

  test("one block needs no mark", () => {
    expect(texts("The meeting was held.", 1)).toEqual(["The meeting was held."]);
    expect(texts("Sure! Here is the translation:\nThe meeting was held.", 1)).toEqual(["The meeting was held."]);
    expect(texts("以下に翻訳を示します。\n\n会議を開催した。", 1)).toEqual(["会議を開催した。"]);
    expect(texts("[1] is a reference.\nMore.", 1)).toEqual(["is a reference.\nMore."]);
  });

  test("a number that came twice with different words belongs to nobody", () => {
    expect(parseNumberedBlocks("[[1]] One.\n[[2]] Two.\n[[2]] Three.\n[[9]] Nine.", 3)).toEqual({
      texts: ["One.", undefined, undefined],
      doubled: [2],
      unknown: [9],
    });
  });

  test("a sentence that only begins like a preface is kept", () => {
    expect(texts("以下の者を任命する。", 1)).toEqual(["以下の者を任命する。"]);
    expect(texts("次のとおり定める。", 1)).toEqual(["次のとおり定める。"]);
    expect(texts("Here are the translated laws of 2020.", 1)).toEqual(["Here are the translated laws of 2020."]);
  });
});

test("marks of untranslated words are found again, whatever they hold", () => {
  const text = `x ${formatUntranslated("第[1]条", "en")} y ${formatUntranslated("a〔b〕c", "ja")}`;
  expect(findUntranslated(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    "[untranslated: 第(1)条]",
    "〔未訳：a（b）c〕",
  ]);
});

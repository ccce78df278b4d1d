import { OutputWrapper, unwrapOutput } from "../../../../shared/src/gateway/predict/output-wrapper";
import { expectLinearTime } from "../../../support/processor-time";

/** Pieces joined, for a text cut in two at an offset. */
function inPieces(pieces: string[]): string {
  const wrapper = new OutputWrapper();
  return pieces.map((piece) => wrapper.push(piece)).join("") + wrapper.flush();
}

const long = "補正予算案は、総額１，２５０万円である。".repeat(20);

describe("the answer inside and around <output>, cut at every character", () => {
  test.each<[string, string, string]>([
    ["a wrapper", "<output>要約です。</output>", "要約です。"],
    ["white space next to the tags", "\n<output>\n要約です。\n二行目。\n</output>\n", "要約です。\n二行目。"],
    ["a preface", "以下に要約します。\n\n<output>要約です。</output>", "要約です。"],
    ["a preface on the same line", "要約は次のとおりです： <output>要約です。</output>", "要約です。"],
    [
      "a preface of two lines and a fence",
      "承知しました。\n以下に示します。\n```xml\n<output>\n要約\n</output>\n```",
      "要約",
    ],
    ["a suffix", "<output>要約です。</output>\n以上です。ご不明な点はお知らせください。", "要約です。"],
    ["no closing tag", "<output>要約です。途中で", "要約です。途中で"],
    ["a closing tag cut in two", "<output>要約です。</out", "要約です。"],
    ["a closing tag cut after its first character", "<output>要約です。<", "要約です。"],
    ["tags in capitals with white space", "<OUTPUT >要約です。</Output\n>", "要約です。"],
    ["two wrappers", "<output>一</output>\n次に：\n<output>二</output>おわり", "一\n二"],
    ["an empty wrapper", "以下です。<output></output>", ""],
    ["an empty wrapper, then a full one", "<output></output>\n<output>二</output>", "二"],
    ["attributes", '<output lang="ja">要約です。</output>', "要約です。"],
    ["attributes over two lines", "<output\n  lang=\"ja\" class='a'>要約です。</output>", "要約です。"],
    ["a wrapper in a wrapper", "<output><output>要約です。</output></output>", "要約です。"],
    ["a wrapper in a wrapper, spaced", "<output>\n<output>\n要約です。\n</output>\n</output>\n以上", "要約です。"],
    [
      "both tags quoted",
      "<output>HTMLでは値を<output>と</output>で囲みます。\n第二に、総額は1,250万円です。</output>",
      "HTMLでは値を<output>と</output>で囲みます。\n第二に、総額は1,250万円です。",
    ],
    [
      "both tags quoted, and a suffix",
      "<output>値は<output>と</output>で囲みます。</output>\n以上です。",
      "値は<output>と</output>で囲みます。",
    ],
    [
      "an element quoted on its own line",
      "<output>使い方です。\n<output>値</output>のように書きます。\n第二に、総額です。\n</output>",
      "使い方です。\n<output>値</output>のように書きます。\n第二に、総額です。",
    ],
    ["an element quoted at the end", "<output>書き方：a<output>値</output></output>", "書き方：a<output>値</output>"],
    [
      "two elements quoted",
      "<output>値は<output>A</output>、<output>B</output>です。</output>",
      "値は<output>A</output>、<output>B</output>です。",
    ],
    ["the opening tag quoted", "<output>HTMLの<output>要素は出力です。</output>", "HTMLの<output>要素は出力です。"],
    [
      "the opening tag quoted, and a suffix",
      "<output>HTMLの<output>要素です。</output>\n以上です。",
      "HTMLの<output>要素です。",
    ],
    [
      "the closing tag quoted",
      "<output>要素は</output>で閉じる。\n以上だ。</output>",
      "要素は</output>で閉じる。\n以上だ。",
    ],
    ["a suffix about the tags", "<output>要約です。</output>\n答えは<output>と</output>で囲みました。", "要約です。"],
    ["quoted tags, and cut", "<output>値は<output>と</output>で囲み、次に", "値は<output>と</output>で囲み、次に"],
    ["other tags inside", "<output>Aは<b>太字</b>、B < C、</p>。</output>", "Aは<b>太字</b>、B < C、</p>。"],
    ["no wrapper", "要約です。\n二行目。\n", "要約です。\n二行目。\n"],
    ["no wrapper, one long line", long, long],
    ["a closing tag only, at the end", "要約です。</output>\n", "要約です。"],
    ["a closing tag only, in the middle", "要素は</output>で閉じる。", "要素は</output>で閉じる。"],
    ["a text about the element", "HTMLの<output>要素は、計算結果を示す。", "HTMLの<output>要素は、計算結果を示す。"],
    ["a tag far down", `${long}\n<output>の説明`, `${long}\n<output>の説明`],
    ["a tag after more lines than a preface has", "一\n二\n三\n四\n<output>五", "一\n二\n三\n四\n<output>五"],
    ["a sign of less at the end", "AはB<", "AはB<"],
    ["a long text inside", `<output>${long}</output>`, long],
    ["a long suffix", `<output>要約</output>${long}`, "要約"],
    ["nothing", "", ""],
  ])("%s", (_, text, answer) => {
    expect(inPieces([text])).toBe(answer);
    for (let cut = 1; cut < text.length; cut++)
      expect([cut, inPieces([text.slice(0, cut), text.slice(cut)])]).toEqual([cut, answer]);
    expect(inPieces([...text])).toBe(answer);
    expect(inPieces(text.match(/[^]{1,3}/gu) ?? [])).toBe(answer);
    expect(unwrapOutput(text).answer).toBe(answer);
  });
});

test("says when the wrapper was not closed: the text was cut", () => {
  expect(unwrapOutput("<output>要約の途中").unclosed).toBe(true);
  expect(unwrapOutput("<output>要約").unclosed).toBe(true);
  expect(unwrapOutput("<output>要約</output>").unclosed).toBe(false);
  expect(unwrapOutput("要約").unclosed).toBe(false);
  expect(unwrapOutput("<output>値は<output>と</output>で囲み、次に").unclosed).toBe(true);
  expect(unwrapOutput("<output>値は<output>と</output>で囲む。</output>").unclosed).toBe(false);
  expect(unwrapOutput("<output>HTMLの<output>要素です。</output>\n").unclosed).toBe(false);
});

test("an answer without a wrapper is held back for a few lines only", () => {
  const wrapper = new OutputWrapper();
  expect(wrapper.push("・一行目です。\n・二行目です。\n・三行目です。\n")).toBe("");
  expect(wrapper.push("・四行目です。これで前置きではないと分かる。")).toContain("・一行目です。");
  const line = new OutputWrapper();
  expect(line.push("あ".repeat(120))).toBe("");
  expect(line.push("い".repeat(20))).toHaveLength(140);
});

test("inside a wrapper words are given out as they come", () => {
  const wrapper = new OutputWrapper();
  wrapper.push("<output>");
  expect(wrapper.push("予算は")).toBe("予算は");
  expect(wrapper.push("１，２５０万円")).toBe("１，２５０万円");
});

test("a long suffix costs linear time", async () => {
  await expectLinearTime((pieces) => {
    const wrapper = new OutputWrapper();
    let answer = wrapper.push("<output>要約</output>");
    for (let at = 0; at < pieces; at++) answer += wrapper.push("以上です。< ご不明な点は\n");
    expect(answer + wrapper.flush()).toBe("要約");
  }, 50_000);
});

test("costs linear time for a text of megabytes", async () => {
  await expectLinearTime((count) => {
    const text = "<output>" + "令和８年度 < 令和９年度\n".repeat(count) + "</output>";
    const wrapper = new OutputWrapper();
    let length = 0;
    for (let at = 0; at < text.length; at += 64) length += wrapper.push(text.slice(at, at + 64)).length;
    expect(length).toBe(text.length - "<output></output>".length - 1);
  }, 50_000);
});

import { plainParagraphs } from "../../../../shared/src/pane/research/answer/plain-paragraphs";
import { renderAnswer } from "../../../../shared/src/pane/research/answer/render-answer";
import { plainTitles } from "../../../../shared/src/pane/research/answer/plain-titles";
import { byteSize } from "../../../../shared/src/pane/research/byte-size";
import { fileNameOf } from "../../../../shared/src/pane/research/answer/save-file";

function html(markdown: string, numbers: number[] = []): string {
  const box = document.createElement("div");
  box.append(renderAnswer(markdown, numbers));
  return box.innerHTML;
}

describe("what an answer may not do", () => {
  it.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "![図](https://evil.example/track.png)",
    '<iframe src="https://evil.example"></iframe>',
    '<a href="javascript:alert(1)">押す</a>',
    "[押す](javascript:alert(1))",
    "[押す](data:text/html,x)",
    "[押す](//evil.example/x)",
    '<form action="https://evil.example"><input name="a"></form>',
    '<p style="background:url(https://evil.example/x)" onclick="x()">文</p>',
    "<svg><use href='https://evil.example/x'/></svg>",
    "<math><mtext><img src=x onerror=alert(1)></mtext></math>",
    '<link rel="stylesheet" href="https://evil.example/x.css">',
    '<video src="https://evil.example/x" poster="https://evil.example/y"></video>',
    '<table background="https://evil.example/x"><tr><td>1</td></tr></table>',
    '<a href="https://a.example" ping="https://evil.example">x</a>',
  ])("%s runs nothing, fetches nothing, and leads to no other kind of address", (markdown) => {
    const text = html(markdown);
    expect(text).not.toMatch(/<(?:script|img|iframe|form|input|svg|math|link|video|style)/i);
    expect(text).not.toMatch(/\s(?:on\w+|style|src|srcset|poster|background|ping|action)=/i);
    expect(text).not.toMatch(/(?:href|title)="(?!https?:)/i);
  });

  it("shows a picture by its words", () => {
    expect(html("![図1：推移](https://evil.example/a.png)")).toContain("［画像：図1：推移］");
  });

  it("opens links outside of the pane, without telling where from", () => {
    const box = document.createElement("div");
    box.append(renderAnswer("[e-Gov](https://laws.e-gov.go.jp/a)", []));
    const link = box.querySelector("a")!;
    expect(link.target).toBe("_blank");
    expect(link.rel).toBe("noopener noreferrer");
    expect(link.href).toBe("https://laws.e-gov.go.jp/a");
  });

  it("reaches the parser without any handler or style, with the words and links it has", () => {
    const text =
      '<div onclick="x()">甲<b style="color:red">乙</b> <a href="https://a.example/?a=1&b=2" onclick="y()">丙</a></div>';
    const parsed = jest.spyOn(DOMParser.prototype, "parseFromString");
    const shown = html(`${text}\n\n文中の<b onmouseover=x()>丁</b>と 1 < 2\n\n<div onclick="z()"`);
    const given = parsed.mock.calls.map(([markup]) => markup).join("");
    parsed.mockRestore();
    expect(given).toContain("甲");
    expect(given).not.toMatch(/<[^>]*\s(?:on\w+|style)\s*=/i);
    expect(shown).toContain("<b>乙</b>");
    expect(shown).toContain('href="https://a.example/?a=1&amp;b=2"');
    expect(shown).toContain("1 &lt; 2");
  });

  it("shows text that a style would have hidden", () => {
    expect(html('<span style="display:none">隠し</span>')).toContain("隠し");
  });
});

describe("citations", () => {
  it("become buttons where a source has that number, and nowhere else", () => {
    const box = document.createElement("div");
    box.append(renderAnswer("根拠がある[1]。番号のない[7]。`[1]` は記号。\n\n| 欄 |\n|---|\n| 値[2] |", [1, 2]));
    expect([...box.querySelectorAll("[data-citation]")].map((one) => one.textContent)).toEqual(["[1]", "[2]"]);
    expect(box.querySelector("code")!.textContent).toBe("[1]");
  });
});

it("stands below the pane's own headings", () => {
  expect(html("# 大\n## 中\n### 小")).toMatch(/<h3>大<\/h3>[\s\S]*<h4>中<\/h4>[\s\S]*<h5>小<\/h5>/);
});

describe("plain paragraphs", () => {
  const plain = (markdown: string) => plainParagraphs(renderAnswer(markdown, []));

  it("keep words, bullets, numbers and rows, and nothing of the formatting", () => {
    expect(
      plain(
        "# 結論\n\n**第1条**は次のとおり。\n\n- 甲\n- 乙\n  - 乙の一\n\n3. 三\n4. 四\n\n| 年 | 件 |\n|---|---|\n| 令和6 | １２ |",
      ),
    ).toEqual(["結論", "第1条は次のとおり。", "・甲", "・乙", "・乙の一", "3．三", "4．四", "年\t件", "令和6\t１２"]);
  });

  it("break lines where the answer does", () => {
    expect(plain("一行目<br>二行目")).toEqual(["一行目", "二行目"]);
  });

  it("are none for an answer without words", () => {
    expect(plain("---")).toEqual([]);
  });
});

describe("names of files", () => {
  it("hold no folder and no disguise", () => {
    expect(fileNameOf("../../etc/passwd")).toBe("_.._etc_passwd");
    expect(fileNameOf("報告\u202Efdp.exe")).toBe("報告fdp.exe");
    expect(fileNameOf("C:\\a\\b.txt")).toBe("C__a_b.txt");
    expect(fileNameOf("  ")).toBe("file");
  });
});

it("titles of sources hold no HTML, whole or cut off", () => {
  const titles = ["<b>会計法</b", "a < b の比較", '<a href="x">', "1<2"].map((title, index) => ({
    number: index,
    title,
  }));
  const { citations } = plainTitles({
    text: "",
    citations: titles.map((one) => ({ ...one, url: "https://a.example/" })),
  });
  expect(citations.map(({ title }) => title)).toEqual(["会計法", "a < b の比較", "https://a.example/", "1<2"]);
});

it("a size is never told larger than it is", () => {
  expect([768, 1000, 1536, 12_900, 4_499_999].map(byteSize)).toEqual(["768 B", "1 KB", "1.5 KB", "12 KB", "4.4 MB"]);
});

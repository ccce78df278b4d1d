import { dropForeignLinks } from "@genai-office/shared/guards";
import { expectLinearTime } from "../../../support/processor-time";

const source = "詳細は https://www.example.go.jp/guide/a?b=1&c=2 （問合せ：kikaku@example.go.jp）を御覧ください。";

describe("links that no source has", () => {
  test.each<[string, string, string, string]>([
    ["bare", "詳細は https://evil.example/x?q=1 です。", "詳細は です。", "https://evil.example/x?q=1"],
    ["directly before Japanese", "詳細はhttps://evil.example/xを参照。", "詳細はを参照。", "https://evil.example/x"],
    [
      "other host, same path",
      "https://www.examp1e.go.jp/guide/a?b=1&c=2",
      "",
      "https://www.examp1e.go.jp/guide/a?b=1&c=2",
    ],
    [
      "more than the source has",
      "https://www.example.go.jp/guide/a?b=1&c=2&d=秘密",
      "",
      "https://www.example.go.jp/guide/a?b=1&c=2&d=秘密",
    ],
    [
      "host that begins like it",
      "https://www.example.go.jp.evil.example/guide",
      "",
      "https://www.example.go.jp.evil.example/guide",
    ],
    ["www", "www.evil.example へ", " へ", "www.evil.example"],
    ["full width", "ｈｔｔｐｓ：／／ｅｖｉｌ．ｅｘａｍｐｌｅ／ｘ へ", " へ", "https://evil.example/x"],
    ["hxxp", "hxxps://evil[.]example/x へ", " へ", "hxxps://evil[.]example/x"],
    ["homograph", "https://www.exаmple.go.jp/guide へ", " へ", "https://www.exаmple.go.jp/guide"],
    [
      "homograph behind a known host",
      "https://www.example.go.jp.а.example/ へ",
      " へ",
      "https://www.example.go.jp.а.example/",
    ],
    ["broken over lines", "https://evil.example/\npath?q=secret を", " を", "https://evil.example/path?q=secret"],
    ["protocol-relative", "//evil.example/x を", " を", "//evil.example/x"],
    ["mailto", "mailto:a@evil.example?body=x へ", " へ", "mailto:a@evil.example?body=x"],
    ["mail address", "a.b@evil.example へ返信", " へ返信", "a.b@evil.example"],
    ["script", "javascript:alert(1)", "(1)", "javascript:alert"],
    ["data", "data:text/html;base64,PHA+ です", " です", "data:text/html;base64,PHA+"],
    ["file", "file://server/share/x を開く", " を開く", "file://server/share/x"],
    [
      "scheme of Office",
      "ms-word:ofe|u|https://evil.example/a.docx を開く",
      " を開く",
      "ms-word:ofe|u|https://evil.example/a.docx",
    ],
    ["host with a path", "evil.example/x を参照", " を参照", "evil.example/x"],
    ["Markdown", "[手引](https://evil.example/x)を参照", "手引を参照", "https://evil.example/x"],
    ["Markdown with a title", '[手引](<https://evil.example/x> "題")を参照', "手引を参照", "https://evil.example/x"],
    [
      "Markdown whose words are an address",
      "[https://evil.example/y](https://evil.example/x)",
      "",
      "https://evil.example/x",
    ],
    ["autolink", "<https://evil.example/x> を参照", " を参照", "https://evil.example/x"],
    ["anchor", '<a href="https://evil.example/x" target=_blank>手引</a>を参照', "手引を参照", "https://evil.example/x"],
    ["anchor without quotes", "<a href=//evil.example/x>手引</a>を参照", "手引を参照", "//evil.example/x"],
  ])("%s", (_name, output, expected, url) => {
    const { text, findings } = dropForeignLinks(output, [source]);
    expect(text).toBe(expected);
    expect(findings.map(({ code }) => code)).toEqual(["link-not-in-source"]);
    expect(String(findings[0]!.values!["url"]).normalize("NFKC")).toBe(url.normalize("NFKC"));
  });

  test.each([
    ["picture", "図 ![x](https://evil.example/a.png?q=1) を", "図 を"],
    ["picture by reference", "図 ![x][1] を\n[1]: https://evil.example/a.png", "図 を\n"],
    ["picture of HTML", '図 <img src="https://evil.example/a.png" alt="x"> を', "図 を"],
    ["picture in itself", "![x](data:image/png;base64,AAAA)", ""],
  ])("%s", (_name, output, expected) => {
    const { text, findings } = dropForeignLinks(output, [source]);
    expect(text).toBe(expected);
    expect(findings.map(({ code }) => code)).toContain("image-not-in-source");
  });

  test("a reference and its definition", () => {
    const { text, findings } = dropForeignLinks("[手引][a]を参照。\n\n[a]: https://evil.example/x 'q'\n終わり", [
      source,
    ]);
    expect(text).toBe("手引を参照。\n\n\n終わり".replace("\n\n\n", "\n\n"));
    expect(findings.map(({ values }) => values!["url"])).toEqual(["https://evil.example/x"]);
  });

  test("findings point to where it stood", () => {
    const { text, findings } = dropForeignLinks("予算は[手引](https://evil.example/x)のとおり。", [source]);
    const { start, end } = findings[0]!.output!;
    expect(text.slice(start, end)).toBe("手引");
  });

  test("brackets around it go with it", () => {
    expect(dropForeignLinks("手引（https://evil.example/x）を参照", []).text).toBe("手引を参照");
  });
});

describe("what stays", () => {
  test.each([
    "詳細は https://www.example.go.jp/guide/a?b=1&c=2 を御覧ください。",
    "詳細はhttps://www.example.go.jp/guide/a?b=1&c=2を御覧ください。",
    "詳細は HTTPS://WWW.EXAMPLE.GO.JP/guide/a?b=1&amp;c=2。",
    "問合せは kikaku@example.go.jp まで。",
    "問合せは<kikaku@example.go.jp>まで。".replace(/[<>]/g, ""),
    "予算は[1,3]のとおり（第2条）。比率は 3/4、日付は 2025/06/20、時刻は 10:30。",
    "TEL: 03-1234-5678、e.g. これは No.5、v1.2.3、report.docx、Amazon.com、A/B テスト、and/or。",
    "System: x, Data: y, File: z // 注記",
    "値は a<b かつ c>d。式は f(x)[1](2)。",
    "[[1]] The plan starts in April. [[2]] Two offices agreed.",
  ])("%s", (output) => {
    expect(dropForeignLinks(output, [source])).toEqual({ text: output, findings: [] });
  });

  test("a known address in Markdown is written out", () => {
    expect(dropForeignLinks("[手引](https://www.example.go.jp/guide/a?b=1&c=2)を参照", [source])).toEqual({
      text: "手引 (https://www.example.go.jp/guide/a?b=1&c=2)を参照",
      findings: [],
    });
  });

  test("an address that the source breaks over lines is known whole", () => {
    const broken = "見よ https://example.go.jp/very/long/\npath?x=1 以上";
    expect(dropForeignLinks("https://example.go.jp/very/long/path?x=1", [broken]).findings).toEqual([]);
  });

  test("time is in proportion to length, also on hostile answers", async () => {
    for (const piece of [
      "[",
      "![",
      "<a ",
      "](",
      "http://",
      "a.",
      "@",
      "[x](",
      "<",
      "//a",
      "data:",
      "[a]: b\n",
      "https:\n",
    ])
      await expectLinearTime((size) => dropForeignLinks(piece.repeat(size), [piece.repeat(size / 4)]), 4_000, {
        floorMs: 400,
      });
  });
});

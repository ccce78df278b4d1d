/** @jest-environment jsdom */
import { createHtmlTools, textToPage } from "../../../../playground/office-host/src/outlook/html";
import { insertHtml, setSignature } from "../../../../playground/office-host/src/outlook/html/edit-body";

const html = createHtmlTools();
const text = (source: string) => html.toText(source);

describe("text of HTML", () => {
  it.each([
    ["paragraphs", "<p>一</p><p>二</p>", "一\r\n\r\n二\r\n"],
    ["blocks of lines", "<div>一</div><div>二</div>", "一\r\n二\r\n"],
    ["line ends", "一<br>二<br><br>三", "一\r\n二\r\n\r\n三\r\n"],
    ["empty blocks of an editor", "<div>一</div><div><br></div><div>二</div>", "一\r\n\r\n二\r\n"],
    ["white space", " <b> 一 </b>\n 二 \t三 ", "一 二 三\r\n"],
    ["spaces that are characters", "　一　二&nbsp;&nbsp;三", "　一　二  三\r\n"],
    ["words beside tags", "a<b>b</b>c <i>d</i>", "abc d\r\n"],
    ["lists", "<p>x</p><ol start=3><li>一<li>二</ol>", "x\r\n\r\n  3.  一\r\n  4.  二\r\n"],
    ["cells", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>", "a\tb\r\nc\td\r\n"],
    ["empty cells", "<table><tr><td></td><td>b</td></tr></table>", "\tb\r\n"],
    ["pre", "<pre>a  b\n  c</pre>", "a  b\r\n  c\r\n"],
    [
      "links",
      '<a href="https://e.jp/">様式</a> <a href="https://e.jp/">https://e.jp/</a>',
      "様式<https://e.jp/> https://e.jp/\r\n",
    ],
    ["addresses", '<a href="mailto:a@e.jp">a@e.jp</a><a href="#x">上</a>', "a@e.jp上\r\n"],
    ["pictures", '<img alt="図"><img src="cid:1@x"><img src="https://e.jp/1.png">', "[図][cid:1@x]\r\n"],
    ["what is not seen", "<style>a{}</style><!-- c --><title>t</title>見える", "見える\r\n"],
    ["what is hidden by style", '<span style="display:none">隠</span>', "隠\r\n"],
    ["a table of layout", "<table><tbody><tr><td><p>一</p></td></tr></tbody></table>二", "一\r\n\r\n二\r\n"],
    ["nothing", "", ""],
  ])("%s", (_name, source, expected) => {
    expect(text(source)).toBe(expected);
  });
});

describe("a page made of text", () => {
  it("keeps each character of the text", () => {
    const original = '<一> & "二"\n  三   四\n\nhttps://e.jp/a?b=c&d=e。 a@e.jp、次';
    const page = html.parse(textToPage(original));
    expect(page.querySelector(".PlainText")!.innerHTML).not.toContain("<一>");
    const links = [...page.querySelectorAll("a")].map((link) => [link.getAttribute("href"), link.textContent]);
    expect(links).toEqual([
      ["https://e.jp/a?b=c&d=e", "https://e.jp/a?b=c&d=e"],
      ["mailto:a@e.jp", "a@e.jp"],
    ]);
    const shown = page
      .querySelector(".PlainText")!
      .textContent!.replace(/\u00a0/g, " ")
      .replace(/\r?\n/g, "\n");
    expect(shown).toBe(original);
  });
});

describe("sanitised HTML", () => {
  it.each([
    ["scripts", "a<script>alert(1)</script>b"],
    ["event handlers", '<img src="x" onerror="alert(1)">'],
    ["addresses that run", '<a href=" java\nscript:alert(1)">x</a>'],
    ["frames", '<iframe srcdoc="<script>alert(1)</script>"></iframe>'],
    ["plug-ins", '<object data="x"></object><embed src="x">'],
    ["forms", '<form action="https://e.jp"><input name="x"><button>x</button></form>'],
    ["SVG", "<svg><script>alert(1)</script><a xlink:href='javascript:alert(1)'>x</a></svg>"],
    [
      "MathML",
      "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
    ],
    ["a refresh", '<meta http-equiv="refresh" content="0;url=https://e.jp">'],
    ["a base", '<base href="https://e.jp/">'],
    ["noscript tricks", '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>'],
    ["style tricks", "<style><!--</style><img src=x onerror=alert(1)>--></style>"],
    ["comment tricks", "<!--><img src=x onerror=alert(1)>-->"],
  ])("has no %s", (_name, source) => {
    for (const clean of [html.fragment(source), html.page(source)]) {
      const page = html.parse(clean);
      expect(page.querySelector("script,iframe,object,embed,form,input,button,svg,math,base")).toBeNull();
      expect(page.querySelector("meta[http-equiv]")).toBeNull();
      for (const element of page.querySelectorAll("*")) {
        for (const { name, value } of element.attributes) {
          expect(name).not.toMatch(/^on/);
          expect(value.replace(/\s/g, "")).not.toMatch(/^javascript:/i);
        }
      }
    }
  });

  it("keeps what mails are made of", () => {
    const source =
      '<p class="a" style="color:red">一<br><img src="cid:1" width="2"><a href="https://e.jp" target="_blank">二</a></p><table border="1"><tbody><tr><td colspan="2">三</td></tr></tbody></table>';
    expect(html.fragment(source)).toBe(source);
    const page = html.page(
      "<html><head><style><!-- .a{display:none} --></style></head><body><p class=a>x</p></body></html>",
    );
    expect(page).toContain(".a{display:none}");
  });
});

describe("an edited body", () => {
  const insert = (body: string, start: number, end: number, what: string) =>
    insertHtml(body, { start, end }, what, html.parse).body;

  it("gets HTML in the place of a selection", () => {
    expect(insert("", 0, 0, "<p>一</p>")).toBe("<p>一</p>");
    expect(insert("<p>一二</p><p>三</p>", 0, 0, "頭")).toBe("頭<p>一二</p><p>三</p>");
    expect(insert("<p>一二</p><p>三</p>", 1, 1, "<b>中</b>")).toBe("<p>一<b>中</b>二</p><p>三</p>");
    expect(insert("<p>一二</p><p>三</p>", 1, 3, "換")).toBe("<p>一換</p><p></p>");
    expect(insert("<p>一</p>", 9, 9, "末")).toBe("<p>一末</p>");
  });

  it("takes one insertion behind the other", () => {
    let state = insertHtml("<p>一</p>", { start: 0, end: 0 }, "<p>二</p>", html.parse);
    for (const next of ["<p>三</p>", "四", "五"]) state = insertHtml(state.body, state.selection, next, html.parse);
    expect(state.body).toBe("<p>二</p><p>三</p>四五<p>一</p>");
    expect(state.selection).toMatchObject({ start: 4, end: 4 });
  });

  it("has one signature, above the thread", () => {
    const quote = '<div id="appendonsend"></div><hr><div id="divRplyFwdMsg">差出人</div>';
    const signed = setSignature(`<p>本文</p>${quote}`, "<i>甲</i>", html.parse);
    expect(signed).toBe(`<p>本文</p><div id="Signature"><i>甲</i></div>${quote}`);
    expect(setSignature(signed, "乙", html.parse)).toBe(`<p>本文</p><div id="Signature">乙</div>${quote}`);
    expect(setSignature(signed, "", html.parse)).toBe(`<p>本文</p>${quote}`);
    expect(setSignature("<p>本文</p>", "甲", html.parse)).toBe('<p>本文</p><div id="Signature">甲</div>');
  });
});

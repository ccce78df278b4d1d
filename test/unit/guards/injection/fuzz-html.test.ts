import { readHtml } from "@genai-office/shared/guards/injection";
import { buildPage, seeded } from "./html-trees";

const pages = 50;

/** Where a text is found; "both" and "nowhere" are wrong for any text. */
function placeOf(words: string, { visible, hidden }: ReturnType<typeof readHtml>): string {
  const isVisible = visible.includes(words);
  const isTold = hidden.some(({ text }) => text.includes(words));
  return isVisible ? (isTold ? "both" : "visible") : isTold ? "hidden" : "nowhere";
}

test("every hidden text of built pages is told, and every visible one is kept", () => {
  const random = seeded(20_261_122);
  const wrong: string[] = [];
  let texts = 0;
  for (let page = 0; page < pages; page += 1) {
    const { html, visible, hidden } = buildPage(random);
    const reading = readHtml(html);
    texts += visible.length + hidden.length;
    for (const words of visible) if (placeOf(words, reading) !== "visible") wrong.push(`visible ${words} ${html}`);
    for (const words of hidden)
      if (placeOf(words, reading) !== "hidden") wrong.push(`hidden, is ${placeOf(words, reading)} ${words} ${html}`);
  }
  expect(wrong.slice(0, 3)).toEqual([]);
  expect(texts).toBeGreaterThan(pages * 5);
});

test("no text of a page is lost when end tags are missing or doubled", () => {
  const random = seeded(7);
  const lost: string[] = [];
  for (let page = 0; page < pages; page += 1) {
    const { html, visible, hidden } = buildPage(random);
    const broken = html.replace(/<\/(?:div|span|p|b|section|td|tr|table|li|ul|font|center)>/g, (tag) => {
      const kind = random();
      return kind < 0.15 ? "" : kind < 0.25 ? tag + tag : tag;
    });
    const reading = readHtml(broken);
    for (const words of [...visible, ...hidden]) if (placeOf(words, reading) === "nowhere") lost.push(words + broken);
  }
  expect(lost.slice(0, 3)).toEqual([]);
});

test("nothing is thrown, whatever a page is cut to or mixed with", () => {
  const random = seeded(99);
  const pieces = [
    "<",
    ">",
    '"',
    "'",
    "<!--",
    "-->",
    "<![CDATA[",
    "</style>",
    "<svg>",
    "<math><mi>",
    "{",
    "}",
    "\\",
    "&#x0;",
    "\u0000",
    "<table><td>",
    "style=",
    "<style>@media",
    "<a b='",
    "<select><option>",
    "<frameset>",
  ];
  for (let page = 0; page < pages; page += 1) {
    const { html } = buildPage(random);
    let mixed = html;
    for (let change = 0; change < 4; change += 1) {
      const at = Math.floor(random() * mixed.length);
      const cut = random() < 0.5 ? Math.floor(random() * 20) : 0;
      mixed = mixed.slice(0, at) + pieces[Math.floor(random() * pieces.length)]! + mixed.slice(at + cut);
    }
    if (random() < 0.2) mixed = mixed.slice(0, Math.floor(random() * mixed.length));
    const { visible, blocks } = readHtml(mixed);
    expect(blocks.map(({ text }) => text).join("\n")).toBe(visible);
  }
});

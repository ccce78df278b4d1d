import { createBrowserDom } from "@genai-office/office-host/package";
import { createWordHost } from "@genai-office/office-host/word";
import { drawDocument } from "../../../playground/src/page/document/draw-document";
import type { HostDocument } from "../../../playground/src/page/document/host-document";
import { createRenderCopy } from "../../../playground/src/page/document/render-copy";
import { inOrder, TextMap } from "../../../playground/src/page/document/text-map";
import { createWordDocument } from "../../../playground/src/page/document/word-document";
import { buildMinistryReport } from "../../../playground/src/samples";
import { buildDocx } from "../../support/docx-builder";

const run = (text: string, properties = "") =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const field = (mark: string) => `<w:r><w:fldChar w:fldCharType="${mark}"/></w:r>`;

/** What docx-preview 0.4.1 skips or counts differently, with the text that the host has for each paragraph. */
const difficult: readonly (readonly [xml: string, text: string])[] = [
  [`<w:p>${run("一行目")}<w:r><w:br/><w:t>二行目</w:t><w:tab/><w:t>末尾</w:t></w:r></w:p>`, "一行目\u000b二行目\t末尾"],
  [`<w:p><w:r><w:t>  前後の空白  </w:t></w:r>${run("は消える")}</w:p>`, "前後の空白は消える"],
  [
    `<w:p>${run("増加率は")}<w:ins w:id="1" w:author="a">${run("12％")}</w:ins><w:del w:id="2" w:author="a"><w:r><w:delText>10％</w:delText></w:r></w:del>${run("である")}</w:p>`,
    "増加率は12％10％である",
  ],
  [`<w:p><w:moveTo w:id="3" w:author="a">${run("移した文")}</w:moveTo></w:p>`, "移した文"],
  [
    `<w:p>${run("出典は")}<w:hyperlink r:id="rId90">${run("資料")}<w:ins w:id="4" w:author="a">${run("（改）")}</w:ins></w:hyperlink>${run("。")}</w:p>`,
    "出典は資料（改）。",
  ],
  [`<w:p>${run("表")}<w:fldSimple w:instr=" SEQ 表 ">${run("３")}</w:fldSimple>${run("参照")}</w:p>`, "表３参照"],
  [
    `<w:p>${field("begin")}<w:r><w:instrText> REF x </w:instrText></w:r>${field("separate")}${run("別表")}${field("end")}${run("のとおり")}</w:p>`,
    "別表のとおり",
  ],
  [
    `<w:p><w:smartTag w:element="x">${run("札付き")}</w:smartTag><w:customXml w:element="y">${run("独自")}</w:customXml></w:p>`,
    "札付き独自",
  ],
  [
    `<w:p>${run("字")}<w:r><w:ruby><w:rubyPr/><w:rt>${run("かな")}</w:rt><w:rubyBase>${run("漢字")}</w:rubyBase></w:ruby></w:r>${run("後")}</w:p>`,
    "字漢字後",
  ],
  [`<w:sdt><w:sdtPr/><w:sdtContent><w:p>${run("枠の中")}</w:p></w:sdtContent></w:sdt>`, "枠の中"],
  [
    `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid><w:tr><w:tc><w:tcPr/><w:sdt><w:sdtContent><w:p>${run("枡")}</w:p></w:sdtContent></w:sdt></w:tc></w:tr></w:tbl>`,
    "枡",
  ],
  ["<w:p/>", ""],
];

async function draw(bytes: Uint8Array): Promise<{ document: HostDocument; wrapper: HTMLElement; map: TextMap }> {
  const host = await createWordHost(bytes, { dom: createBrowserDom() });
  const content = createWordDocument(host);
  const { wrapper } = await drawDocument(createRenderCopy(content));
  document.body.replaceChildren(wrapper);
  return { document: content, wrapper, map: new TextMap(wrapper, (paragraph) => content.lengthOf(paragraph)) };
}

const difficultBytes = () =>
  buildDocx({
    body: difficult.map(([xml]) => xml).join(""),
    relationships: [["rId90", "hyperlink", "https://example.go.jp/", true]],
  });

/** Places that look the same on the way back: every place of every paragraph. */
function expectEveryPlaceToComeBack({ document: content, map }: Awaited<ReturnType<typeof draw>>): number {
  let places = 0;
  const lost: unknown[] = [];
  content.paragraphs().forEach((_, paragraph) => {
    for (let offset = 0; offset <= content.lengthOf(paragraph); offset++) {
      const place = { paragraph, offset };
      const drawn = map.toDom(place);
      const back = drawn && map.toText(drawn.node, drawn.offset);
      if (back?.paragraph !== paragraph || back.offset !== offset) lost.push({ place, back });
      places += 1;
    }
  });
  expect(lost).toEqual([]);
  return places;
}

beforeAll(() => {
  // jsdom keeps no object URLs; the pictures themselves are not looked at here.
  URL.createObjectURL = () => "blob:picture";
});

test("all text is drawn, also where docx-preview would leave it out", async () => {
  const { document: content, map } = await draw(difficultBytes());
  difficult.forEach(([, text], paragraph) => {
    expect(content.lengthOf(paragraph)).toBe(text.length);
    const end = { paragraph, offset: text.length };
    const drawn = map.toRange({ paragraph, offset: 0 }, end)?.cloneContents();
    for (const reading of drawn?.querySelectorAll("rt") ?? []) reading.remove();
    expect(drawn?.textContent).toBe(text.replace("\u000b", "").replace("\t", "\u2003"));
  });
});

test("every place of difficult paragraphs is found on the screen and back", async () => {
  expect(expectEveryPlaceToComeBack(await draw(difficultBytes()))).toBeGreaterThan(70);
});

test("every place of the sample report is found on the screen and back", async () => {
  expect(expectEveryPlaceToComeBack(await draw(buildMinistryReport()))).toBeGreaterThan(5000);
});

test("readings stand above their text, and figures say what they show", async () => {
  const { wrapper } = await draw(difficultBytes());
  expect(wrapper.querySelector("ruby")?.textContent).toBe("漢字かな");
  const report = await draw(buildMinistryReport());
  expect(report.wrapper.querySelector("img")?.alt).toContain("オンライン申請の割合");
  expect(report.wrapper.querySelector(".docx-comment-ref")?.getAttribute("aria-label")).toContain("窓口改革推進係");
});

test("links to anything but web and mail are not followed", async () => {
  const { wrapper } = await draw(
    buildDocx({
      body: `<w:p><w:hyperlink r:id="rId91">${run("危険")}</w:hyperlink><w:hyperlink r:id="rId92">${run("安全")}</w:hyperlink></w:p>`,
      relationships: [
        ["rId91", "hyperlink", "javascript:alert(1)", true],
        ["rId92", "hyperlink", "https://example.go.jp/", true],
      ],
    }),
  );
  expect(Array.from(wrapper.querySelectorAll("a"), (link) => link.getAttribute("href"))).toEqual([
    null,
    "https://example.go.jp/",
  ]);
});

test("drawing leaves the live document as it is", async () => {
  const host = await createWordHost(buildMinistryReport(), { dom: createBrowserDom() });
  createRenderCopy(createWordDocument(host));
  expect(host.package.changed).toBe(false);
  const xml = new XMLSerializer().serializeToString(host.package.xml("word/document.xml"));
  expect(xml).not.toContain("host-");
});

test("notes are outside of the body, and two places come in order", async () => {
  const { wrapper, map } = await draw(buildMinistryReport());
  const note = wrapper.querySelector("section > ol p")!;
  expect(map.toText(note, 0)).toBeUndefined();
  const late = { paragraph: 3, offset: 1 };
  const early = { paragraph: 3, offset: 0 };
  expect(inOrder(late, early)).toEqual([early, late]);
});

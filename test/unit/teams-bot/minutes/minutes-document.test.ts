import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { paragraphTexts, tokenize } from "@genai-office/shared/ooxml";
import { strFromU8, unzipSync } from "fflate";
import { minutesDocument, type MinutesDocumentRequest } from "../../../../teams-bot/src/minutes/document";
import { openInNode } from "../../../support/word-in-node";
import { sampleRecord, sampleResult } from "./sample-record";

async function parts(request: Partial<MinutesDocumentRequest> = {}): Promise<(name: string) => string> {
  const files = unzipSync(await minutesDocument({ ...sampleRecord, ...request }));
  return (name) => strFromU8(files[name] ?? new Uint8Array());
}

async function lines(request: Partial<MinutesDocumentRequest> = {}): Promise<string[]> {
  return paragraphTexts((await parts(request))("word/document.xml")).filter((text) => text !== "");
}

describe("minutes as a Word file", () => {
  it("has head, speech by topic, decisions and actions in a ministry's order", async () => {
    const text = await lines();
    const order = [
      "第3回窓口改善連絡会　議事録",
      "日時",
      "場所",
      "出席者",
      "議題",
      "議事",
      "（1）予約制の試行",
      "（2）掲示の見直し",
      "決定事項",
      "宿題事項",
      "確認が必要な点",
      "別紙1　根拠が確認できず除いた記載",
      "別紙2　根拠とした発言",
    ];
    expect(text.filter((line) => order.includes(line))).toEqual(expect.arrayContaining(order));
    expect(order.map((line) => text.indexOf(line))).toEqual(
      [...order.map((line) => text.indexOf(line))].sort((a, b) => a - b),
    );
  });

  it("leaves room before the right border of its box for a 「。」 that hangs out of a line", async () => {
    const xml = (await parts())("word/document.xml");
    const box = /<w:pBdr>.*?<\/w:pPr>/s.exec(xml)![0];
    const space = Number(/<w:right [^>]*w:space="(\d+)"/.exec(box)![1]);
    const indent = Number(/<w:ind [^>]*w:right="(\d+)"/.exec(box)![1]);
    // A character of the text has 10.5 points; the border stays within the margins.
    expect(space).toBeGreaterThan(10.5);
    expect(indent).toBeGreaterThanOrEqual(space * 20);
  });

  it("says of each line who spoke, when, and which utterance it is", async () => {
    const text = await lines();
    expect(text).toContain(
      "○総務課 田村（00:01:10）　予約制を6月に3か所で試行し、待ち時間は平均42分から18分になったとの説明があった。［発言2］",
    );
    expect(text).toContain("○ 予約制は9月1日から全ての窓口で実施する。［発言5・髙﨑 議長・00:06:40］");
    // The annex holds the utterance itself.
    expect(text).toContain("予約制は9月1日から全ての窓口で実施することを決定します。");
  });

  it("names nobody in a summary but points to the utterances", async () => {
    const text = await lines({ form: "summary" });
    expect(text).toContain("第3回窓口改善連絡会　議事要旨");
    expect(text).toContain("○ 掲示は字が小さく、やさしい日本語も足りないとの意見があった。［発言6・00:08:15］");
    const annex = text.findIndex((line) => line.startsWith("別紙"));
    expect(text.slice(text.indexOf("主な意見等"), annex).filter((line) => /委員/.test(line))).toEqual([]);
  });

  it("is a list of decisions and actions without the discussion", async () => {
    const text = await lines({ form: "decisions" });
    expect(text[0]).toBe("第3回窓口改善連絡会　決定事項・宿題事項一覧");
    expect(text.join("\n")).not.toContain("との意見があった");
    const row = text.indexOf("掲示の案を作る。");
    expect(text.slice(row, row + 4)).toEqual(["掲示の案を作る。", "総務課", "7月31日", "発言7\n総務課 田村\n00:09:30"]);
    const second = text.indexOf("アンケートの案を作る。");
    expect(text.slice(second + 1, second + 3)).toEqual(["未定", "未定"]);
  });

  it("leaves what nobody told to be filled in", async () => {
    const text = await lines();
    expect(text[text.indexOf("場所") + 1]).toBe("（記入してください）");
    expect(text[text.indexOf("日時") + 1]).toBe("令和8年7月1日（水）　（時刻を記入してください）");
    expect(text[text.indexOf("出席者") + 1]).toContain("記入してください");
    const bare = await lines({ date: undefined, title: "" });
    expect(bare[bare.indexOf("日時") + 1]).toBe("（記入してください）");
    expect(bare[0]).toBe("（会議名を記入してください）　議事録");
    const known = await lines({
      place: "第1会議室",
      time: "午後1時から午後2時まで",
      attendees: ["山田委員"],
      agenda: ["窓口"],
    });
    expect(known[known.indexOf("場所") + 1]).toBe("第1会議室");
    expect(known[known.indexOf("日時") + 1]).toBe("令和8年7月1日（水）　午後1時から午後2時まで");
    expect(known[known.indexOf("出席者") + 1]).toBe("山田委員");
    expect(known[known.indexOf("議題") + 1]).toBe("窓口");
  });

  it("marks the lines that are doubted and lists those that were taken out", async () => {
    const text = await lines();
    expect(text.filter((line) => line.includes("【未確認】"))).toEqual([
      expect.stringContaining("電話での受付は8月から始まる。【未確認】"),
    ]);
    expect(text[text.indexOf("確認が必要な点") + 1]).toContain("「電話での受付は8月から始まる。」");
    const annex = text.indexOf("別紙1　根拠が確認できず除いた記載");
    expect(text.slice(annex, annex + 14)).toContain("電話での受付は廃止する。");
    expect(text.slice(0, annex).join("\n")).not.toContain("廃止");
    const clean = await lines({ result: { ...sampleResult, unsupported: [], findings: [] } });
    expect(clean.join("\n")).not.toContain("除いた記載");
  });

  it("carries the mark of its source and the label of the draft on every page", async () => {
    const part = await parts();
    expect(paragraphTexts(part("word/header1.xml"))).toEqual(["生成AIによる下書き（試験モデル（国内））\t機密性２"]);
    expect(part("word/footer1.xml")).toContain("PAGE");
    const unmarked = await parts({ mark: "", models: [] });
    expect(paragraphTexts(unmarked("word/header1.xml"))).toEqual(["生成AIによる下書き"]);
    expect((await lines())[1]).toContain("内容を確認してください");
  });

  it("has Japanese fonts, the language ja-JP and A4", async () => {
    const part = await parts();
    expect(part("word/styles.xml")).toMatch(/<w:rFonts[^>]*w:eastAsia="ＭＳ 明朝"/);
    expect(part("word/styles.xml")).toMatch(/<w:lang w:val="ja-JP" w:eastAsia="ja-JP"\/>/);
    expect(part("word/document.xml")).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
  });

  it("speaks English when asked", async () => {
    const text = await lines({ language: "en" });
    expect(text[0]).toBe("第3回窓口改善連絡会: Minutes");
    expect(text).toContain("Action items");
    expect(text[text.indexOf("Place") + 1]).toBe("(to be entered)");
    const own = text.filter((line) => /記入|下書き|議事録/.test(line));
    expect(own).toEqual([]);
  });

  it("is the same file every time", async () => {
    const real = ["nextTick", "queueMicrotask", "setImmediate", "setTimeout", "clearTimeout", "setInterval"] as const;
    const at = async (moment: string): Promise<Buffer> => {
      jest.useFakeTimers({ now: new Date(moment), doNotFake: [...real] });
      try {
        return Buffer.from(await minutesDocument(sampleRecord));
      } finally {
        jest.useRealTimers();
      }
    };
    const first = await at("2026-07-01T09:00:00Z");
    expect((await at("2031-12-24T18:30:10Z")).equals(first)).toBe(true);
    const dated = await minutesDocument({ ...sampleRecord, created: new Date("2026-07-01T09:00:00Z") });
    expect(strFromU8(unzipSync(dated)["docProps/core.xml"]!)).toContain(">2026-07-01T09:00:00Z</dcterms:created>");
  });

  it("holds no character that XML forbids, and no mark-up of the words", async () => {
    const result = {
      ...sampleResult,
      decisions: [{ text: "a\u0000b <w:p> & \ud800", sources: ["u5"], layout: "bullet" as const }],
    };
    const text = await lines({ result, title: "第1回\u0007<会議>&" });
    expect(text[0]).toBe("第1回<会議>&　議事録");
    expect(text.some((line) => line.startsWith("○ ab <w:p> & "))).toBe(true);
  });

  it("has its elements in the order of the standard, and every bookmark once", async () => {
    const xml = (await parts())("word/document.xml");
    expect(misplaced(xml)).toEqual([]);
    const ids = [...xml.matchAll(/<w:bookmarkStart [^>]*w:id="(\d+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    const anchors = [...xml.matchAll(/<w:hyperlink [^>]*w:anchor="(\w+)"/g)].map((match) => match[1]);
    expect(anchors.length).toBeGreaterThan(4);
    for (const anchor of anchors) expect(xml).toContain(`w:name="${anchor}"`);
  });

  it("opens in the emulated Word", async () => {
    const word = await openInNode(await minutesDocument(sampleRecord));
    try {
      const texts = await Word.run(async (context) => {
        const { paragraphs } = context.document.body;
        paragraphs.load("items/text");
        await context.sync();
        return paragraphs.items.map(({ text }) => text);
      });
      expect(texts[0]).toBe("第3回窓口改善連絡会　議事録");
      expect(texts).toContain("未定");
    } finally {
      word.dispose();
    }
  });
});

/** Orders of children (ISO/IEC 29500-1, annex A), as far as the document uses them. */
const orders: Record<string, string> = {
  "w:pPr":
    "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs spacing ind contextualSpacing jc outlineLvl rPr sectPr",
  "w:rPr": "rStyle rFonts b bCs i iCs strike color spacing sz szCs highlight u shd vertAlign lang",
  "w:tblPr": "tblStyle tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook",
  "w:trPr": "cantSplit trHeight tblHeader jc",
  "w:tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar textDirection vAlign",
  "w:sectPr": "headerReference footerReference pgSz pgMar pgNumType cols docGrid",
};

/** Children that stand before a sibling which comes before them in the standard, or that the table does not know. */
function misplaced(xml: string): string[] {
  const found: string[] = [];
  const open: { name: string; rank: number }[] = [];
  for (const token of tokenize(xml)) {
    if (token.kind === "open" || token.kind === "self-closing") {
      const parent = open.at(-1);
      const order = parent === undefined ? undefined : orders[parent.name]?.split(" ");
      if (parent !== undefined && order !== undefined) {
        const unordered = parent.name === "w:trPr";
        const rank = order.indexOf(token.name.replace("w:", ""));
        if (rank < 0 || (!unordered && rank < parent.rank)) found.push(`${token.name} in ${parent.name}`);
        parent.rank = Math.max(parent.rank, rank);
      }
      if (token.kind === "open") open.push({ name: token.name, rank: -1 });
    } else if (token.kind === "close") open.pop();
  }
  return found;
}

const run = promisify(execFile);
const office = "soffice";
const hasOffice = spawnSync(office, ["--version"]).status === 0;

// A machine without LibreOffice says "skipped" here; our own readers above have looked at the same file.
(hasOffice ? describe : describe.skip)("in LibreOffice", () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "minutes-document-"));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it("opens with the words that it should have", async () => {
    const file = join(folder, "minutes.docx");
    writeFileSync(file, await minutesDocument(sampleRecord));
    await run(office, [
      `-env:UserInstallation=file://${folder}/profile`,
      "--headless",
      "--convert-to",
      "txt:Text (encoded):UTF8",
      "--outdir",
      folder,
      file,
    ]);
    const text = readFileSync(join(folder, "minutes.txt"), "utf8");
    for (const expected of [
      "第3回窓口改善連絡会　議事録",
      "（記入してください）",
      "○総務課 田村（00:01:10）",
      "【未確認】",
      "未定",
    ])
      expect(text).toContain(expected);
  });
});

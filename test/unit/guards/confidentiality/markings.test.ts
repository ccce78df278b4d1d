import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findMarkings, judgePlaces, judgeText, type MarkingPlace } from "@genai-office/shared/guards";
import { expectLinearTime } from "../../../support/processor-time";

interface Case {
  id: string;
  text: string;
  where: MarkingPlace;
  class: string;
  decision: string;
}

const fixtures = join(__dirname, "../../../fixtures/confidentiality");
const cases = [
  "markings.jsonl",
  "markings-varied.jsonl",
  "markings-third.jsonl",
  "markings-fourth.jsonl",
  "markings-fifth.jsonl",
].flatMap((file) =>
  readFileSync(join(fixtures, file), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Case),
);

describe("markings by the decision policy", () => {
  test("the set is large and balanced", () => {
    expect(cases.length).toBeGreaterThan(800);
    for (const decision of ["block", "ask", "clearedOnly", "allow"]) {
      expect(cases.filter((one) => one.decision === decision).length).toBeGreaterThan(80);
    }
  });

  test.each(cases.map((one) => [one.where, one.text, one] as const))("%s: %s", (_where, _text, one) => {
    const { class: cls, decision } = judgeText(one.text, one.where);
    expect({ class: cls, decision }).toEqual({ class: one.class, decision: one.decision });
  });
});

describe("markings as they are shown", () => {
  test("text and span are those of the source", () => {
    const text = "会議資料１　機 密 性 ２ 情 報（関係者限り）";
    const markings = findMarkings(text, "header");
    expect(markings.map((marking) => marking.text)).toEqual(["機 密 性 ２", "関係者限り"]);
    for (const { span, text: shown } of markings) expect(text.slice(span.start, span.end)).toBe(shown);
  });

  test("㊙ and circled digits map back to one character", () => {
    expect(findMarkings("㊙人事案", "subject")[0]).toMatchObject({ text: "㊙", span: { start: 0, end: 1 } });
    expect(findMarkings("機密性②情報", "header")[0]).toMatchObject({ text: "機密性②", class: "2" });
  });

  test("a marked subject of a quoted message is found where it stands", () => {
    const text = "了解しました。\n> 件名：【機密性2】議題\n> 本文";
    const [marking] = findMarkings(text, "body");
    expect(marking).toMatchObject({ where: "body", class: "2" });
    expect(text.slice(marking!.span.start, marking!.span.end)).toBe("機密性2");
  });

  test.each([
    "",
    " ",
    "\u0000",
    "(((((",
    "【",
    "機密性",
    "\ud800",
    "□".repeat(500),
    "機密性2".repeat(500),
    "秘\n".repeat(500),
  ])("odd text does not throw: %j", (text) => {
    for (const where of ["header", "footer", "firstPage", "subject", "fileName", "body"] as const) {
      expect(() => judgeText(text, where)).not.toThrow();
    }
  });

  test("a long first page is judged in time in proportion to its length", async () => {
    await expectLinearTime((lines) => {
      const text = "本要領は、機密性3情報の取扱いに関し、必要な事項を定めるものである。\n".repeat(lines);
      expect(judgeText(text, "firstPage").decision).toBe("allow");
    }, 500);
  });

  test("so is one endless line of mentions", async () => {
    await expectLinearTime(
      (count) => expect(judgeText("機密性3情報の取扱い".repeat(count), "body").decision).toBe("allow"),
      750,
    );
  });
});

describe("all places of a document", () => {
  const places = { headers: [], footers: [], firstPage: [], fileName: "会議資料.docx" };

  test("nothing marked", () => {
    expect(judgePlaces({ ...places, firstPage: ["令和7年度報告書", "秘書課"] })).toEqual({
      class: "none",
      decision: "allow",
      reason: "no-marking",
      markings: [],
    });
  });

  test("the strictest decision and the highest class, with every marking", () => {
    const judged = judgePlaces({
      ...places,
      headers: ["機密性2情報"],
      footers: ["取扱注意"],
      fileName: "機密性1_資料.docx",
    });
    expect(judged).toMatchObject({ class: "2", decision: "ask", reason: "caution" });
    expect(judged.markings.map(({ where, class: cls }) => [where, cls])).toEqual([
      ["header", "2"],
      ["footer", "unknown"],
      ["fileName", "1"],
    ]);
  });

  test("a handling limit in one place yields to a class in another", () => {
    expect(judgePlaces({ ...places, headers: ["機密性2情報"], firstPage: ["関係者限り"] })).toMatchObject({
      class: "2",
      decision: "clearedOnly",
    });
  });

  test("a mark of vertical writing, one character a paragraph", () => {
    expect(judgePlaces({ ...places, firstPage: ["極", "秘", "交渉方針"] })).toMatchObject({
      class: "3",
      decision: "block",
    });
  });

  test("subject and body of a mail", () => {
    expect(judgePlaces({ ...places, subject: "Re: 【秘】内示", body: ["了解です。"] })).toMatchObject({
      decision: "block",
    });
    expect(judgePlaces({ ...places, body: ["本メールは取扱注意でお願いします。"] })).toMatchObject({ decision: "ask" });
  });
});

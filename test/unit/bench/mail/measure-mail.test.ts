import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { measure } from "../../../bench/measures/mail";
import { MeasurementImpossible } from "../../../bench/measurement";

describe("measure mail", () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "measure-mail-"))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it("has a row for each mail below a folder, with what the newest message asks", async () => {
    mkdirSync(join(folder, "inner"));
    writeFileSync(
      join(folder, "inner", "b.eml"),
      "From: Ann <ann@example.org>\r\nTo: Bo <bo@example.org>\r\nSubject: Plan\r\nDate: Mon, 2 Nov 2026 09:30:00 +0900\r\n\r\nPlease send me the plan by Friday.\r\n\r\n> The plan?\r\n",
    );
    writeFileSync(join(folder, "a.txt"), "御確認ください。\n\n-- \n総務課\n");
    writeFileSync(join(folder, "other.bin"), "x");
    const { json, table } = await measure([folder]);
    expect(json).toMatchObject({ files: 2, parsed: 2 });
    expect(json.rows).toEqual([
      expect.objectContaining({ file: "a.txt", from: null, newest: "御確認ください。", signature: "--\n総務課" }),
      expect.objectContaining({
        file: join("inner", "b.eml"),
        subject: "Plan",
        from: "Ann <ann@example.org>",
        to: ["Bo <bo@example.org>"],
        messages: [
          { author: "Ann <ann@example.org>", date: "2026-11-02T00:30:00.000Z" },
          { author: null, date: null },
        ],
        newest: "Please send me the plan by Friday.",
        quoted: "> The plan?",
        requests: [expect.objectContaining({ text: "Please send me the plan by Friday.", due: "Friday" })],
      }),
    ]);
    expect(table).toContain("a.txt");
  });

  it("has a row with the error for a mail that cannot be read", async () => {
    const nested = Array.from(
      { length: 80 },
      (_one, level) => `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n`,
    );
    writeFileSync(join(folder, "deep.eml"), nested.join(""));
    const { json } = await measure([folder]);
    expect(json).toMatchObject({ files: 1, parsed: 0, rows: [{ file: "deep.eml", error: expect.any(String) }] });
  });

  it("cannot be made of nothing", async () => {
    await expect(measure([])).rejects.toThrow(MeasurementImpossible);
    await expect(measure([join(folder, "none")])).rejects.toThrow(MeasurementImpossible);
  });
});

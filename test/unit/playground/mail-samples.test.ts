import { readMail } from "@genai-office/shared/mail";
import { unzipSync } from "fflate";
import { sampleMails } from "../../../playground/src/samples/mail";
import { encodeText } from "../../../playground/src/samples/mail/mime/charset";
import * as thread from "../../../playground/src/samples/mail/thread";

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");
const bytesOf = (file: string) => sampleMails.find((sample) => sample.file === file)!.build();

test.each(sampleMails.map(({ file, build }) => [file, build] as const))(
  "%s is a mail as mail servers pass it on, the same in every build",
  async (file, build) => {
    const bytes = build();
    expect(Buffer.from(bytes).equals(Buffer.from(build()))).toBe(true);
    const lines = latin(bytes).split("\r\n");
    expect(lines.join("")).not.toMatch(/[\r\n]/);
    // RFC 5322, 2.1.1.
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(998);
    const mail = await readMail(bytes);
    expect(mail.subject).not.toBe("");
    expect(mail.from?.address).toMatch(/\.example(\.go\.jp|\.com)?$/);
    expect(mail.messageId).toMatch(/^<.+@.+>$/);
    expect(Date.parse(mail.date!)).toBeGreaterThan(Date.parse("2026-11-08T00:00:00Z"));
    expect(mail.text).not.toContain("\ufffd");
    expect(mail.html ?? "").not.toContain("\ufffd");
  },
);

test("the thread has eight messages, each of which names the one it answers", async () => {
  const mails = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((number) => readMail(bytesOf(fileOf(number)))));
  const ids = mails.map((mail) => mail.messageId);
  expect(new Set(ids).size).toBe(8);
  const answered = mails.map((mail) => (mail.inReplyTo === undefined ? 0 : ids.indexOf(mail.inReplyTo) + 1));
  expect(answered).toEqual([0, 1, 2, 3, 4, 5, 6, 5]);
  expect(mails.map((mail) => Date.parse(mail.date!))).toEqual(
    [...mails.map((mail) => Date.parse(mail.date!))].sort((one, other) => one - other),
  );
  expect(mails.map((mail) => mail.html !== undefined)).toEqual([true, false, false, false, true, true, true, true]);
});

function fileOf(number: number): string {
  return sampleMails.find(({ file }) => file.startsWith(`thread-${number}-`))!.file;
}

test("one mail of the thread is ISO-2022-JP in seven bits, one Shift_JIS, both read as they were written", async () => {
  const seven = bytesOf(fileOf(2));
  expect(seven.every((byte) => byte < 0x80)).toBe(true);
  expect(latin(seven)).toContain("\x1b$B");
  expect((await readMail(seven)).text!.trim()).toBe(thread.scopeQuestion.text.trim());
  const shiftJis = bytesOf(fileOf(4));
  expect(latin(shiftJis)).toContain("charset=SHIFT_JIS");
  expect(new TextDecoder("shift_jis").decode(shiftJis)).toContain("12月11日（金）まで延長していただけないでしょうか。");
  expect((await readMail(shiftJis)).text!.trim()).toBe(thread.extensionRequest.text.trim());
});

test("attachments are the files they say they are", async () => {
  const { attachments } = await readMail(bytesOf(fileOf(1)));
  expect(attachments.map(({ fileName }) => fileName)).toEqual([
    "【照会文】オンライン予約の実施状況.docx",
    "様式１・２_回答票.xlsx",
  ]);
  const [letter, form] = thread.inquiry.files!;
  expect(Object.keys(unzipSync(letter!.bytes))).toContain("word/document.xml");
  const sheet = Buffer.from(unzipSync(form!.bytes)["xl/worksheets/sheet1.xml"]!).toString();
  expect(sheet).toContain("回答期限：令和8年12月4日（金）17時");
});

test("the one that hides instructions hides them in HTML only, in ways of five kinds", async () => {
  const { html, text } = await readMail(bytesOf("hidden-instructions.eml"));
  for (const sign of ["color:#ffffff;background-color:#ffffff", "font-size:0", "<!--", "display:none", "\u200b"])
    expect(html).toContain(sign);
  expect(text).not.toMatch(/指示|Ignore|SYSTEM|口座|\u200b/);
});

test("the long one is beyond what Outlook opens as a reply", async () => {
  const { html } = await readMail(bytesOf("opinion-list.eml"));
  expect(html!.length).toBeGreaterThan(32 * 1024);
});

test.each(["shift_jis", "iso-2022-jp"] as const)("%s: every kind of sign comes back; others are refused", (charset) => {
  const text = "漢字かなカナ、ＡＢ１２ abc 12\n①㈱～―（）【】\n";
  expect(new TextDecoder(charset).decode(encodeText(text, charset))).toBe(text);
  expect(new TextDecoder(charset).decode(encodeText("1〜2−3", charset))).toBe("1～2－3");
  expect(() => encodeText("😀", charset)).toThrow(RangeError);
});

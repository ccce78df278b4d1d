import { mailOf, NotAMail, readFiles } from "../../../../playground/src/page/mailbox/open-mails";

const bytes = (text: string) => new TextEncoder().encode(text);

test.each([
  ["a mail", "From: a@example.go.jp\r\nSubject: s\r\n\r\nbody"],
  ["line feeds alone", "Subject: s\n\nbody"],
  ["empty lines first", "\r\n\r\nSubject: s\r\n\r\nbody"],
  ["a byte order mark", "\ufeffSubject: s\r\n\r\nbody"],
  ["cut out of a mailbox file", "From a@example.go.jp Mon Nov  9 10:12:00 2026\nSubject: s\n\nbody"],
  ["no body", "Subject: s"],
  ["a header of its kind only", "X-Loop: no\nsubject: s\n\nbody"],
])("is a mail: %s", async (_, text) => {
  expect((await mailOf(bytes(text))).subject).toBe("s");
});

test.each([
  ["nothing", ""],
  ["white space", " \r\n\r\n"],
  ["prose", "本日の会議は中止します。\nSubject to change.\n"],
  ["a head with NUL", "Subject: a\0b\n\nbody"],
  ["a web page", "<!doctype html><title>Subject: no</title>"],
  ["a ZIP file", "PK\u0003\u0004\u0014\0\0\0"],
])("is no mail: %s", async (_, text) => {
  await expect(mailOf(bytes(text))).rejects.toThrow(NotAMail);
});

test("a mail whose header does not name its charset is read by its bytes", async () => {
  const sjis = Uint8Array.of(
    ...bytes("Subject: s\r\n\r\n"),
    0x93,
    0xfa,
    0x96,
    0x7b,
    0x8c,
    0xea,
    0x82,
    0xcc,
    0x95,
    0xb6,
  );
  expect((await mailOf(sjis)).text).toContain("日本語の文");
});

test("of many files each counts by itself", async () => {
  const gone = new File(["x"], "gone.eml");
  gone.arrayBuffer = () => Promise.reject(new DOMException("gone", "NotFoundError"));
  const huge = new File(["x"], "huge.eml");
  Object.defineProperty(huge, "size", { value: 51 * 1024 * 1024 });
  const read = await readFiles([
    new File(["Subject: one\n\nbody"], "one.eml"),
    new File(["no mail"], "broken.eml"),
    gone,
    huge,
    new File(["Subject: two\n\nbody"], "two.eml"),
  ]);
  expect(read.mails.map(({ subject }) => subject)).toEqual(["one", "two"]);
  expect(read).toMatchObject({ notMail: ["broken.eml"], unreadable: ["gone.eml"], tooLarge: ["huge.eml"] });
});

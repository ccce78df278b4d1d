import { withSingleEscapes } from "../../../../playground/office-host/src/outlook/eml/single-escapes";

const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const latin = (content: Uint8Array) => Buffer.from(content).toString("latin1");

// 照会 in two words, each of which begins and ends in ASCII, as a folded header has them.
const [first, second] = ["\x1b$B>H\x1b(B", "\x1b$B2q\x1b(B"];
const folded = [first, second].map((word) => `=?ISO-2022-JP?B?${btoa(word)}?=`).join("\r\n ");

test("encoded words of ISO-2022-JP become UTF-8 one by one: joined, they would hold an escape without text", () => {
  const head = `Subject: ${folded}\r\nX-Other: =?Shift_JIS?B?kA==?=\r\n`;
  const changed = latin(withSingleEscapes(bytes(`${head}\r\nbody`), head.length));
  const words = [...changed.matchAll(/=\?UTF-8\?B\?([^?]+)\?=/g)].map(([, word]) =>
    Buffer.from(word!, "base64").toString(),
  );
  expect(words).toEqual(["照", "会"]);
  expect(changed).toContain("=?Shift_JIS?B?kA==?=");
  expect(changed.endsWith("\r\n\r\nbody")).toBe(true);
});

test("a word in quoted-printable is read as well; one that is no Base64 stays as it is", () => {
  const quoted = "=?iso-2022-jp?Q?=1B$B>H=1B(B_a?=";
  const broken = "=?iso-2022-jp?B?A?=";
  const changed = latin(withSingleEscapes(bytes(`Subject: ${quoted} ${broken}\r\n`), 1000));
  expect(changed).toContain(`=?UTF-8?B?${Buffer.from("照 a").toString("base64")}?=`);
  expect(changed).toContain(broken);
});

test("in bodies the first of two escapes in a row goes, and nothing else", () => {
  const strict = (text: string) => latin(withSingleEscapes(bytes(text), 0));
  expect(strict(`${first}${second}\r\n`)).toBe("\x1b$B>H\x1b$B2q\x1b(B\r\n");
  expect(strict("\x1b$B\x1b(Babc\x1b")).toBe("\x1b(Babc\x1b");
  expect(strict(`${first}\r\n${second}`)).toBe(`${first}\r\n${second}`);
  expect(strict("a\x1b[0mb")).toBe("a\x1b[0mb");
});

test("a mail without any of it is the same, byte by byte", () => {
  const plain = bytes("Subject: a\r\n\r\n\x00\xff\x1b body");
  expect(latin(withSingleEscapes(plain, 12))).toBe(latin(plain));
});

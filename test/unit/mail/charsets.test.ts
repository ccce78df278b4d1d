import { decodeLegacyBytes, readMail } from "@genai-office/shared/mail";
import iconv from "iconv-lite";
import { iso2022jp } from "../../support/iso-2022-jp";
import { expectLinearTime } from "../../support/processor-time";

const words = "予算案の件、御確認ください。①㈱東西の髙橋様へ。";
const plain = "予算案の件、御確認ください。";
const shiftJis = (text: string): Buffer => iconv.encode(text, "cp932");
const euc = (text: string): Buffer => iconv.encode(text, "eucjp");
const utf8 = (text: string): Buffer => Buffer.from(text);
const latin = (text: string): Buffer => iconv.encode(text, "win1252");
const jis = (text: string): Buffer => Buffer.from(iso2022jp(text));
const wide = (text: string, charset: "utf16le" | "utf-16be"): Buffer => iconv.encode(text, charset);

function mail(head: (string | Buffer)[], body: string | Uint8Array = "x"): Buffer {
  return Buffer.concat([
    ...head.map((line) => Buffer.concat([Buffer.from(line), Buffer.from("\r\n")])),
    utf8("\r\n"),
    Buffer.from(body),
  ]);
}

const field = (name: string, ...values: (string | Buffer)[]): Buffer =>
  Buffer.concat([utf8(`${name}: `), ...values.map((value) => Buffer.from(value))]);
const word = (charset: string, bytes: Uint8Array): string =>
  `=?${charset}?B?${Buffer.from(bytes).toString("base64")}?=`;
const escaped = (bytes: Uint8Array, sign: string): string =>
  [...bytes].map((byte) => `${sign}${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
const subjectOf = async (...values: (string | Buffer)[]): Promise<string> =>
  (await readMail(mail(["From: a@example.go.jp", field("Subject", ...values)]))).subject;

describe("bodies in another charset than they say", () => {
  it.each([
    ["utf-8", shiftJis(words), words],
    ["us-ascii", shiftJis(words), words],
    ["iso-8859-1", shiftJis(words), words],
    ["euc-jp", shiftJis(words), words],
    ["foo-bar", shiftJis(words), words],
    ["shift_jis", euc(plain), plain],
    ["utf-8", euc(plain), plain],
    ["iso-2022-jp", utf8(words), words],
    ["shift_jis", utf8(words), words],
    ["utf-8", jis(plain), plain],
    ["iso-8859-1", jis(plain), plain],
    ["x-ms-cp932", shiftJis(words), words],
    ["iso-8859-1", latin("It’s “fine” – 50 €"), "It’s “fine” – 50 €"],
    ["utf-8", latin("L’été à Noël, c’est élevé"), "L’été à Noël, c’est élevé"],
    ["utf-16", wide(`\ufeff${words}`, "utf-16be"), words],
    ["utf-16", wide(words, "utf-16be"), words],
    ["utf-8", wide(words, "utf16le"), words],
    ["koi8-r", iconv.encode("Проверьте бюджет", "koi8-r"), "Проверьте бюджет"],
    ["ks_c_5601-1987", iconv.encode("예산안을 확인해 주세요", "euc-kr"), "예산안을 확인해 주세요"],
    ["gb2312", iconv.encode("请确认预算方案", "gb2312"), "请确认预算方案"],
    ["big5", iconv.encode("請確認預算方案", "big5"), "請確認預算方案"],
  ])("%s", async (charset, bytes, text) => {
    const type = `Content-Type: text/plain; charset="${charset}"; format=fixed`;
    const encodings: [string, string | Uint8Array][] = [
      ["base64", bytes.toString("base64")],
      ["quoted-printable", escaped(bytes, "=").replace(/.{72}/g, "$&=\r\n")],
    ];
    // Zero bytes and line ends within characters are no mail's without a transfer encoding.
    if (!bytes.includes(0)) encodings.push(["8bit", bytes]);
    for (const [encoding, body] of encodings) {
      const read = await readMail(mail([type, `Content-Transfer-Encoding: ${encoding}`], body));
      expect(read.text?.trim()).toBe(text);
    }
  });

  it("are told where Chinese is declared, and where the type is none", async () => {
    const read = await readMail(mail(["Content-Type: text/plain; charset=gb18030"], shiftJis(words)));
    expect(read.text?.trim()).toBe(words);
    expect((await readMail(mail(["Content-Type: text; charset=cp932"], shiftJis(words)))).text?.trim()).toBe(words);
  });

  it("are read in ISO-2022-JP as mails have it", async () => {
    const row13 = Buffer.from([0x1b, 0x24, 0x42, 0x2d, 0x21, 0x2d, 0x6a, 0x1b, 0x28, 0x42]);
    const kana = Buffer.from([0x1b, 0x28, 0x49, 0x43, 0x3d, 0x44, 0x1b, 0x28, 0x42]);
    const open = jis("件名").subarray(0, -3);
    const body = Buffer.concat([row13, kana, jis("予算"), jis("案"), utf8("\r\n"), open, utf8("\r\nend")]);
    const read = await readMail(mail(["Content-Type: text/plain; charset=iso-2022-jp"], body));
    expect(read.text?.trim()).toBe("①㈱ﾃｽﾄ予算案\n件名\nend");
  });

  it("keep flowed text, nested mails, pages that say their charset, and attachments", async () => {
    const flowed = Buffer.concat([jis("予算案の件、"), utf8(" \r\n"), jis("御確認ください。")]);
    const read = await readMail(
      mail(["Content-Type: text/plain; charset=ISO-2022-JP; format=flowed; delsp=yes"], flowed),
    );
    expect(read.text?.trim()).toBe(plain);
    const page = shiftJis(`<html><head><meta charset="shift_jis"></head><p>${words}</p></html>`);
    expect((await readMail(mail(["Content-Type: text/html"], page))).html).toContain(words);
    const inner = mail([field("Subject", shiftJis("照会の件")), "Content-Type: text/plain"], shiftJis(words));
    const parts = Buffer.concat([
      utf8("--a\r\nContent-Type: message/rfc822\r\n\r\n"),
      inner,
      utf8(
        "\r\n--a\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\n",
      ),
      shiftJis(words),
      utf8("\r\n--a--\r\n"),
    ]);
    const nested = await readMail(mail(["Content-Type: multipart/mixed; boundary=a"], parts));
    expect(nested.text).toBeUndefined();
    expect(nested.attachments).toMatchObject([
      { mediaType: "message/rfc822" },
      { fileName: "a.txt", mediaType: "text/plain", bytes: shiftJis(words).length + 1 },
    ]);
  });
});

describe("headers", () => {
  it.each([
    ["ISO-2022-JP", jis, "予算案の件"],
    ["Shift_JIS", shiftJis, "表予算①"],
    ["EUC-JP", euc, "予算案の件"],
    ["UTF-8", utf8, "予算案の件"],
    ["windows-1252", latin, "L’été à Noël"],
  ])("may be raw: %s", async (_charset, encode, subject) => {
    const raw = mail([field("From", '"', encode(subject), '" <a@example.go.jp>'), field("Subject", encode(subject))]);
    const read = await readMail(raw);
    expect(read.subject).toBe(subject);
    expect(read.from).toEqual({ name: subject, address: "a@example.go.jp" });
  });

  it("may be raw although nothing stands below them", async () => {
    expect((await readMail(field("Subject", shiftJis("予算案の件")))).subject).toBe("予算案の件");
  });

  it("may cut characters between encoded words", async () => {
    for (const [charset, bytes] of [
      ["UTF-8", utf8(plain)],
      ["Shift_JIS", shiftJis(plain)],
      ["EUC-JP", euc(plain)],
      ["ISO-2022-JP*ja", jis(plain)],
    ] as const)
      for (const at of [4, 5, 6, 7, 8, 9])
        expect(
          await subjectOf(word(charset, bytes.subarray(0, at)), "\r\n ", word(charset, bytes.subarray(at)), " (2)"),
        ).toBe(`${plain} (2)`);
  });

  it("may have encoded words of several kinds beside each other", async () => {
    const whole = [
      word("ISO-2022-JP", jis("予算")),
      word("iso-2022-jp", jis("案の")),
      `=?UTF-8?Q?${escaped(utf8("件"), "=")}?=`,
    ];
    expect(await subjectOf("Re: ", whole.join("\r\n\t"))).toBe("Re: 予算案の件");
    expect(await subjectOf(word("iso-2022-jp", jis(plain)).replace(/(.{30})/, "$1\r\n "))).toBe(plain);
  });

  it.each([
    ["utf-8", shiftJis(plain)],
    ["us-ascii", utf8(plain)],
    ["iso-8859-1", shiftJis(plain)],
    ["ISO-2022-JP", utf8(plain)],
    ["Shift_JIS", jis(plain)],
    ["cp50221", jis(plain)],
  ])("may name a wrong charset: %s", async (charset, bytes) => {
    expect(await subjectOf(word(charset, bytes))).toBe(plain);
  });

  it("keep quotation marks of windows-1252", async () => {
    expect(await subjectOf(word("iso-8859-1", latin("It’s")))).toBe("It’s");
  });
});

describe("names of files", () => {
  const name = "予算案表（二）.pdf";
  const cut = (bytes: Uint8Array, charset: string): string => {
    const value = escaped(bytes, "%");
    return `attachment;\r\n filename*0*=${charset}''${value.slice(0, 16)};\r\n filename*1*=${value.slice(16)}`;
  };
  it.each<[string, string | Buffer]>([
    ["continued, ISO-2022-JP", cut(jis(name), "iso-2022-jp")],
    ["continued, Shift_JIS", cut(shiftJis(name), "Shift_JIS")],
    ["continued, UTF-8", cut(utf8(name), "utf-8")],
    ["declared UTF-8, Shift_JIS", `attachment; filename*=utf-8''${escaped(shiftJis(name), "%")}`],
    ["declared ISO-8859-1, UTF-8", `attachment; filename*="iso-8859-1''${escaped(utf8(name), "%")}"`],
    [
      "a word continued in the next value",
      `attachment; filename*0="${word("utf-8", utf8(name)).slice(0, 20)}"; filename*1="${word("utf-8", utf8(name)).slice(20)}"`,
    ],
    ["raw Shift_JIS", Buffer.concat([utf8('attachment; filename="'), shiftJis(name), utf8('"')])],
    ["raw ISO-2022-JP", Buffer.concat([utf8('attachment; filename="'), jis(name), utf8('"')])],
    [
      "encoded words cut in a character",
      `attachment; filename="${word("utf-8", utf8(name).subarray(0, 7))}\r\n ${word("utf-8", utf8(name).subarray(7))}"`,
    ],
  ])("are told: %s", async (_form, disposition) => {
    const parts = Buffer.concat([
      utf8("--a\r\nContent-Type: application/pdf\r\nContent-Disposition: "),
      Buffer.from(disposition),
      utf8("\r\n\r\nx\r\n--a--\r\n"),
    ]);
    const read = await readMail(mail(["Content-Type: multipart/mixed; boundary=a"], parts));
    expect(read.attachments.map(({ fileName }) => fileName)).toEqual([name]);
  });
});

describe("what is right", () => {
  it("stays byte for byte", () => {
    const right = mail(
      [field("From", word("UTF-8", utf8("鈴木")), " <a@example.go.jp>"), "Content-Type: multipart/mixed; boundary=a"],
      Buffer.concat([
        utf8("--a\r\nContent-Type: text/plain; charset=shift_jis\r\n\r\n"),
        shiftJis(words),
        utf8(`\r\n--a\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>${words}</p>\r\n--a--\r\n`),
      ]),
    );
    expect(decodeLegacyBytes(right)).toBe(right);
  });

  it("and what is hostile is read in linear time", async () => {
    for (const raw of [
      (long: number) => `Subject: ${"=?utf-8?B?".repeat(long / 10)}`,
      (long: number) => `Subject: ${"=?a?b?c?= ".repeat(long / 10)}`,
      (long: number) => `Content-Disposition: attachment${"; filename*1*=%82".repeat(long / 16)}\r\n\r\n`,
      (long: number) => `Content-Type: text/plain${" ;".repeat(long / 2)}\r\n\r\n\x82`,
      (long: number) => `Content-Type: multipart/mixed; boundary=a\r\n\r\n${"--a\r\n\r\n\x82\r\n".repeat(long / 10)}`,
      (long: number) => `Content-Type: message/rfc822\r\n\r\n`.repeat(long / 40),
      (long: number) => `\r\n${"\x1b$B".repeat(long / 3)}`,
    ])
      await expectLinearTime((long) => decodeLegacyBytes(Buffer.from(raw(long), "latin1")), 50_000);
  });
});

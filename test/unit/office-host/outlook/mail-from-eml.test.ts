import { mailFromEml } from "../../../../playground/office-host/src/outlook/eml";

const eml = (...lines: string[]) => mailFromEml(new TextEncoder().encode(lines.join("\r\n")));

describe("a mail out of its file", () => {
  it.each(["", "Content-Disposition: inline"])(
    "keeps a mail that hangs on it (%j) out of its body",
    async (disposition) => {
      const mail = await eml(
        "From: a@example.go.jp",
        "Content-Type: multipart/mixed; boundary=b",
        "",
        "--b",
        "Content-Type: text/plain",
        "",
        "see below",
        "--b",
        "Content-Type: message/rfc822",
        ...(disposition === "" ? [] : [disposition]),
        "",
        "Subject: inner",
        "",
        "words of somebody else",
        "--b--",
      );
      expect(mail.text?.trim()).toBe("see below");
      expect(mail.html ?? "").not.toContain("somebody else");
      expect(mail.attachments).toMatchObject([{ kind: "item", contentType: "message/rfc822" }]);
    },
  );

  it("has its head, raw and read", async () => {
    const mail = await eml(
      "Received: from a",
      "\tby b",
      "From: =?ISO-2022-JP?B?GyRCOzNFRBsoQg==?= <a@example.go.jp>",
      "Sender: office@example.go.jp",
      "Reply-To: reply@example.go.jp",
      "To: Kanto: b@example.go.jp, =?UTF-8?Q?=E4=B8=80?= <c@example.go.jp>;, d@example.go.jp",
      "Subject: =?UTF-8?B?5LqL?=",
      " =?UTF-8?B?5YuZ?=",
      "Date: Mon, 09 Nov 2026 10:14:30 +0900",
      "In-Reply-To: <one@x> (of yesterday)",
      "References: <zero@x>",
      "\t<one@x>",
      "",
      "本文",
      "",
      "Not: a header",
    );
    expect(mail).toMatchObject({
      subject: "事務",
      from: { name: "山田", address: "a@example.go.jp" },
      sender: { address: "office@example.go.jp" },
      replyTo: [{ address: "reply@example.go.jp" }],
      inReplyTo: "<one@x>",
      references: ["<zero@x>", "<one@x>"],
      html: undefined,
    });
    expect(mail.to!.map(({ address }) => address)).toEqual(["b@example.go.jp", "c@example.go.jp", "d@example.go.jp"]);
    expect(mail.received.toISOString()).toBe("2026-11-09T01:14:30.000Z");
    expect(mail.headers!.split("\r\n").slice(0, 2)).toEqual(["Received: from a", "\tby b"]);
    expect(mail.headers).not.toContain("Not: a header");
    expect(mail.text).toContain("本文");
  });

  it("has a date and a sender where the file names none", async () => {
    const received = new Date("2026-11-09T00:00:00Z");
    const mail = await mailFromEml(new TextEncoder().encode("Subject: x\nDate: yesterday\n\nbody"), { received });
    expect(mail).toMatchObject({
      received,
      from: undefined,
      sender: undefined,
      headers: "Subject: x\r\nDate: yesterday\r\n",
    });
    await expect(mailFromEml(new Uint8Array())).resolves.toMatchObject({ subject: "", text: "" });
  });

  it("tells what stands in the body from what lies beside it", async () => {
    const mail = await eml(
      "MIME-Version: 1.0",
      'Content-Type: multipart/related; boundary="b"',
      "",
      "--b",
      "Content-Type: text/html; charset=utf-8",
      "",
      '<img src="cid:shown@x">',
      "--b",
      "Content-Type: image/png",
      "Content-ID: <shown@x>",
      "Content-Disposition: attachment; filename=a.png",
      "",
      "1",
      "--b",
      "Content-Type: image/png",
      "Content-ID: <other@x>",
      "Content-Disposition: attachment; filename*=UTF-8''%E5%9B%B3.png",
      "",
      "22",
      "--b--",
    );
    expect(mail.attachments!.map(({ name, isInline, contentId }) => [name, isInline, contentId])).toEqual([
      ["a.png", true, "shown@x"],
      ["図.png", false, "other@x"],
    ]);
  });
});

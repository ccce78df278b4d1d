/** @jest-environment jsdom */
import { createHtmlTools } from "../../../../playground/office-host/src/outlook/html";
import { replyDraft } from "../../../../playground/office-host/src/outlook/reply";
import { MailStore, type NewMail } from "../../../../playground/office-host/src/outlook/store";

const owner = { name: "花子", address: "Hanako@example.go.jp" };
const [jiro, saburo, office] = ["jiro", "saburo", "office"].map((name) => ({ name, address: `${name}@example.go.jp` }));
const html = createHtmlTools();

function reply(given: Partial<NewMail>, all = false, htmlBody = "<p>回答</p>", language: "ja" | "en" = "ja") {
  const mail = new MailStore({ owner }).add({
    subject: "照会",
    received: new Date("2026-11-09T01:14:30Z"),
    from: jiro,
    to: [{ name: "花子", address: "hanako@EXAMPLE.go.jp" }, saburo!],
    cc: [office!, jiro!],
    messageId: "<2@x>",
    references: ["<1@x>"],
    text: "本文",
    ...given,
  } as NewMail);
  return replyDraft(mail, { owner, all, htmlBody, language, timeZoneOffset: 540, html });
}

const addresses = (list: readonly { address: string }[] | undefined) => list?.map(({ address }) => address);

describe("an answer", () => {
  it("goes to who wrote the mail, or whom they name", () => {
    expect(reply({})).toMatchObject({ to: [jiro], cc: [], subject: "RE: 照会", inReplyTo: "<2@x>" });
    expect(reply({}).references).toEqual(["<1@x>", "<2@x>"]);
    expect(reply({ replyTo: [office!] }).to).toEqual([office]);
    expect(reply({ from: undefined }).to).toEqual([]);
  });

  it("to all goes to each once, and not to its writer", () => {
    const { to, cc } = reply({}, true);
    expect(addresses(to)).toEqual(["jiro@example.go.jp", "saburo@example.go.jp"]);
    expect(addresses(cc)).toEqual(["office@example.go.jp"]);
  });

  it("to a mail of one's own goes on to the same people", () => {
    expect(addresses(reply({ from: owner, to: [jiro!], cc: [office!] }).to)).toEqual(["jiro@example.go.jp"]);
    const { to, cc } = reply({ from: owner, to: [jiro!], cc: [office!] }, true);
    expect([addresses(to), addresses(cc)]).toEqual([["jiro@example.go.jp"], ["office@example.go.jp"]]);
  });

  it("stands above the head and the body of the mail", () => {
    const page = html.parse(reply({ subject: "<照会> & 回答" }).body!);
    const head = page.querySelector("#divRplyFwdMsg")!;
    expect(head.textContent).toContain("差出人: jiro <jiro@example.go.jp>");
    expect(head.textContent).toContain("送信日時: 2026年11月9日(月) 10:14");
    expect(head.textContent).toContain("宛先: 花子 <hanako@EXAMPLE.go.jp>; saburo <saburo@example.go.jp>");
    expect(head.textContent).toContain("件名: <照会> & 回答");
    expect(page.body.firstElementChild!.outerHTML).toBe("<p>回答</p>");
    expect(head.nextElementSibling!.textContent).toContain("本文");
    expect(page.querySelector(".x_PlainText")!.textContent).toBe("本文");
  });

  it("has English words where Outlook is English", () => {
    const head = html.parse(reply({}, false, "", "en").body!).querySelector("#divRplyFwdMsg")!;
    expect(head.textContent).toMatch(/From: jiro .*Sent: Monday, November 9, 2026 at 10:14\sAM/);
  });

  it("begins with an empty line when it is opened without text", () => {
    expect(reply({}, false, "").body).toMatch(/^<div><br><\/div>/);
  });

  it("keeps the thread of an answer to an answer apart by its ids", () => {
    const first = reply({}).body!;
    const page = html.parse(reply({ html: `<html><body>${first}</body></html>` }).body!);
    expect(page.querySelectorAll("#divRplyFwdMsg")).toHaveLength(1);
    expect(page.querySelectorAll("#x_divRplyFwdMsg")).toHaveLength(1);
    expect(page.querySelectorAll("#appendonsend")).toHaveLength(1);
  });

  it("hides in the quote what the mail hides", () => {
    const sheet = "<style>p.a, #b > .c:hover { color: #fff; } @media print { .d { margin: .5em } }</style>";
    const { body } = reply({ html: `<html><head>${sheet}</head><body><p class="a d" id="b">x</p></body></html>` });
    expect(body).toContain("p.x_a, #x_b > .x_c:hover { color: #fff; } @media print { .x_d { margin: .5em } }");
    expect(body).toContain('<p class="x_a x_d" id="x_b">');
  });

  it("quotes nothing of a protected mail", () => {
    expect(reply({ protection: "no-body" }).body).not.toContain("本文");
  });
});

import { readMail, readThread } from "@genai-office/shared/mail";
import { joinFlowed } from "../../../shared/src/mail/flowed-text";

const file = (type: string, lines: string[]) =>
  new TextEncoder().encode(
    ["From: Ewa <ewa@example.org>", "Subject: Keys", `Content-Type: ${type}`, "", ...lines].join("\r\n"),
  );

describe("format=flowed", () => {
  test("quoted lines keep their depth, empty ones stay", async () => {
    const lines = [
      "The keys are with the ",
      "porter.",
      "",
      "> On 3 Nov 2026, at 10:00, Oda <oda@example.jp> wrote:",
      "> ",
      "> Hello Ewa,",
      "> ",
      "> who has the keys of the ",
      "> archive?",
      "> ",
      "> Oda",
      ">> An older line",
    ];
    const mail = await readMail(file('text/plain; charset=utf-8;\r\n format="flowed"', lines));
    const { messages, newest, quoted } = readThread(mail, mail);
    expect(newest).toBe("The keys are with the porter.");
    expect(messages[1]!.text).toBe("Hello Ewa,\n\nwho has the keys of the archive?\n\nOda");
    expect(quoted).toContain(
      "wrote:\n>\n> Hello Ewa,\n>\n> who has the keys of the archive?\n>\n> Oda\n>> An older line",
    );
  });

  test("stuffed spaces, DelSp, the mark of a signature, lines of another depth", () => {
    expect(joinFlowed(" From here on\nit is \n-- \nEwa", false)).toBe("From here on\nit is \n-- \nEwa");
    expect(joinFlowed("備品の台 \n帳です。", true)).toBe("備品の台帳です。");
    expect(joinFlowed("> soft \nanswer \n>> deep", false)).toBe("> soft \nanswer \n>> deep");
  });

  test("a text that is not flowed, and one that speaks of it, stay what they are", async () => {
    const fixed = await readMail(
      file("text/plain; charset=utf-8", ["one ", "two", "Content-Type: text/plain; format=flowed"]),
    );
    expect(fixed.text).toContain("one \ntwo\nContent-Type: text/plain; format=flowed");
    const told = await readMail(file("text/plain; format=flowed", ["See", "Content-Type: text/plain; format=flowed"]));
    expect(told.text).toContain("Content-Type: text/plain; format=flowed");
  });
});

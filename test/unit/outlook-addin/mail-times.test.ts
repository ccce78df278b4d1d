import { createTranslator } from "@genai-office/shared/i18n";
import { ja } from "../../../outlook-addin/src/texts/ja";
import { messagesOf } from "../../../outlook-addin/src/features/parts/mail-message";
import { zoneOffset } from "../../../outlook-addin/src/mailbox/zone-offset";
import { mailLine } from "../../../outlook-addin/src/mail-line";
import { FakeOutlook } from "./fake-outlook";
import { mail } from "./memory-mailbox";

const quoted = [
  "承知しました。",
  "",
  "On Sun, 1 Nov 2026 at 22:15 +0000, 田中 次郎 <tanaka@example.go.jp> wrote:",
  "> 台帳を送ります。",
];

describe("times of mails are the mailbox's, wherever the browser is", () => {
  // Early in the morning in Tokyo is the day before in Greenwich, and in New York.
  it.each([
    [540, "2026-11-02 08:30", "2026-11-02", "2026/11/02 8:30"],
    [0, "2026-11-01 23:30", "2026-11-01", "2026/11/01 23:30"],
    [-300, "2026-11-01 18:30", "2026-11-01", "2026/11/01 18:30"],
  ])("%d minutes east of Greenwich", (offset, moment, day, line) => {
    const reading = {
      ...mail("A", "台帳", "x"),
      body: { text: quoted.join("\n") },
      date: new Date("2026-11-01T23:30:40Z"),
      zoneOffset: offset,
    };
    expect(messagesOf(reading).at(-1)).toMatchObject({ moment, day });
    expect(mailLine(createTranslator("ja", ja), reading)).toBe(`鈴木 一郎・${line}`);
  });

  it("what is quoted with its zone as well", () => {
    const reading = { ...mail("A", "台帳", "x"), body: { text: quoted.join("\n") } };
    expect(messagesOf(reading)[0]).toMatchObject({ moment: "2026-11-02 07:15", author: "田中 次郎" });
  });

  it("Outlook is asked how far it is, to the minute; where it does not tell, the browser", () => {
    const outlook = new FakeOutlook(undefined);
    const moment = new Date("2026-11-01T23:30:40.500Z");
    for (const minutes of [540, 345, 0, -210]) {
      outlook.zoneMinutes = minutes;
      expect(zoneOffset(moment)).toBe(minutes);
    }
    outlook.zoneMinutes = undefined;
    expect(zoneOffset(moment)).toBe(0 - moment.getTimezoneOffset());
  });
});

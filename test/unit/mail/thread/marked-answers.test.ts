import { readThread } from "@genai-office/shared/mail";

const head = { from: { name: "高梨 透", address: "takanashi@example.jp" }, date: "2026-11-04" };
const mail = (said: string, mark: string): string =>
  [
    "三浦様",
    "",
    said,
    "",
    "-----Original Message-----",
    "From: 三浦 葵 <miura@example.jp>",
    "Sent: Tuesday, November 3, 2026 9:40 AM",
    "To: 高梨 透 <takanashi@example.jp>",
    "Subject: 倉庫の件",
    "",
    "高梨様",
    "次の点を教えてください。",
    "１　面積は何平米ですか。",
    `${mark}約８０平米です。`,
    "２　鍵の管理者はどなたですか。",
    `${mark}施設課です。`,
    "三浦",
  ].join("\n");

describe("answers behind a mark within the mail that is answered", () => {
  test.each([
    ["下記に【回答】として記載しました。", "【回答】"],
    ["以下、回答いたします。", "→ "],
    ["以下のとおり回答します。", "（答）"],
    ["下記に【高梨】で追記しました。", "【高梨】"],
    ["本文中に【防災】で回答を記入しました。", "【防災】"],
  ])("are the newest mail's where it says so: %s", (said, mark) => {
    const { newest, messages, quoted } = readThread({ text: mail(said, mark) }, head);
    expect(newest).toBe(`三浦様\n\n${said}\n\n${mark}約８０平米です。\n${mark}施設課です。`);
    expect(messages[0]!.answers!.map(({ quoted: asked, text }) => [asked.split("\n").at(-1), text])).toEqual([
      ["１　面積は何平米ですか。", `${mark}約８０平米です。`],
      ["２　鍵の管理者はどなたですか。", `${mark}施設課です。`],
    ]);
    expect(messages[1]!.text).not.toContain("約８０平米");
    expect(quoted).not.toContain("約８０平米");
  });

  test.each([
    ["承知しました。", "【回答】"],
    ["以下、回答いたします。", "【注】"],
  ])("are not, where it says none or the mark is none: %s %s", (said, mark) => {
    expect(readThread({ text: mail(said, mark) }, head).newest).toBe(`三浦様\n\n${said}`);
  });
});

describe("the writer's name with an office at the end", () => {
  test.each(["高梨 透\n防災課", "防災課　高梨", "防災課 高梨（内線 22-101）", "────────\n防災課 高梨 透"])(
    "signs: %s",
    (name) => {
      const { newest, signature } = readThread({ text: `三浦様\n\n図面をお届けします。\n\n${name}` }, head);
      expect(newest).toBe("三浦様\n\n図面をお届けします。");
      expect(signature).toBe(name);
    },
  );

  test("signs for an office too", () => {
    const office = { from: { name: "会計課", address: "kaikei@example.jp" } };
    const { newest, signature } = readThread({ text: "各位\n\n停止します。\n\n会計課旅費係（21-555）" }, office);
    expect([newest, signature]).toEqual(["各位\n\n停止します。", "会計課旅費係（21-555）"]);
  });

  test.each([
    "高梨",
    "出席者\n防災課　高梨\n施設課　大野",
    "三浦\n施設課",
    "防災課 高梨が承ります。",
    "届け先：防災課　高梨",
  ])("no signature: %s", (end) => {
    const text = `三浦様\n\n図面をお届けします。\n\n${end}`;
    expect(readThread({ text }, head).newest).toBe(text);
  });
});

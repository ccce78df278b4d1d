import { threadSource } from "../../../outlook-addin/src/features/parts/mail-source";
import { everything } from "../../../outlook-addin/src/features/parts/parts-choice";
import { mail } from "./memory-mailbox";

const words = { unknownSender: "差出人不明", attachments: "添付ファイル名：" };
const body = [
  "鈴木様",
  "",
  "On 2026/11/02 9:00, 佐藤 次郎 wrote:",
  "> お世話になっております。",
  "> 参加者は何名でしょうか。",
  "８名です。",
  "> 昼食は必要ですか。",
  "不要です。",
].join("\n");

test("a question stands above the answer that is written below it, unless what is quoted is kept back", async () => {
  const reading = mail("A", "Re: 視察の件", body);
  const text = async (choice = everything) => (await threadSource(reading, choice, words)).blocks.at(-1)!.text;
  expect(await text()).toBe("鈴木様\n\n> 参加者は何名でしょうか。\n８名です。\n> 昼食は必要ですか。\n不要です。");
  expect(await text({ ...everything, quoted: false })).toBe("鈴木様\n\n８名です。\n不要です。");
});

test("what is asked is hashed with the rest of what leaves", async () => {
  const source = await threadSource(mail("A", "Re: 視察の件", body), everything, words);
  const without = await threadSource(mail("A", "Re: 視察の件", body), { ...everything, quoted: false }, words);
  expect(source.blocks).toHaveLength(2);
  expect(source.hash).not.toBe(without.hash);
  expect(source.places.body!.join("\n")).toContain("> 昼食は必要ですか。");
});

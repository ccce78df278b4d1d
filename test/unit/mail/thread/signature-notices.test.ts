import { readThread } from "@genai-office/shared/mail";

const head = { from: { name: "高梨 透", address: "takanashi@example.jp" }, date: "2026-11-04" };
const read = (text: string) => readThread({ text, html: undefined }, head);

const bar = "======================";
const card = `${bar}\n防災課　高梨 透\nTEL 03-0000-0000\n${bar}`;

describe("signatures with a notice below", () => {
  test.each([
    `${card}\n※このメールにお心当たりがない場合は、破棄をお願いいたします。`,
    `${card}\n\n※お心当たりのない方は、削除のうえ御連絡ください。`,
    `防災課　高梨 透\n電話：03-0000-0000\nメール：takanashi@example.jp\n※誤って届いた場合は、お手数ですが削除してください。`,
    `-- \n高梨 透\n\nThis message and its attachments are confidential. If you are not\nthe intended recipient, please delete it and tell the sender.`,
    `${card}\nConfidentiality notice: this message is meant for its recipient only.\nIf you have received it in error, please delete it.`,
  ])("%s", (signature) => {
    const { newest, signature: found } = read(`三浦様\n\n図面をお届けします。\n\n${signature}`);
    expect(newest).toBe("三浦様\n\n図面をお届けします。");
    expect(found).toBe(signature.replace("-- \n", "--\n"));
  });

  test.each([
    "三浦様\n\n図面をお届けします。\n誤って送付した旧版は、11月6日までに破棄してください。",
    "三浦様\n\n※図面は11月6日までに御確認ください。",
  ])("what is asked stays: %s", (text) => {
    expect(read(text).newest).toBe(text);
  });
});

describe("answers between quotes", () => {
  const asked = "2026年11月3日(火) 9:00 三浦 葵 <miura@example.jp>:\n> 図面は何部ですか。\n\n二部です。\n\n";

  test("the name at the end signs", () => {
    for (const name of ["高梨", "高梨 透\n防災課", "防災課　高梨"]) {
      const { newest, signature, messages } = read(`${asked}> 三浦\n\n${name}`);
      expect(newest).toBe("二部です。");
      expect(signature).toBe(name);
      expect(messages[0]!.answers).toEqual([{ quoted: "図面は何部ですか。", text: "二部です。" }]);
    }
  });

  test("below an answer", () => {
    const { messages, signature } = read(`${asked}> 配布先はどこですか。\n\n各支所です。\n\n高梨\n防災課`);
    expect(messages[0]!.answers!.at(-1)).toEqual({ quoted: "配布先はどこですか。", text: "各支所です。" });
    expect(signature).toBe("高梨\n防災課");
  });

  test("a name that answers a question is an answer", () => {
    const { messages } = read(`${asked}> 担当はどなたですか。\n\n高梨`);
    expect(messages[0]!.answers!.at(-1)).toEqual({ quoted: "担当はどなたですか。", text: "高梨" });
    expect(read(`${asked}> 配布先\n\n管理係\n施設係`).messages[0]!.answers).toHaveLength(2);
  });
});

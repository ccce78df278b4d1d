import { composeMessages } from "@genai-office/shared/prompts";
import { judgeText, textsOfStep } from "@genai-office/shared/guards";
import type { SummarizeStep } from "@genai-office/shared/vocabulary";
import { modelCard } from "../models/cards";

const step = (language: "ja" | "en", written?: string): SummarizeStep => ({
  task: "summarize",
  promptVersion: "summarize/2",
  model: "a",
  declaredClass: "none",
  confirmed: false,
  documentHash: "0".repeat(64),
  blocks: [{ id: "a", kind: "paragraph", text: "この要領は、調達の手続を定める。" }],
  options: { part: "chunk", length: { kind: "page" }, language, targetCharacters: 100 },
  ...(written === undefined ? {} : { written }),
});

test("a cut answer stands as the model's own words, followed by the request to go on there", () => {
  const written = "前の文。\n調達の手続を定める要領である。[1] 次に";
  const plain = composeMessages(step("ja"), modelCard("a"), () => "mark");
  const continued = composeMessages(step("ja", written), modelCard("a"), () => "mark");
  expect(continued.slice(0, 2)).toEqual(plain);
  expect(continued[2]).toEqual({ role: "assistant", content: written });
  expect(continued[3]!.role).toBe("user");
  expect(continued[3]!.content).toContain("調達の手続を定める要領である。[1] 次に」で途切れました");
  expect(continued[3]!.content).toContain("続きだけ");
  expect(continued).toHaveLength(4);
});

test("the quoted end begins with a whole character", () => {
  const odd = composeMessages(step("ja", `${"😀".repeat(20)}あ`), modelCard("a")).at(-1)!.content;
  expect(/「(.*?)」/u.exec(odd)?.[1]).toBe(`${"😀".repeat(14)}あ`);
});

test("in the language of the step", () => {
  const [, , , request] = composeMessages(step("en", "The plan st"), modelCard("a"));
  expect(request!.content).toMatch(/^Your last output was cut .*"The plan st"/);
  expect(request!.content).not.toMatch(/[ぁ-ん]/);
});

test("the gate reads what was written", () => {
  const texts = textsOfStep(step("ja", "機密性３情報\n本文"));
  expect(judgeText(texts.join("\n"), "body").class).toBe("3");
});

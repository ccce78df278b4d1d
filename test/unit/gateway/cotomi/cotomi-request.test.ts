import type { ChatMessage } from "@genai-office/shared/vocabulary";
import { cotomiRequest } from "../../../../shared/src/gateway/cotomi/cotomi-request";
import { stepOf, testCard } from "../../../support/test-step";

const request = (messages: ChatMessage[]) =>
  cotomiRequest(
    stepOf("chat"),
    testCard(),
    () => messages,
    () => "m1",
  );

test("one question stays as it is", () => {
  const { userContent, systemContent } = request([
    { role: "system", content: "一" },
    { role: "user", content: "問い" },
    { role: "system", content: "二" },
  ]);
  expect([userContent, systemContent]).toEqual(["問い", "一\n\n二"]);
});

test("no system text, no field for it", () => {
  expect(request([{ role: "user", content: "問い" }])).not.toHaveProperty("systemContent");
});

test("a conversation is told inside the user's text, the last question last", () => {
  const { userContent } = request([
    { role: "user", content: "一の問い" },
    { role: "assistant", content: "一の答え" },
    { role: "user", content: "二の問い" },
  ]);
  expect(userContent).toBe(
    [
      "これまでの会話です。",
      "<<<利用者 m1\n一の問い\n利用者 m1>>>",
      "<<<アシスタント m1\n一の答え\nアシスタント m1>>>",
      "上の会話に続く利用者の次の発言に答えてください。",
      "二の問い",
    ].join("\n\n"),
  );
});

test("a conversation that ends with the model's words asks for their rest", () => {
  const { userContent } = request([
    { role: "user", content: "問い" },
    { role: "assistant", content: "答えの途" },
  ]);
  expect(userContent).toMatch(/答えの途\nアシスタント m1>>>\n\nアシスタントの最後の発言の続きだけを書いてください。$/);
});

test("the limit is the card's, or a chat's own when it is lower", () => {
  const limited = (maximumOutputTokens: number, outputTokens: number): number => {
    const step = stepOf("chat");
    const options = { ...step.options, maximumOutputTokens };
    return cotomiRequest({ ...step, options }, testCard({ outputTokens }), () => []).maxTokens;
  };
  expect(limited(300, 1024)).toBe(300);
  expect(limited(3000, 1024)).toBe(1024);
  expect(request([]).maxTokens).toBe(1024);
});

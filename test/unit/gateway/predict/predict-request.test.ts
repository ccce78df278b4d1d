import type { ChatMessage, Step } from "@genai-office/shared/vocabulary";
import { predictRequest } from "../../../../shared/src/gateway/predict/predict-request";
import { stepOf, testCard } from "../../../support/test-step";

const compose = (messages: ChatMessage[]) => () => messages;
const card = testCard({ contract: "predict", upstreamModel: "jp.anthropic.claude-sonnet-4-6" });

test("names model and page, and hands the messages on", () => {
  const messages: ChatMessage[] = [
    { role: "system", content: "要約する。" },
    { role: "user", content: "原文" },
  ];
  expect(predictRequest(stepOf("summarize"), card, compose(messages))).toEqual({
    model: { type: "bedrock", modelId: "jp.anthropic.claude-sonnet-4-6" },
    id: "/summarize",
    messages,
  });
});

test.each<[Step["task"], string]>([
  ["summarize", "/summarize"],
  ["translate", "/translate"],
  ["minutes", "/generate"],
  ["reply", "/generate"],
  ["answer", "/generate"],
  ["chat", "/chat"],
])("%s asks as %s; only a chat may be cached", (task, id) => {
  const request = predictRequest(stepOf(task), card, compose([{ role: "user", content: "原文" }]));
  expect(request.id).toBe(id);
  expect(request.id.startsWith("/chat")).toBe(task === "chat");
});

test("the id of the card is the model's name when it has no other", () => {
  const { id } = testCard();
  expect(predictRequest(stepOf("chat"), testCard(), compose([])).model.modelId).toBe(id);
});

test("several system texts become one, in front: 源内 reads the first only", () => {
  const { messages } = predictRequest(
    stepOf("chat"),
    card,
    compose([
      { role: "system", content: "一" },
      { role: "user", content: "問い" },
      { role: "system", content: "二" },
      { role: "system", content: " " },
    ]),
  );
  expect(messages).toEqual([
    { role: "system", content: "一\n\n二" },
    { role: "user", content: "問い" },
  ]);
});

describe("a model whose system text 源内 drops", () => {
  const dropping = testCard({ contract: "predict", systemText: "dropped" });

  test("is told in the first text of the user", () => {
    const composed: ChatMessage[] = [
      { role: "system", content: "一" },
      { role: "system", content: "二" },
      { role: "user", content: "問い" },
      { role: "assistant", content: "答え" },
      { role: "user", content: "次の問い" },
    ];
    const { messages } = predictRequest(stepOf("chat"), dropping, compose(composed));
    expect(messages).toEqual([
      { role: "user", content: "一\n\n二\n\n問い" },
      { role: "assistant", content: "答え" },
      { role: "user", content: "次の問い" },
    ]);
    expect(composed[2]!.content).toBe("問い");
  });

  test("is told in a text of its own when the user has said nothing", () => {
    const { messages } = predictRequest(stepOf("chat"), dropping, compose([{ role: "system", content: "一" }]));
    expect(messages).toEqual([{ role: "user", content: "一" }]);
  });
});

test("turns alternate and none is empty, as the service behind 源内 demands", () => {
  const { messages } = predictRequest(
    stepOf("chat"),
    card,
    compose([
      { role: "user", content: "一" },
      { role: "user", content: "二" },
      { role: "assistant", content: "" },
      { role: "user", content: "三" },
      { role: "assistant", content: "答" },
    ]),
  );
  expect(messages).toEqual([
    { role: "user", content: "一\n\n二\n\n三" },
    { role: "assistant", content: "答" },
  ]);
});

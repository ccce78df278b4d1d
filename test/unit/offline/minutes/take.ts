import { minutes } from "@genai-office/shared/tasks";
import type { Block } from "@genai-office/shared/vocabulary";
import { createOfflineEngine } from "../../../../relay/src/upstreams/offline";
import { testCard } from "../../../support/test-step";
import { resultOf } from "../../tasks/scripted-steps";

/** Minutes by rules of what was said, each 「名前> 発言」; things to do as 「何｜誰｜いつまで」. */
export async function take(...said: string[]): Promise<{ decisions: string[]; actions: string[] }> {
  const blocks = said.map((one, index): Block => {
    const [label = "", text = ""] = one.split("> ");
    return { id: `u${index + 1}`, kind: "utterance", label, text };
  });
  const card = testCard({ contract: "offline", contextTokens: 1_000_000, outputTokens: 20_000, tokensPerCharacter: 1 });
  const { decisions, actions } = await resultOf(
    minutes(
      { card, declaredClass: "none", confirmed: false, documentHash: "0".repeat(64), blocks },
      createOfflineEngine(),
    ),
  );
  return {
    decisions: decisions.map(({ text }) => text),
    actions: actions.map(({ task, owner, due }) => `${task.text}｜${owner}｜${due}`),
  };
}

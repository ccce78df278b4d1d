import { thread } from "@genai-office/shared/tasks";
import type { StepRunner } from "@genai-office/shared/vocabulary";
import { createOfflineEngine } from "../../../../relay/src/upstreams/offline";
import { testCard } from "../../../support/test-step";
import { resultOf, ScriptedSteps } from "../../tasks/scripted-steps";

const text =
  "Dear Hanako,\n\nCould you send us the list of participants by 13 November?\nIt was decided that the seminar takes place in room 4.\n\nBest regards,\nAnna Weber";

const codes = async (contract: "offline" | "openai", runner: StepRunner): Promise<string[]> => {
  const result = await resultOf(
    thread(
      {
        blocks: [{ id: "m", kind: "message", label: "Anna Weber / 2026-11-05 10:00", text }],
        me: ["Hanako Yamada"],
        language: "ja",
        card: testCard({ contract, contextTokens: 1_000_000, outputTokens: 20_000, tokensPerCharacter: 1 }),
        declaredClass: "none",
        confirmed: false,
        documentHash: "0".repeat(64),
        date: "2026-11-06",
      },
      runner,
    ),
  );
  expect(result.requests).toHaveLength(1);
  return result.findings.map(({ code }) => code);
};

test("what the embedded engine quotes of an English mail stands in the language of the mail", async () => {
  expect(await codes("offline", createOfflineEngine())).not.toContain("output-language");
});

test("a model that answers in another language is told of", async () => {
  const line = "依頼：Send the list of participants by 13 November｜誰に：Hanako｜期限：13 November [1]";
  expect(await codes("openai", new ScriptedSteps("thread", () => line))).toContain("output-language");
});

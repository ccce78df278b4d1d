import { stepBudget } from "@genai-office/shared/models";
import { outputLimit } from "../../../shared/src/gateway/output-limit";

const card = { contextTokens: 8192, outputTokens: 6000, tokensPerCharacter: 1.2 };
const messages = (characters: number) => [{ role: "user" as const, content: "字".repeat(characters) }];

describe("the allowance of an answer", () => {
  it("is the card's limit as long as prompt and answer fit the context together", () => {
    expect(outputLimit(card, messages(100))).toBe(6000);
  });

  it("is what the prompt leaves of the context", () => {
    const limit = outputLimit(card, messages(4000));
    expect(limit).toBeLessThan(8192 - 4800);
    expect(limit).toBeGreaterThan(8192 - 4800 - 20);
  });

  it("is never less than a planned step keeps free", () => {
    const { sourceCharacters } = stepBudget(card);
    expect(outputLimit(card, messages(sourceCharacters + 500))).toBeGreaterThanOrEqual(2048);
    expect(outputLimit(card, messages(50_000))).toBe(2048);
  });
});

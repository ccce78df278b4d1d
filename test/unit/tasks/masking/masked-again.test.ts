import { createMasking } from "@genai-office/shared/guards";
import { maskedRunner } from "@genai-office/shared/tasks";
import type { GenerateEvent, Step, StepRunner } from "@genai-office/shared/vocabulary";
import { stepOf } from "../../../support/test-step";

const source = "山田課長と蓼沼補佐が出席し、鳥谷部さんと田中さんが欠席した。";

/** A model that repeats the text of the step back to front by clauses, cut into single characters. */
function repeater(seen: string[]): StepRunner {
  return {
    async *run(step: Step): AsyncGenerator<GenerateEvent, void, undefined> {
      await Promise.resolve();
      const text = step.blocks.map((block) => block.text).join("\n");
      seen.push(text);
      for (const character of text.split("、").reverse().join("、")) yield { type: "text-delta", text: character };
      yield { type: "finished", reason: "stop" };
    },
  };
}

async function eventsOf(runner: StepRunner, step: Step): Promise<GenerateEvent[]> {
  const events: GenerateEvent[] = [];
  for await (const event of runner.run(step)) events.push(event);
  return events;
}

const wordsOf = (events: GenerateEvent[]): string =>
  events.map((event) => (event.type === "text-delta" ? event.text : "")).join("");

function masksOnly(words: string): { step: Step; restore: (text: string) => string } {
  const masking = createMasking();
  const asked = stepOf("summarize");
  const block = asked.blocks[0]!;
  const found = masking.mask(words).text;
  const step = { ...asked, blocks: [{ ...block, text: source.replace(words, found) }], masked: true as const };
  return { step, restore: (text) => masking.restore(text).text };
}

test("what a client left is masked by a second masking; the client's placeholders pass through and collide with none", async () => {
  const { step, restore } = masksOnly("山田課長");
  const given = step.blocks[0]!.text.match(/\[PERSON-[A-Z]+\]/u)![0];
  const seen: string[] = [];
  const again = createMasking({ keepPlaceholders: true });
  const events = await eventsOf(maskedRunner(repeater(seen), again), step);
  expect(seen).toHaveLength(1);
  expect(seen[0]).toContain(given);
  for (const name of ["山田", "蓼沼", "鳥谷部", "田中"]) expect(seen[0]).not.toContain(name);
  expect(new Set(seen[0]!.match(/\[PERSON-[A-Z]+\]/gu)).size).toBe(4);
  const words = wordsOf(events);
  expect(words).toContain(given);
  expect(words).toContain("蓼沼補佐");
  expect(restore(words)).toBe(source.split("、").reverse().join("、"));
  expect(events.at(-1)).toMatchObject({ type: "finished" });
});

test("two maskings of one runner chain give one stream", async () => {
  const seen: string[] = [];
  const relay = maskedRunner(repeater(seen), createMasking({ keepPlaceholders: true }));
  const client = maskedRunner(relay, createMasking({ kinds: ["mail"] }));
  const asked = stepOf("summarize");
  const text = `${source}連絡は tanaka@example.jp、[TEXT]及び[PERSON-BBBB]まで。`;
  const events = await eventsOf(client, { ...asked, blocks: [{ ...asked.blocks[0]!, text }] });
  expect(seen[0]).not.toMatch(/田中|tanaka/u);
  expect(wordsOf(events)).toBe(text.split("、").reverse().join("、"));
});

test("a placeholder that neither has given out is refused, the client's in another form is handed on", async () => {
  const { step } = masksOnly("山田課長");
  const given = step.blocks[0]!.text.match(/\[PERSON-[A-Z]+\]/u)![0];
  const runner = (text: string): StepRunner => ({
    async *run(): AsyncGenerator<GenerateEvent, void, undefined> {
      await Promise.resolve();
      yield { type: "text-delta", text };
      yield { type: "finished", reason: "stop" };
    },
  });
  const again = (): ReturnType<typeof createMasking> => createMasking({ keepPlaceholders: true });
  const changed = await eventsOf(maskedRunner(runner(`出席は${given.toLowerCase()}課長`), again()), step);
  expect(wordsOf(changed)).toBe(`出席は${given}課長`);
  const foreign = await eventsOf(maskedRunner(runner("出席は[PERSON-ZZZX]課長"), again()), step);
  expect(foreign.at(-1)).toMatchObject({ type: "failed", error: { code: "placeholder-lost" } });
});

test("without it, a step that is masked or that a person wants unmasked passes as it is", async () => {
  const { step } = masksOnly("山田課長");
  const seen: string[] = [];
  await eventsOf(maskedRunner(repeater(seen), createMasking()), step);
  await eventsOf(maskedRunner(repeater(seen), createMasking({ keepPlaceholders: true })), { ...step, masked: false });
  expect(seen).toEqual([step.blocks[0]!.text, step.blocks[0]!.text]);
});

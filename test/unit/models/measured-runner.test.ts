import { countText } from "@genai-office/shared/language";
import { TokenRatios } from "@genai-office/shared/models";
import type { GenerateEvent, ModelCard, StepRunner } from "@genai-office/shared/vocabulary";
import { measuredRunner } from "../../../relay/src/models/measured-runner";
import { composeMessages } from "@genai-office/shared/prompts";
import { post, readEvents, startRelay, summarizeStep } from "../../integration/relay/relay-under-test";
import { startModelServer, type Reply } from "../../support/model-server";
import { bodyReply, chatChunk, finishChunk, usageChunk } from "../../support/model-server-replies";
import { modelCard } from "./cards";

const long = summarizeStep({ blocks: [{ id: "a", kind: "paragraph", text: "予算を定める要領である。".repeat(300) }] });

/** A server that counts this many tokens for each character of its own tokenizer, whatever the relay believes. */
function countingReply(ratio: number): Reply {
  return async (response, request) => {
    const { messages } = request.json as unknown as { messages: { content: string }[] };
    const characters = messages.reduce((sum, { content }) => sum + content.length, 0);
    const tokens = Math.round(characters * ratio);
    await bodyReply([chatChunk("要約。[1]"), finishChunk(), usageChunk(tokens, 5), "data: [DONE]\n\n"])(
      response,
      request,
    );
  };
}

test("GET /api/models serves the ratio that the server's counts show, and that it was measured", async () => {
  const upstream = await startModelServer(countingReply(0.7));
  const under = await startRelay({ upstreamUrl: upstream.url });
  try {
    const card = async (): Promise<ModelCard> =>
      ((await (await fetch(`${under.origin}/api/models`)).json()) as { models: ModelCard[] }).models[0]!;
    expect(await card()).toMatchObject({
      tokensPerCharacter: 1.2,
      assumed: expect.arrayContaining(["tokensPerCharacter"]),
    });
    expect((await card()).measured).toBeUndefined();
    const events = await readEvents(await post(`${under.origin}/api/steps`, long));
    expect(events.at(-1)).toEqual({ type: "finished", reason: "stop" });
    const { tokensPerCharacter, measured, assumed } = await card();
    expect(tokensPerCharacter).toBeGreaterThan(0.65);
    expect(tokensPerCharacter).toBeLessThan(0.75);
    expect(measured).toEqual(["tokensPerCharacter"]);
    expect(assumed).not.toContain("tokensPerCharacter");
    expect(under.logLines.join("")).not.toContain("予算を定める");
  } finally {
    await under.relay.stop();
    await upstream.close();
  }
});

describe("what is observed", () => {
  const events = (...more: GenerateEvent[]): StepRunner => ({
    async *run() {
      yield* more;
    },
  });
  const usage: GenerateEvent = { type: "usage", inputTokens: 9_000, outputTokens: 5 };
  const finished: GenerateEvent = { type: "finished", reason: "stop" };
  const run = async (card: ModelCard, runner: StepRunner): Promise<[GenerateEvent[], number | undefined]> => {
    const ratios = new TokenRatios();
    const seen: GenerateEvent[] = [];
    for await (const event of measuredRunner(runner, card, ratios).run(long)) seen.push(event);
    return [seen, ratios.measuredRatio(card.id)];
  };

  test("all that was sent counts, not the source alone; events pass as they are", async () => {
    const card = modelCard("stand-in");
    const [seen, ratio] = await run(card, events(usage, finished));
    expect(seen).toEqual([usage, finished]);
    const sent = countText(...composeMessages(long, card).map(({ content }) => content));
    const expected = new TokenRatios();
    expected.observe("x", sent, 9_000);
    // The random word of the fence is of digits and letters in another mixture each time.
    expect(ratio).toBeCloseTo(expected.measuredRatio("x")!, 2);
  });

  test("not what failed, what counted nothing, nor what was no message of ours", async () => {
    const failed: GenerateEvent[] = [usage, { type: "aborted", partial: "" }];
    expect((await run(modelCard("stand-in"), events(...failed)))[1]).toBeUndefined();
    expect((await run(modelCard("stand-in"), events(finished)))[1]).toBeUndefined();
    expect((await run(modelCard("stand-in", { contract: "ai-app" }), events(usage, finished)))[1]).toBeUndefined();
  });
});

import { createChatClient } from "@genai-office/shared/gateway";
import { createAiAppClient, createExappsClient } from "@genai-office/shared/gateway/apps";
import { createCotomiRunner } from "@genai-office/shared/gateway/cotomi";
import { createPlamoTranslateClient } from "@genai-office/shared/gateway/plamo-translate";
import { createPredictRunner } from "@genai-office/shared/gateway/predict";
import { createPredictStreamDecoder } from "@genai-office/shared/gateway/predict-stream";
import type { ChatMessage, GenerateEvent } from "@genai-office/shared/vocabulary";
import { generate } from "../../../shared/src/gateway/transport/generate";
import { stepOf, testCard } from "../../support/test-step";

/** How one reply was decoded. */
export interface Decoded {
  text: string;
  finish: string | null;
  error: string | null;
  /** False when the stream did not end with exactly one terminal event. */
  ended: boolean;
}

/** A recorded reply is what it is, so nothing is tried twice, and nothing is looked at again later. */
const once = { retry: { maximumRetries: 0 } };
const never = { rhythm: () => undefined };

const card = testCard({ id: "recorded", outputTokens: 16_384, contextTokens: 200_000 });
const composeMessages = (): ChatMessage[] => [{ role: "user", content: "要約してください。" }];
const credentials = async (): Promise<Record<string, string>> => ({ Authorization: "Bearer recorded" });

/** The app whose reply was recorded; GENAI is asked for its form before it is run (see recording-server.ts). */
const form = { input_text: { title: "入力", type: "textarea" } };
const research = (app: string) => {
  const step = stepOf("research");
  return { ...step, options: { ...step.options, app, inputs: { values: { input_text: "法律" }, files: {} } } };
};

/** The product's runner for each contract, at an address where every POST is answered by the recording. */
const runners: Record<string, (baseUrl: string) => AsyncIterable<GenerateEvent>> = {
  openai: (baseUrl) =>
    createChatClient({ baseUrl, ...once }).streamChat({ model: "recorded", messages: composeMessages() }),
  predict: (baseUrl) =>
    createPredictRunner({ baseUrl, credentials, card, composeMessages, ...once }).run(stepOf("summarize")),
  // Recorded are the lines that the function wrote; the frames of Lambda around them are taken off by the client of AWS.
  "predict-stream": (baseUrl) =>
    generate(
      () => ({
        request: async () => ({ method: "POST", url: baseUrl, headers: {}, body: "{}" }),
        decoder: createPredictStreamDecoder,
        refusalOf: () => undefined,
      }),
      once,
    ),
  cotomi: (baseUrl) =>
    createCotomiRunner({ baseUrl, credentials, card, composeMessages, ...once }).run(stepOf("summarize")),
  "plamo-translate": (baseUrl) =>
    createPlamoTranslateClient({ baseUrl, card, ...once }).translateSegment({
      text: "今日は晴れです。",
      from: "ja",
      to: "en",
    }),
  exapps: (baseUrl) =>
    createExappsClient({ baseUrl, credentials, card, ...once, ...never }).run(research(`${card.id}/team/app`)),
  "ai-app": (baseUrl) =>
    createAiAppClient({
      invokeUrl: `${baseUrl}/invoke`,
      app: { id: "app", name: "app", form },
      caller: "caller",
      card,
      credentials,
      ...once,
      ...never,
    }).run(research(`${card.id}/app`)),
};

/** What GENAI answers to a GET that a run makes before or after the recorded reply; undefined for what it has not. */
export function replyToGet(path: string): unknown {
  if (path.endsWith("/teams/team/exapps/app"))
    return { teamId: "team", exAppId: "app", exAppName: "app", placeholder: JSON.stringify(form) };
  return path.endsWith("/exapps/histories") ? { history: [] } : undefined;
}

export function hasContract(contract: string): boolean {
  return Object.hasOwn(runners, contract);
}

/** Runs a contract against a server and sums up its events. */
export async function runContract(contract: string, baseUrl: string): Promise<Decoded> {
  const decoded: Decoded = { text: "", finish: null, error: null, ended: false };
  let terminals = 0;
  let last: GenerateEvent["type"] | undefined;
  for await (const event of runners[contract]!(baseUrl)) {
    last = event.type;
    if (event.type === "text-delta") decoded.text += event.text;
    if (event.type === "finished") decoded.finish = event.reason;
    if (event.type === "aborted") decoded.error = "aborted";
    if (event.type === "failed") {
      decoded.error = event.error.code;
      decoded.finish = event.reason ?? null;
    }
    if (event.type === "finished" || event.type === "aborted" || event.type === "failed") terminals++;
  }
  decoded.ended = terminals === 1 && (last === "finished" || last === "aborted" || last === "failed");
  return decoded;
}

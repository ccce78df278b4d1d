import { createChatClient } from "@genai-office/shared/gateway";
import type { GenerateEvent } from "@genai-office/shared/vocabulary";

/** How one reply was decoded. */
export interface Decoded {
  text: string;
  finish: string | null;
  error: string | null;
  /** False when the stream did not end with exactly one terminal event. */
  ended: boolean;
}

/** The product's runner for each contract. A recorded reply is what it is, so nothing is tried twice. */
const runners: Record<string, (baseUrl: string) => AsyncIterable<GenerateEvent>> = {
  openai: (baseUrl) =>
    createChatClient({ baseUrl, retry: { maximumRetries: 0 } }).streamChat({
      model: "recorded",
      messages: [{ role: "user", content: "要約してください。" }],
    }),
};

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

/** What the stand-in server of the `client` measure sends, by model name. */
export const burstChunks = 20_000;

/** Words of the i-th chunk; short Japanese pieces, as tokenizers cut them. */
function piece(index: number): string {
  return ["予算", "は前年度", "に比べ", "、", "1,250", "万円", "の増", "。"][index % 8]!;
}

/** Everything that the burst's chunks say. */
export function burstText(): string {
  return Array.from({ length: burstChunks }, (_, index) => piece(index)).join("");
}

function frame(delta: Record<string, unknown>, finishReason: string | null): string {
  const chunk = {
    id: "chatcmpl-BkQ2vD0c1xqM7oYb5nJt3LwZs8eRf",
    object: "chat.completion.chunk",
    created: 1_763_700_000,
    model: "stand-in-model-2026-08",
    service_tier: "default",
    system_fingerprint: "fp_3f1c0a9be2",
    choices: [{ index: 0, delta, logprobs: null, finish_reason: finishReason }],
    usage: null,
  };
  return `data: ${JSON.stringify(chunk)}\n\n`;
}

const end = frame({}, "stop") + "data: [DONE]\n\n";

/** The burst as one body. */
export function burstBody(): string {
  return Array.from({ length: burstChunks }, (_, index) => frame({ content: piece(index) }, null)).join("") + end;
}

/** One event and the end. */
export function oneEvent(): string {
  return frame({ content: "はい。" }, null) + end;
}

/** One event whose words alone have so many bytes. */
export function largeEvent(bytes: number): string {
  return frame({ content: "予算案".repeat(Math.ceil(bytes / 9)) }, null) + end;
}

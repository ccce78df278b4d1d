import type { ServerResponse } from "node:http";
import type { ReceivedRequest, Reply } from "../model-server";
import { bodyReply, frame, jsonReply } from "../model-server-replies";

export interface PlamoServerOptions {
  key?: string;
  /** "transform": the gateway's policy is on: it builds prompts from `inputs` and edits every reply that is a 200. */
  mode?: "completions" | "transform";
  /** What the model makes of a text; a deterministic stand-in when left out. */
  translate?: (text: string, to: "ja" | "en") => string;
  /** Refuses `stream_options`, as older servers do. */
  withoutStreamOptions?: boolean;
}

const token = "<|plamo:op|>";
const promptForm = new RegExp(
  "^<\\|plamo:op\\|>dataset translation <\\|plamo:op\\|>input lang=(Japanese|English) ([^]*) <\\|plamo:op\\|>output lang=(Japanese|English)\n$",
);
const contextTokens = 4096;

/**
 * A stand-in for PLaMo翻訳 behind the API management template: vLLM's completions with a raw prompt, 4,096 tokens in all,
 * the key as `x-api-key`, and with `transform` the gateway's own form (docs/contracts.md). It refuses what the real one
 * refuses, and fails loudly on a control token inside the text, which the real one would obey.
 */
export function plamoServer(options: PlamoServerOptions = {}): Reply {
  return (response, request) => {
    const { key, mode = "completions" } = options;
    if (request.method !== "POST" || request.path.split("?")[0] !== "/vllm/v1/completions")
      return jsonReply({ statusCode: 404, message: "Resource not found" }, 404)(response, request);
    if (key !== undefined && request.headers["x-api-key"] !== key) {
      const message = "Access denied due to missing subscription key.";
      return jsonReply({ statusCode: 401, message }, 401)(response, request);
    }
    const body = mode === "transform" ? transformed(request.json) : request.json;
    return complete(body, mode, options)(response, request);
  };
}

function complete(body: Record<string, unknown>, mode: string, options: PlamoServerOptions): Reply {
  const { prompt, max_tokens: maximum = 16, temperature, stop, stream, stream_options: streamOptions } = body;
  const refuse = (status: number, message: string): Reply =>
    jsonReply({ object: "error", message, type: "BadRequestError", param: null, code: status }, status);
  if (body.model !== "pfnet/plamo-2-translate") return refuse(404, `The model does not exist.`);
  if (options.withoutStreamOptions === true && streamOptions !== undefined)
    return refuse(400, "Unrecognized request argument supplied: stream_options");
  const asked = typeof prompt === "string" ? promptForm.exec(prompt) : null;
  if (asked === null || typeof maximum !== "number" || temperature !== 0 || stop !== token)
    return refuse(400, "the prompt is not in the form the model was trained on");
  const [, , text = "", language] = asked;
  if (/[<＜][\s\u200b]*[|｜]/u.test(text)) return refuse(418, "a control token inside the text");
  const inputTokens = roughTokens(prompt as string);
  if (inputTokens + maximum > contextTokens) {
    const message = `This model's maximum context length is ${contextTokens} tokens. However, you requested ${inputTokens + maximum} tokens.`;
    return refuse(400, message);
  }
  const to = language === "English" ? "en" : "ja";
  const whole = (options.translate ?? standInTranslation)(text, to);
  const words = cutAt(whole, maximum);
  const reason = words === whole ? "stop" : "length";
  const usage = {
    prompt_tokens: inputTokens,
    completion_tokens: roughTokens(words),
    total_tokens: inputTokens + roughTokens(words),
  };
  if (mode === "transform") return jsonReply({ statusCode: 200, outputs: words.replace(/[\r\n]+$/, "") });
  if (stream !== true)
    return jsonReply({
      id: "cmpl-1",
      object: "text_completion",
      choices: [{ index: 0, text: words, finish_reason: reason }],
      usage,
    });
  const withUsage = isRecord(streamOptions) && streamOptions.include_usage === true;
  return bodyReply([
    ...inWrites(plamoFrames(words, reason)),
    ...(withUsage ? [frame({ id: "cmpl-1", object: "text_completion", choices: [], usage })] : []),
    "data: [DONE]\n\n",
  ]);
}

/** The events of a completion: pieces of four characters, then the reason. */
export function plamoFrames(words: string, reason: string | null = "stop"): string[] {
  const frames = (words.match(/[^]{1,4}/gu) ?? []).map((text) =>
    frame({ id: "cmpl-1", object: "text_completion", choices: [{ index: 0, text, finish_reason: null }] }),
  );
  const last = { index: 0, text: "", finish_reason: reason, stop_reason: reason === "stop" ? token : null };
  return reason === null ? frames : [...frames, frame({ id: "cmpl-1", object: "text_completion", choices: [last] })];
}

/** Many events a network read, as a server under load writes them. */
function inWrites(frames: readonly string[]): string[] {
  const size = Math.ceil(frames.length / 5);
  return Array.from({ length: 5 }, (_, index) => frames.slice(index * size, (index + 1) * size).join("")).filter(
    (part) => part !== "",
  );
}

/** The request that the gateway's policy makes of its own form; another form goes through as it is. */
function transformed(body: Record<string, unknown>): Record<string, unknown> {
  const { inputs } = body;
  if (!isRecord(inputs)) return body;
  const { input_text: text, option } = inputs;
  const languages: Record<string, [string, string]> = {
    Jp2En: ["Japanese", "English"],
    En2Jp: ["English", "Japanese"],
  };
  const [from, to] = languages[String(option)] ?? [];
  if (from === undefined || typeof text !== "string") return body;
  return {
    model: "pfnet/plamo-2-translate",
    max_tokens: 1024,
    temperature: 0,
    stop: token,
    prompt: `${token}dataset translation ${token}input lang=${from} ${text} ${token}output lang=${to}\n`,
  };
}

/** The server's own count: a token for each wide character, one for three others. */
export function roughTokens(text: string): number {
  let tokens = 0;
  for (const character of text) tokens += character.charCodeAt(0) >= 0x80 ? 1 : 1 / 3;
  return Math.ceil(tokens);
}

function cutAt(text: string, tokens: number): string {
  let end = text.length;
  while (roughTokens(text.slice(0, end)) > tokens) end = Math.floor(end * 0.95);
  return text.slice(0, end);
}

/** As many sentences as the source and its figures, in letters of the other language; a space before, a line end behind. */
export function standInTranslation(text: string, to: "ja" | "en"): string {
  const words =
    to === "en"
      ? text
          .normalize("NFKC")
          .replace(/[\u3041-\u30ff\u3400-\u9fff]+/g, (run) => ` word${"s".repeat(run.length)}`)
          .replace(/。/g, ".")
          .replace(/、/g, ",")
          .trim()
      : text.replace(/[A-Za-z' ]+/g, (run) => "訳".repeat(Math.ceil(run.length / 2))).replace(/\./g, "。");
  return ` ${words}\n`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Prompts that a server was asked, without the frame of tokens. */
export function askedTexts(requests: readonly ReceivedRequest[]): string[] {
  return requests.map(({ json }) => {
    const inputs = json.inputs;
    if (isRecord(inputs)) return String(inputs.input_text);
    return promptForm.exec(String(json.prompt))?.[2] ?? "";
  });
}

/** Ends a reply in the middle. */
export function reset(response: ServerResponse): void {
  response.socket?.resetAndDestroy();
}

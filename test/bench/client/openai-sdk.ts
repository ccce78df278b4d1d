import OpenAI from "openai";
import { messages, type ClientUnderTest } from "./client-under-test";

let client: OpenAI | undefined;

/** The OpenAI SDK, used as its documentation shows. */
export const openaiSdk: ClientUnderTest = async (baseUrl, model) => {
  client ??= new OpenAI({ baseURL: baseUrl, apiKey: "none" });
  const stream = await client.chat.completions.create({
    model,
    messages,
    stream: true,
    stream_options: { include_usage: true },
  });
  let text = "";
  let finish: string | null = null;
  for await (const chunk of stream) {
    const choice = chunk.choices[0];
    if (choice?.delta.content) text += choice.delta.content;
    if (choice?.finish_reason) finish = choice.finish_reason;
  }
  return { text, finish };
};

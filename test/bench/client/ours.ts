import { createChatClient, type ChatClient } from "@genai-office/shared/gateway";
import { messages, type ClientUnderTest } from "./client-under-test";

let client: ChatClient | undefined;

/** The product's client as it ships. */
export const ours: ClientUnderTest = async (baseUrl, model) => {
  client ??= createChatClient({ baseUrl });
  let text = "";
  for await (const event of client.streamChat({ model, messages })) {
    if (event.type === "text-delta") text += event.text;
    else if (event.type === "finished") return { text, finish: event.reason };
    else if (event.type === "failed") throw event.error;
  }
  return { text, finish: null };
};

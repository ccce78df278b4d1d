import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A model with a limit: what goes beyond it is refused, as servers of contract `openai` do, and counted. */
export interface NarrowModel {
  /** Base address for contract `openai`. */
  url: string;
  prompts: number;
  refused: number;
  /** Of prompt and room for the answer together. */
  largestTokens: number;
  stop(): Promise<void>;
}

/** As many tokens as the hungriest model on trial makes of a character. */
const tokensPerCharacter = 1.2;

/**
 * Stands before a model and lets through what fits.
 * @param behind base address of the model
 * @param contextTokens of prompt and answer together
 * @param delayMs how long each answer waits, as a model thinks
 */
export async function startNarrowModel(behind: string, contextTokens: number, delayMs: number): Promise<NarrowModel> {
  const counts = { prompts: 0, refused: 0, largestTokens: 0 };
  const server = createServer((incoming, response) => {
    const parts: Buffer[] = [];
    incoming.on("data", (part: Buffer) => parts.push(part));
    incoming.on("end", () => {
      const body = Buffer.concat(parts).toString("utf8");
      const answer = async (): Promise<void> => {
        if (incoming.method === "POST") {
          const tokens = tokensOf(body);
          counts.prompts += 1;
          counts.largestTokens = Math.max(counts.largestTokens, tokens);
          if (tokens > contextTokens) {
            counts.refused += 1;
            const error = {
              message: "too many tokens",
              code: "context_length_exceeded",
              type: "invalid_request_error",
            };
            response.writeHead(400, { "Content-Type": "application/json" }).end(JSON.stringify({ error }));
            return;
          }
          await new Promise((go) => setTimeout(go, delayMs));
        }
        const passed = await fetch(`${behind}${(incoming.url ?? "").replace(/^\/v1/, "")}`, {
          method: incoming.method ?? "GET",
          headers: { "Content-Type": "application/json" },
          ...(incoming.method === "POST" ? { body } : {}),
        });
        response.writeHead(passed.status, { "Content-Type": passed.headers.get("content-type") ?? "" });
        response.end(Buffer.from(await passed.arrayBuffer()));
      };
      answer().catch(() => response.destroy());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    get prompts() {
      return counts.prompts;
    },
    get refused() {
      return counts.refused;
    },
    get largestTokens() {
      return counts.largestTokens;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function tokensOf(body: string): number {
  const { messages, max_tokens, max_completion_tokens } = JSON.parse(body) as {
    messages: { content: string }[];
    max_tokens?: number;
    max_completion_tokens?: number;
  };
  const characters = messages.reduce((sum, { content }) => sum + content.length, 0);
  return Math.ceil(characters * tokensPerCharacter) + (max_tokens ?? max_completion_tokens ?? 0);
}

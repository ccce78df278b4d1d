import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { invention, nextFault, plantedLine } from "./planted-lines";
import { readPrompt, type MinutesPrompt, type PromptLine } from "./prompt-lines";
import { trueLine } from "./true-lines";
import { faults, formatLine, type WrittenLine } from "./written-line";

export interface PlantingModel {
  /** Base address for contract `openai`. */
  url: string;
  /** Everything it wrote in reading the transcript, true and planted; each planted line once. */
  written: WrittenLine[];
  planted: () => WrittenLine[];
  close(): Promise<void>;
}

/** Share of an answer that true lines may take; the rest is for what is planted. */
const trueShare = 0.7;

/** Share of the meeting by which everything is planted: the last windows may hold less than was counted. */
const plantedBy = 0.9;

/**
 * A server of contract `openai` that takes minutes as a model would that can be trusted in all but `count` lines: these are
 * planted where the transcript has what their fault needs, spread over the meeting, and inventions in the place of what it has
 * not, so that there are always exactly as many. It knows nothing but the prompt.
 * @param utterances how many different ones there are in all, to spread what is planted
 */
export async function startPlantingModel(count: number, utterances: number): Promise<PlantingModel> {
  const written: WrittenLine[] = [];
  const planted: WrittenLine[] = [];
  const used = new Set<string>();
  const seen = new Set<string>();
  let turn = 0;
  let invented = 0;

  const isKnown = ({ text, owner, due }: WrittenLine, here: readonly WrittenLine[]): boolean =>
    [...planted, ...here].some((line) => line.text === text && line.owner === owner && line.due === due);

  const plant = (prompt: MinutesPrompt): WrittenLine[] => {
    const fresh = prompt.lines.filter(({ text }) => !used.has(text));
    for (const { text } of prompt.lines) seen.add(text);
    const due = Math.min(count, Math.ceil((count * seen.size) / (utterances * plantedBy))) - planted.length;
    const here: WrittenLine[] = [];
    // Every kind has its turn; one for which no line has what it needs passes it on.
    for (let passed = 0; here.length < due && passed < faults.length;) {
      const fault = nextFault(turn);
      const one = spread(fresh, due)
        .filter(({ text }) => !used.has(text))
        .map((line) => ({ line, planted: plantedLine(line, prompt.lines, fault, turn) }))
        .find(({ planted: lie }) => lie !== undefined && !isKnown(lie, here));
      turn += 1;
      passed = one === undefined ? passed + 1 : 0;
      if (one === undefined) continue;
      // What was invented beside an utterance leaves its words for a true line.
      if (fault !== "invented") used.add(one.line.text);
      here.push(one.planted!);
    }
    // What the window has nothing left for is invented.
    for (let at = 0; here.length < due && prompt.lines.length > 0; at += 1) {
      const text = invention(invented);
      invented += 1;
      if ([...planted, ...here].some((line) => line.text === text)) continue;
      here.push({ kind: "discussion", text, cites: prompt.lines[at % prompt.lines.length]!.number, fault: "invented" });
    }
    planted.push(...here);
    return here;
  };

  const answer = (text: string): string => {
    const prompt = readPrompt(text);
    if (prompt.part === "merge")
      return prompt.lines
        .map((line) => (line.text.startsWith("議題") ? line.text : `${line.text} [${line.number}]`))
        .join("\n");
    const lies = plant(prompt);
    const lines: WrittenLine[] = [];
    let room = prompt.characters * trueShare;
    const found = spread(prompt.lines, 40).flatMap((line) => (used.has(line.text) ? [] : (trueLine(line) ?? [])));
    // A model that keeps to its room leaves out discussion first.
    for (const one of [
      ...found.filter(({ kind }) => kind !== "discussion"),
      ...found.filter(({ kind }) => kind === "discussion"),
    ]) {
      if (one.text.length + 20 > room) continue;
      room -= one.text.length + 20;
      lines.push(one);
    }
    const all = [...lines, ...lies].sort((a, b) => a.cites - b.cites);
    written.push(...all);
    return ["議題：会議の内容", ...all.map(formatLine)].join("\n");
  };

  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      if (request.method !== "POST") {
        response.writeHead(200, { "Content-Type": "application/json" }).end('{"data":[{"id":"planting"}]}');
        return;
      }
      const { messages, stream } = JSON.parse(body) as { messages: { content: string }[]; stream?: boolean };
      const content = answer(messages.map((message) => message.content).join("\n"));
      const head = { id: "planting", object: "chat.completion", created: 0, model: "planting" };
      if (stream !== true) {
        const choices = [{ index: 0, message: { role: "assistant", content }, finish_reason: "stop" }];
        response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify({ ...head, choices }));
        return;
      }
      response.writeHead(200, { "Content-Type": "text/event-stream" });
      const chunk = (choice: object): string =>
        `data: ${JSON.stringify({ ...head, object: "chat.completion.chunk", choices: [{ index: 0, ...choice }] })}\n\n`;
      for (const piece of content.match(/[^]{1,400}/gu) ?? []) response.write(chunk({ delta: { content: piece } }));
      response.end(`${chunk({ delta: {}, finish_reason: "stop" })}data: [DONE]\n\n`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    written,
    planted: () => planted,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Lines in the order in which they cover a meeting evenly: every nth, then the others. */
function spread(lines: readonly PromptLine[], wanted: number): PromptLine[] {
  const step = Math.max(1, Math.floor(lines.length / Math.max(1, wanted)));
  return Array.from({ length: step }, (_none, from) => lines.filter((_line, index) => index % step === from)).flat();
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

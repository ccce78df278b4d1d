import { fence, type MarkerSource, randomMarker } from "../../prompts/fence";
import type { ChatMessage, ModelCard, Step } from "../../vocabulary";

/** The body of NEC's chat (https://docs.cotomi.nec-cloud.com/cotomi-api.html). */
export interface CotomiRequest {
  userContent: string;
  systemContent?: string;
  historyId: "new";
  /** Nothing is kept on the server. */
  oneshot: true;
  model: string;
  stream: boolean;
  /** Characters an event, 1 to 1,000. */
  streamNum?: number;
  /** The server's default is 1,024. */
  maxTokens: number;
}

/** Fewer, larger events than the server's default of 10 characters: the words still come several times a second. */
const charactersPerEvent = 20;

/**
 * The body of a step. One text of the user and one of the system is all this wire has: system texts are joined, and a
 * conversation is told inside the user's text.
 * @param marker draws the word of the fence around each turn; tests give a fixed one
 */
export function cotomiRequest(
  step: Step,
  card: ModelCard,
  composeMessages: (step: Step, card: ModelCard) => ChatMessage[],
  marker?: MarkerSource,
): CotomiRequest {
  const messages = composeMessages(step, card).filter((message) => message.content.trim() !== "");
  const system = messages.filter((message) => message.role === "system").map((message) => message.content);
  const asked = step.task === "chat" ? step.options.maximumOutputTokens : undefined;
  const stream = card.streaming !== false;
  return {
    userContent: foldTurns(
      messages.filter((message) => message.role !== "system"),
      marker,
    ),
    ...(system.length === 0 ? {} : { systemContent: system.join("\n\n") }),
    historyId: "new",
    oneshot: true,
    model: card.upstreamModel ?? card.id,
    stream,
    ...(stream ? { streamNum: charactersPerEvent } : {}),
    maxTokens: Math.min(asked ?? card.outputTokens, card.outputTokens),
  };
}

/** Tells a conversation as one text: each turn fenced, so that none can pretend to be another's, and the task last. */
function foldTurns(turns: readonly ChatMessage[], marker: MarkerSource = randomMarker): string {
  const last = turns.at(-1);
  if (turns.length <= 1) return last?.content ?? "";
  const told = last!.role === "user" ? turns.slice(0, -1) : turns;
  const task =
    last!.role === "user"
      ? `上の会話に続く利用者の次の発言に答えてください。\n\n${last!.content}`
      : "アシスタントの最後の発言の続きだけを書いてください。";
  const word = marker();
  const spoken = told.map(({ role, content }) =>
    fence(content, role === "user" ? "利用者" : "アシスタント", () => word),
  );
  return ["これまでの会話です。", ...spoken, task].join("\n\n");
}

import type { ChatMessage, ModelCard, Step, TaskName } from "../../vocabulary";

/** What 源内 Web is asked, over REST and over the Lambda stream alike (reference page on GENAI's contracts, 3.3 and 3.5). */
export interface PredictRequest {
  model: { type: "bedrock"; modelId: string };
  /** Path of the page that asks; chooses the server's parameters for the use case. */
  id: string;
  messages: ChatMessage[];
}

/** Only a path that begins with /chat turns on prompt caching: the text of a document is no conversation to be kept. */
const pages: Readonly<Record<TaskName, string>> = {
  summarize: "/summarize",
  translate: "/translate",
  minutes: "/generate",
  reply: "/generate",
  thread: "/generate",
  ask: "/chat",
  answer: "/generate",
  research: "/generate",
  chat: "/chat",
};

/**
 * The request of a step. The model is always named: without it 源内 answers with its lightest one.
 * @param composeMessages makes the step's messages; what it throws is passed on
 */
export function predictRequest(
  step: Step,
  card: ModelCard,
  composeMessages: (step: Step, card: ModelCard) => ChatMessage[],
): PredictRequest {
  return {
    model: { type: "bedrock", modelId: card.upstreamModel ?? card.id },
    id: pages[step.task],
    messages: conversation(composeMessages(step, card), card.systemText === "dropped"),
  };
}

/**
 * Messages as 源内 passes them on whole: it reads the first system text only, and none for the models whose card says
 * "dropped"; and the service behind it takes turns that alternate and refuses empty ones.
 */
function conversation(messages: readonly ChatMessage[], systemDropped: boolean): ChatMessage[] {
  const spoken = messages.filter((message) => message.content.trim() !== "");
  const system = spoken.filter((message) => message.role === "system").map((message) => message.content);
  const turns = mergeTurns(spoken.filter((message) => message.role !== "system"));
  if (system.length === 0) return turns;
  const instructions = system.join("\n\n");
  if (!systemDropped) return [{ role: "system", content: instructions }, ...turns];
  const first = turns.findIndex((message) => message.role === "user");
  if (first === -1) return [{ role: "user", content: instructions }, ...turns];
  return turns.map((turn, index) =>
    index === first ? { ...turn, content: `${instructions}\n\n${turn.content}` } : turn,
  );
}

/** Neighbours of one role become one turn. */
function mergeTurns(messages: readonly ChatMessage[]): ChatMessage[] {
  const turns: ChatMessage[] = [];
  for (const { role, content } of messages) {
    const last = turns.at(-1);
    if (last?.role === role) last.content += `\n\n${content}`;
    else turns.push({ role, content });
  }
  return turns;
}

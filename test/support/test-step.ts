import type { ModelCard, Step } from "@genai-office/shared/vocabulary";

const base = {
  promptVersion: "test/1",
  model: "test-model",
  declaredClass: "none",
  confirmed: false,
  documentHash: "0".repeat(64),
  blocks: [{ id: "b1", kind: "paragraph", text: "令和８年度の補正予算案は、総額１，２５０万円です。" }],
} as const;

const options: { [Task in Step["task"]]: Extract<Step, { task: Task }>["options"] } = {
  summarize: { part: "chunk", length: { kind: "page" }, language: "ja", targetCharacters: 100 },
  translate: { from: "ja", to: "en", terms: [] },
  minutes: { part: "chunk", speakers: [] },
  reply: { intention: "了解と伝える", tone: "polite", language: "ja" },
  thread: { part: "chunk", language: "ja", me: [] },
  ask: { question: "", history: [], language: "ja" },
  answer: { part: "final", question: "総額はいくらか。", form: "plain", language: "ja" },
  research: {
    app: "test-team/test-app",
    inputs: { values: { input_text: "法律" }, files: {} },
    sessionId: "0f8fad5b-d9cb-469f-a165-70867728950e",
  },
  chat: { messages: [{ role: "user", content: "要約してください。" }] },
};

/** A valid step of a task, over one short paragraph. */
export function stepOf<Task extends Step["task"]>(task: Task): Extract<Step, { task: Task }> {
  return { ...base, blocks: [...base.blocks], task, options: options[task] } as unknown as Extract<
    Step,
    { task: Task }
  >;
}

/** A card of a model that does everything; `fields` replaces what a test is about. */
export function testCard(fields: Partial<ModelCard> = {}): ModelCard {
  return {
    id: "test-model",
    name: { ja: "試験", en: "Test" },
    maker: "test",
    domestic: true,
    contract: "openai",
    contextTokens: 8192,
    outputTokens: 1024,
    tokensPerCharacter: 1.2,
    clearance: "2",
    region: "jp",
    tasks: ["summarize", "translate", "minutes", "reply", "thread", "answer", "ask", "research", "chat"],
    languages: ["ja", "en"],
    assumed: [],
    ...fields,
  };
}

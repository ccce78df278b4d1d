import type { Exchange, Outcome, TeamsEvent, TeamsState } from "./wire";

/** Who says something, and where. */
export interface Speaking {
  readonly conversation: string;
  readonly person: string;
}

/** The way to the fake Teams of the playground's server. Rejects when the server cannot be reached, or refuses. */
export const teamsClient = {
  state: () => load("state") as Promise<TeamsState>,
  log: async () => ((await load("log")) as { exchanges: Exchange[] }).exchanges,

  /** A message; `heard` is false when it went to no bot. */
  async say(
    { conversation, person }: Speaking,
    text: string,
    files: readonly File[],
    mention: boolean,
  ): Promise<Outcome & { heard: boolean }> {
    const form = new FormData();
    for (const [name, value] of Object.entries({ conversation, person, text, mention: String(mention) }))
      form.append(name, value);
    for (const file of files) form.append("files", file, file.name);
    return (await read(await fetch(address("messages"), { method: "POST", body: form }))) as Outcome & {
      heard: boolean;
    };
  },
  postCard: (speaking: Speaking, text: string, card: unknown) => post("cards", { ...speaking, text, card }),
  submit: (speaking: Speaking, activity: string, data: unknown) => post("submit", { ...speaking, activity, data }),
  execute: (speaking: Speaking, activity: string, verb: string, data: unknown) =>
    post("execute", { ...speaking, activity, verb, data }),
  messageAction: (speaking: Speaking, activity: string, command: string, data?: unknown) =>
    post("message-action", { ...speaking, activity, command, ...(data === undefined ? {} : { data }) }),
  giveFeedback: (speaking: Speaking, activity: string, reaction: "like" | "dislike", text: string) =>
    post("feedback", { ...speaking, activity, reaction, text }),
  answerFile: (speaking: Speaking, activity: string, answer: "accept" | "decline") =>
    post("file-consent", { ...speaking, activity, answer }),
  stop: (speaking: Speaking) => post("stop", { ...speaking }),
  toggleFault: (id: string) => post("fault", { id }),

  /**
   * Calls back with every change. The browser connects again by itself when the way breaks; "ready" is told each time, and
   * what was missed in between is in the state.
   * @param onLost the way broke; the browser is trying again
   */
  follow(listener: (event: TeamsEvent) => void, onLost: () => void): void {
    const source = new EventSource(address("events"));
    source.addEventListener("error", onLost);
    source.addEventListener("message", ({ data }) => listener(JSON.parse(data as string) as TeamsEvent));
  },

  fileAddress: (id: string) => address(`files/${encodeURIComponent(id)}`),
};

function address(path: string): string {
  return `/teams/api/${path}`;
}

async function load(path: string): Promise<unknown> {
  return read(await fetch(address(path), { cache: "no-store" }));
}

async function post(path: string, body: object): Promise<Outcome> {
  const headers = { "Content-Type": "application/json" };
  return (await read(await fetch(address(path), { method: "POST", headers, body: JSON.stringify(body) }))) as Outcome;
}

async function read(response: Response): Promise<unknown> {
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.json();
}

import { readFileSync } from "node:fs";
import { act, waitFor } from "@testing-library/react";
import { join } from "node:path";
import { TeamsPage } from "../../../../playground/src/page/teams/teams-page";
import { findTeamsElements } from "../../../../playground/src/page/teams/teams-elements";
import type { Chat, TeamsEvent, TeamsState } from "../../../../playground/src/page/teams/wire";

// The renderer of cards comes as modules that jest does not read; cards are shown by the tests in the browser.
jest.mock("../../../../playground/src/page/teams/messages/card-view", () => ({
  drawCard: () => document.createElement("div"),
}));

const html = readFileSync(join(__dirname, "../../../../playground/src/page/teams/teams.html"), "utf8");

/** What the page asked of the server, and how the server answers: it can be away. */
let requests: { path: string; body: unknown }[];
let isAway: boolean;
let state: TeamsState;
let source: EventTarget;

function chat(id: string, kind: Chat["kind"], text: string): Chat {
  const activity = { type: "message", id: `${id}-1`, text };
  return {
    id,
    kind,
    name: kind === "personal" ? "" : "調査担当",
    members: ["me", "other"],
    activities: [{ id: `${id}-1`, from: "bot", at: 0, activity }],
  };
}

function stateWith(...conversations: Chat[]): TeamsState {
  const people = ["me", "other"].map((id) => ({
    id,
    name: `${id} さん`,
    objectId: id,
    email: `${id}@ministry.example`,
  }));
  return {
    bot: { id: "bot", name: "AIアシスト" },
    tenant: "tenant",
    people,
    conversations,
    commands: [],
    messageActions: [],
    faults: [],
    armed: [],
    answered: {},
  };
}

async function openPage(): Promise<void> {
  document.body.innerHTML = new DOMParser().parseFromString(html, "text/html").body.innerHTML;
  const config = { displayName: "AIアシスト", teamsTabUrl: "about:blank" };
  new TeamsPage(findTeamsElements(), config as never, state, []).start(new URLSearchParams());
  await waitFor(() => expect(source).toBeDefined());
}

const field = () => document.querySelector<HTMLTextAreaElement>("#composer textarea")!;
const press = (selector: string) => document.querySelector<HTMLButtonElement>(selector)!.click();
const shown = () => document.querySelector("#log")!.textContent;
const strip = () => document.querySelector("#messages")!.textContent;
const tell = (event: TeamsEvent) =>
  act(async () => {
    source.dispatchEvent(new MessageEvent("message", { data: JSON.stringify(event) }));
    await Promise.resolve();
  });

beforeEach(() => {
  requests = [];
  isAway = false;
  state = stateWith(chat("first", "personal", "お手伝いをします"), chat("group", "groupChat", "みなさんへ"));
  source = undefined as never;
  globalThis.EventSource = class extends EventTarget {
    constructor() {
      super();
      // eslint-disable-next-line @typescript-eslint/no-this-alias -- the page keeps it to itself
      source = this;
    }
  } as never;
  globalThis.fetch = ((path: string, init?: RequestInit) => {
    if (isAway) return Promise.reject(new TypeError("Failed to fetch"));
    requests.push({ path, body: init?.body });
    const answer = path.endsWith("/state") ? state : { status: 200, heard: true };
    return Promise.resolve({ ok: true, json: () => Promise.resolve(answer) });
  }) as never;
});

test("a server that was started anew has other chats: the person's own is opened, and the page goes on", async () => {
  await openPage();
  expect(shown()).toContain("お手伝いをします");
  source.dispatchEvent(new Event("error"));
  expect(strip()).toContain("つなぎ直しています");
  state = stateWith(chat("second", "personal", "はじめまして"), chat("group-2", "groupChat", "みなさんへ"));
  await tell({ type: "ready" });
  await waitFor(() => expect(shown()).toContain("はじめまして"));
  expect(shown()).not.toContain("お手伝いをします");
  expect(strip()).toContain("起動し直された");
  field().value = "質問です。";
  press(".send-button");
  await waitFor(() => expect(requests.at(-1)!.path).toContain("/messages"));
  expect((requests.at(-1)!.body as FormData).get("conversation")).toBe("second");
});

test("after a connection that broke for a moment the same chat stays open", async () => {
  await openPage();
  press(".chat-entry[data-kind=groupChat]");
  source.dispatchEvent(new Event("error"));
  await tell({ type: "ready" });
  await waitFor(() => expect(strip()).toContain("つながりました"));
  expect(shown()).toContain("みなさんへ");
});

test("what could not be sent is in the box again, and is said to be unsent", async () => {
  await openPage();
  isAway = true;
  field().value = "長い質問です。";
  press(".send-button");
  await waitFor(() => expect(strip()).toContain("送れませんでした"));
  expect(field().value).toBe("長い質問です。");
});

test("what was begun meanwhile is not overwritten by what could not be sent", async () => {
  await openPage();
  isAway = true;
  field().value = "一つ目";
  press(".send-button");
  field().value = "二つ目";
  await waitFor(() => expect(strip()).toContain("送れませんでした"));
  expect(field().value).toBe("二つ目");
});

test("each message in a group has its own mention", async () => {
  await openPage();
  press(".chat-entry[data-kind=groupChat]");
  press(".mention-button");
  field().value = "要約して";
  press(".send-button");
  await waitFor(() => expect((requests.at(-1)!.body as FormData).get("mention")).toBe("true"));
  field().value = "ところで昼食は";
  press(".send-button");
  await waitFor(() => expect((requests.at(-1)!.body as FormData).get("mention")).toBe("false"));
});

test("a press on 中止 shows at once that it was felt, is sent once, and the next answer can be stopped again", async () => {
  await openPage();
  const writing = (streaming: "streaming" | undefined): TeamsEvent => ({
    type: "activity",
    change: "updated",
    conversation: "first",
    activity: {
      id: "first-2",
      from: "bot",
      at: 1,
      activity: { type: "message", text: "書きかけ" },
      ...(streaming && { streaming }),
    },
  });
  await tell(writing("streaming"));
  const stop = document.querySelector<HTMLButtonElement>(".stop-button")!;
  expect([stop.hidden, stop.textContent]).toEqual([false, "中止"]);
  stop.click();
  stop.click();
  await tell(writing("streaming"));
  expect(stop.textContent).toBe("中止しています");
  expect(requests.filter(({ path }) => path.endsWith("/stop"))).toHaveLength(1);
  await tell(writing(undefined));
  expect(stop.hidden).toBe(true);
  await tell(writing("streaming"));
  expect([stop.hidden, stop.textContent]).toEqual([false, "中止"]);
  isAway = true;
  stop.click();
  await waitFor(() => expect(strip()).toContain("送れませんでした"));
  expect(stop.textContent).toBe("中止");
});

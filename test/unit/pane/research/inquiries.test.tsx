import { waitFor } from "@testing-library/react";
import { GenaiError } from "@genai-office/shared/vocabulary";
import { createInquiries, type Inquiries } from "../../../../shared/src/pane/research/jobs/inquiries";
import { browserInquiryStore, pendingStored } from "../../../../shared/src/pane/research/jobs/inquiry-store";
import { appCard, ScriptedApps } from "./scripted-apps";

const opened: Inquiries[] = [];

/** A pane: what it keeps is in the browser's own storage, as for every other pane of the machine. */
function openPane(apps = new ScriptedApps()) {
  const inquiries = createInquiries({
    backend: () => Promise.resolve(apps),
    store: browserInquiryStore(),
    backOffMs: [20],
  });
  opened.push(inquiries);
  return { apps, inquiries, first: () => inquiries.list()[0]! };
}

type Pane = ReturnType<typeof openPane>;

function ask(pane: Pane, question = "委託契約の再委託の制限は？") {
  return pane.inquiries.ask({
    app: appCard(),
    inputs: { values: { input_text: question }, files: {} },
    declaredClass: "1",
    confirmed: true,
  });
}

async function run(pane: Pane, index = 0) {
  await waitFor(() => expect(pane.apps.runs.length).toBeGreaterThan(index));
  return pane.apps.runs[index]!;
}

async function accepted(pane: Pane, ticket = "ticket-1") {
  const started = await run(pane, pane.apps.runs.length === 0 ? 0 : pane.apps.runs.length - 1);
  started.emit({ type: "accepted", ticket }, { type: "waiting", state: "running", nextLookMs: 30_000 });
  await waitFor(() => expect(pane.first().nextLookAt).toBeDefined());
  return started;
}

beforeEach(() => {
  window.localStorage.clear();
  jest.spyOn(console, "warn").mockImplementation(() => undefined);
});

afterEach(() => {
  opened.splice(0).forEach((inquiries) => inquiries.close());
  jest.restoreAllMocks();
});

describe("an answer at once", () => {
  it("streams in, and is not kept in the storage", async () => {
    const pane = openPane();
    ask(pane);
    const { step, emit } = await run(pane);
    expect(step).toMatchObject({
      task: "research",
      model: "apps",
      declaredClass: "1",
      confirmed: true,
      blocks: [],
      options: { app: "law", inputs: { values: { input_text: "委託契約の再委託の制限は？" } } },
    });
    emit({ type: "text-delta", text: "再委託は" });
    await waitFor(() => expect(pane.first().text).toBe("再委託は"));
    emit({ type: "text-delta", text: "承認が要る[1]。" }, { type: "finished", reason: "stop" });
    await waitFor(() => expect(pane.first().status).toBe("done"));
    expect(pane.first().text).toBe("再委託は承認が要る[1]。");
    expect(JSON.stringify(window.localStorage)).not.toContain("再委託");
  });

  it("that is empty is a failure, not an answer", async () => {
    const pane = openPane();
    ask(pane);
    (await run(pane)).emit({ type: "finished", reason: "stop" });
    await waitFor(() => expect(pane.first().error?.code).toBe("output-empty"));
  });

  it("that failed says why, and is not asked again by itself", async () => {
    const pane = openPane();
    ask(pane);
    const error = new GenaiError("connection-lost", "x", { retryable: true });
    (await run(pane)).emit({ type: "failed", error, partial: "" });
    await waitFor(() => expect(pane.first().status).toBe("failed"));
    expect(pane.apps.runs).toHaveLength(1);
  });
});

describe("a long inquiry", () => {
  it("is kept with ticket, app, first words and time, and nothing of its answer", async () => {
    const pane = openPane();
    ask(pane, "あ".repeat(60));
    const { emit } = await accepted(pane);
    const kept = window.localStorage.getItem("genai-office.inquiries")!;
    expect(JSON.parse(kept)).toMatchObject([{ ticket: "ticket-1", appName: "法制度調査", status: "waiting" }]);
    expect(kept).toContain(`${"あ".repeat(40)}…`);
    expect(kept).not.toContain("あ".repeat(41));
    emit({ type: "text-delta", text: "長い答え" }, { type: "finished", reason: "stop" });
    await waitFor(() => expect(pane.first().status).toBe("done"));
    expect(window.localStorage.getItem("genai-office.inquiries")).not.toContain("長い答え");
  });

  it("goes on in the next opening of the pane, by its ticket and without its inputs", async () => {
    const before = openPane();
    ask(before);
    await accepted(before);
    expect(pendingStored()).toBe(1);
    before.inquiries.close();
    const after = openPane();
    const { step, emit } = await run(after);
    expect(step.options).toMatchObject({ app: "law", ticket: "ticket-1", inputs: { values: {}, files: {} } });
    expect(step.declaredClass).toBe("1");
    emit({ type: "text-delta", text: "答え" }, { type: "finished", reason: "stop" });
    await waitFor(() => expect(after.first()).toMatchObject({ status: "done", text: "答え" }));
  });

  it("is asked for again when the way there broke, with its ticket", async () => {
    const pane = openPane();
    ask(pane);
    const lost = new GenaiError("connection-lost", "x", { retryable: true });
    (await accepted(pane)).emit({ type: "text-delta", text: "半分" }, { type: "failed", error: lost, partial: "半分" });
    const { step, emit } = await run(pane, 1);
    expect(step.options.ticket).toBe("ticket-1");
    expect(pane.first().status).toBe("waiting");
    emit({ type: "text-delta", text: "全部" }, { type: "finished", reason: "stop" });
    await waitFor(() => expect(pane.first()).toMatchObject({ status: "done", text: "全部" }));
  });

  it("that nobody waits for any more stays in the list, and can be waited for again", async () => {
    const pane = openPane();
    const id = ask(pane);
    const { signal } = await accepted(pane);
    pane.inquiries.pause(id);
    expect(signal.aborted).toBe(true);
    expect(pane.first().status).toBe("paused");
    const next = openPane();
    expect(next.first().status).toBe("paused");
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(next.apps.runs).toHaveLength(0);
    next.inquiries.resume(id);
    expect((await run(next)).step.options.ticket).toBe("ticket-1");
  });

  it("that is taken off the list is gone", async () => {
    const pane = openPane();
    const id = ask(pane);
    const { signal } = await accepted(pane);
    pane.inquiries.remove(id);
    expect(signal.aborted).toBe(true);
    expect(pane.inquiries.list()).toEqual([]);
    expect(openPane().inquiries.list()).toEqual([]);
  });

  it("whose answer was there before is fetched again, from its start", async () => {
    const before = openPane();
    const id = ask(before);
    (await accepted(before)).emit({ type: "text-delta", text: "答え" }, { type: "finished", reason: "stop" });
    await waitFor(() => expect(before.first().status).toBe("done"));
    before.inquiries.see(id);
    before.inquiries.close();
    expect(pendingStored()).toBe(0);
    const after = openPane();
    expect(after.first()).toMatchObject({ status: "done", text: "" });
    after.inquiries.resume(id);
    (await run(after)).emit({ type: "text-delta", text: "答え" }, { type: "finished", reason: "stop" });
    await waitFor(() => expect(after.first()).toMatchObject({ status: "done", text: "答え" }));
  });

  it("asks for the sign-in instead of trying again and again", async () => {
    const pane = openPane();
    ask(pane);
    const error = new GenaiError("sign-in-required", "x");
    (await accepted(pane)).emit({ type: "failed", error, partial: "" });
    await waitFor(() => expect(pane.first()).toMatchObject({ status: "paused", error: { code: "sign-in-required" } }));
  });

  it("that the app could not do is over", async () => {
    const pane = openPane();
    ask(pane);
    (await accepted(pane)).emit({ type: "failed", error: new GenaiError("upstream-error", "x"), partial: "" });
    await waitFor(() => expect(pane.first().status).toBe("failed"));
  });

  it("leaves room for others: with three, the one that was looked at gives its place", async () => {
    const pane = openPane();
    for (const ticket of ["a", "b", "c"]) {
      ask(pane, ticket);
      await waitFor(() =>
        expect(pane.apps.runs.some(({ step }) => step.options.inputs.values["input_text"] === ticket)).toBe(true),
      );
      pane.apps.runs.at(-1)!.emit({ type: "accepted", ticket });
      await waitFor(() => expect(pane.first().ticket).toBe(ticket));
    }
    pane.inquiries.close();
    const after = openPane();
    await run(after, 1);
    // Which of the two is asked for first, neither knows.
    expect(after.apps.runs.map(({ step }) => step.options.ticket).sort()).toEqual(["a", "b"]);
    after.apps.runs[0]!.emit({ type: "waiting", state: "running", nextLookMs: 30_000 });
    expect((await run(after, 2)).step.options.ticket).toBe("c");
    expect(after.inquiries.list().every(({ status }) => status === "waiting")).toBe(true);
  });

  it("is taken off by another pane as well", async () => {
    const pane = openPane();
    ask(pane);
    const { signal } = await accepted(pane);
    window.localStorage.setItem("genai-office.inquiries", "[]");
    window.dispatchEvent(new StorageEvent("storage", { key: "genai-office.inquiries" }));
    expect(pane.inquiries.list()).toEqual([]);
    expect(signal.aborted).toBe(true);
  });
});

describe("the storage", () => {
  it("may hold anything, or nothing may be stored: the list is then empty and lives with the pane", async () => {
    window.localStorage.setItem("genai-office.inquiries", '[{"id":1},null,{"status":"waiting"}]');
    expect(openPane().inquiries.list()).toEqual([]);
    jest.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new DOMException("denied", "SecurityError");
    });
    const pane = openPane();
    ask(pane);
    await accepted(pane);
    expect(pane.inquiries.stored()).toBe(false);
    expect(pane.first().status).toBe("waiting");
  });
});

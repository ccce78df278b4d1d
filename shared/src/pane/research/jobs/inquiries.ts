import { researchStep } from "../../../tasks/research";
import {
  asGenaiError,
  GenaiError,
  type AppCard,
  type AppInputs,
  type AppTurn,
  type ConfidentialityClass,
  type GenaiErrorCode,
} from "../../../vocabulary";
import { diagnose } from "../../diagnostics";
import { createFrameBatcher } from "../../frame-batcher";
import type { ResearchBackend } from "../research-backend";
import { firstWords, storedPart, type Inquiry } from "./inquiry";
import type { InquiryStore } from "./inquiry-store";
import { ownValue } from "../own-value";
import { withLock } from "./wait-lock";

export interface AskOptions {
  app: AppCard;
  inputs: AppInputs;
  declaredClass: ConfidentialityClass;
  confirmed: boolean;
  /** Of a conversation that goes on. */
  sessionId?: string | undefined;
  conversation?: AppTurn[] | undefined;
}

export interface InquiriesOptions {
  backend(): Promise<Pick<ResearchBackend, "run">>;
  store: InquiryStore;
  now?: () => number;
  /** Pauses after waits that were broken off by the way there, one after the other; the last one again and again. */
  backOffMs?: readonly number[];
}

/** The inquiries of this machine: those asked here, and those that earlier openings of the pane have left. Newest first. */
export interface Inquiries {
  list(): readonly Inquiry[];
  subscribe(changed: () => void): () => void;
  /** False when the list cannot be kept beyond this pane. */
  stored(): boolean;
  /** Asks an app; returns the id of the inquiry. Nothing here rejects: what goes wrong is in the inquiry. */
  ask(options: AskOptions): string;
  /** Stops waiting. The app works on all the same, and the inquiry stays in the list. */
  pause(id: string): void;
  /** Goes on waiting, or fetches an answer that was there before. */
  resume(id: string): void;
  /** Takes an inquiry off the list; its answer cannot be found from here any more. */
  remove(id: string): void;
  see(id: string): void;
  close(): void;
}

/** Waits at the same time: each holds a connection, of which a browser has six for all panes of one address. */
const waitsAtOnce = 2;
/** When a wait was broken off by the way there: a little longer each time. */
const usualBackOff: readonly number[] = [5_000, 15_000, 60_000, 300_000];
/** Another pane waits for it; by then it may be closed. */
const otherPaneMs = 30_000;

/** Failures of the way, not of the inquiry: with a ticket the wait goes on. */
const passing: readonly GenaiErrorCode[] = [
  "connection-failed",
  "connection-lost",
  "incomplete-stream",
  "timeout",
  "rate-limited",
  "unavailable",
  "server-error",
];

/** See `Inquiries`. */
export function createInquiries(options: InquiriesOptions): Inquiries {
  const { store, backend } = options;
  const now = options.now ?? Date.now;
  const backOff = options.backOffMs ?? usualBackOff;
  let inquiries: Inquiry[] = store.load().map((one) => ({ ...one, text: "", files: [] }));
  let isStored = true;
  const listeners = new Set<() => void>();
  const running = new Map<string, AbortController>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const failures = new Map<string, number>();

  const find = (id: string) => inquiries.find((one) => one.id === id);
  const tell = () => listeners.forEach((listener) => listener());

  function save(): void {
    isStored = store.save(inquiries.filter(({ ticket }) => ticket !== undefined).map(storedPart));
  }

  function change(id: string, values: Partial<Inquiry>): void {
    inquiries = inquiries.map((one) => (one.id === id ? { ...one, ...values } : one));
    if (find(id)?.ticket !== undefined && ("status" in values || "ticket" in values || "seen" in values)) save();
    tell();
  }

  /** Another pane has changed the list: what it took off goes here as well, what it added or finished comes. */
  function merge(): void {
    const others = store.load();
    const known = new Set(others.map(({ id }) => id));
    for (const { id, ticket } of inquiries) if (ticket !== undefined && !known.has(id)) stop(id);
    const merged = others.map((one): Inquiry => {
      const own = find(one.id);
      return own === undefined ? { ...one, text: "", files: [] } : { ...own, status: one.status, seen: one.seen };
    });
    const unstored = inquiries.filter(({ ticket }) => ticket === undefined);
    inquiries = [...unstored, ...merged].sort((a, b) => b.since - a.since);
    tell();
    plan();
  }

  function stop(id: string): void {
    running.get(id)?.abort();
    running.delete(id);
    clearTimeout(timers.get(id));
    timers.delete(id);
  }

  function later(id: string, milliseconds: number): void {
    clearTimeout(timers.get(id));
    timers.set(
      id,
      setTimeout(() => {
        timers.delete(id);
        plan();
      }, milliseconds),
    );
  }

  /** Starts waits, the oldest first, as long as there is room; the others' turn comes when one has been looked at. */
  function plan(): void {
    const ready = inquiries.filter(({ id, status }) => status === "waiting" && !running.has(id) && !timers.has(id));
    for (const { id } of ready.reverse()) {
      if (running.size >= waitsAtOnce) return;
      void wait(id);
    }
  }

  /** True when another inquiry is ready and finds no room. */
  function othersWait(): boolean {
    return inquiries.some(({ id, status }) => status === "waiting" && !running.has(id) && !timers.has(id));
  }

  function wait(id: string): Promise<void> {
    const own = new AbortController();
    running.set(id, own);
    return hold(id, own);
  }

  async function hold(id: string, own: AbortController): Promise<void> {
    const taken = await withLock(`genai-office.inquiry.${id}`, () => run(id, own.signal)).catch((thrown: unknown) => {
      diagnose("an inquiry could not be waited for", thrown);
      return true;
    });
    if (running.get(id) === own) running.delete(id);
    if (!taken) later(id, otherPaneMs);
    plan();
  }

  async function run(id: string, signal: AbortSignal): Promise<void> {
    const inquiry = find(id);
    if (inquiry === undefined) return;
    const started = inquiry.ticket;
    const words = createFrameBatcher<string>((pieces) => {
      const { text = "" } = find(id) ?? {};
      change(id, { text: text + pieces.join("") });
    });
    // A wait that begins anew tells the answer from its start.
    if (started !== undefined) change(id, { text: "", files: [] });
    try {
      const step = await researchStep({
        app: { id: inquiry.app, service: inquiry.service },
        inputs: { ...(inquiry.inputs ?? { values: {}, files: {} }), ...conversationOf(inquiry) },
        declaredClass: inquiry.declaredClass,
        confirmed: inquiry.confirmed,
        sessionId: inquiry.sessionId,
        ...(started === undefined ? {} : { ticket: started }),
      });
      const apps = await backend();
      // An inquiry is a run of its own, however often its answer is waited for.
      for await (const event of apps.run({ ...step, run: id }, signal)) {
        if (signal.aborted) return;
        switch (event.type) {
          case "text-delta":
            words.push(event.text);
            break;
          case "accepted":
            failures.delete(id);
            change(id, { ticket: event.ticket, status: "waiting" });
            break;
          case "waiting":
            failures.delete(id);
            change(id, { remote: event.state, nextLookAt: now() + event.nextLookMs });
            if (othersWait() && running.size >= waitsAtOnce) {
              later(id, event.nextLookMs);
              return;
            }
            break;
          case "artifact":
            change(id, { files: [...(find(id)?.files ?? []), fileOf(event)] });
            break;
          case "finished":
            words.flush();
            end(id, event.reason === "stop" || event.reason === "length" ? undefined : filtered(event.reason));
            return;
          case "failed":
            throw event.error;
          case "aborted":
            return;
          case "progress":
            if (Number.isFinite(event.done) && event.total > 0) {
              change(id, { progress: { done: event.done, total: event.total } });
            }
            break;
          case "usage":
          case "model-switched":
            break;
        }
      }
      throw new GenaiError("incomplete-stream", "the runner ended without a terminal event", { retryable: true });
    } catch (thrown) {
      if (signal.aborted) return;
      words.flush();
      broken(id, asGenaiError(thrown));
    } finally {
      words.cancel();
    }
  }

  function end(id: string, error: GenaiError | undefined): void {
    const { text = "", files = [] } = find(id) ?? {};
    const nothing = error === undefined && text.trim() === "" && files.length === 0;
    const failure = nothing ? new GenaiError("output-empty", "the app gave back nothing") : error;
    change(id, failure === undefined ? { status: "done" } : { status: "failed", error: failure });
  }

  function broken(id: string, error: GenaiError): void {
    diagnose("an inquiry was broken off", error);
    const inquiry = find(id);
    if (inquiry?.ticket === undefined) {
      change(id, { status: "failed", error });
      return;
    }
    if (error.code === "sign-in-required" || error.code === "unauthorized") {
      change(id, { status: "paused", error });
      return;
    }
    if (!passing.includes(error.code)) {
      change(id, { status: "failed", error });
      return;
    }
    const times = failures.get(id) ?? 0;
    failures.set(id, times + 1);
    const pause = Math.max(error.retryAfterMs ?? 0, backOff[Math.min(times, backOff.length - 1)] ?? 0);
    change(id, { status: "waiting", nextLookAt: now() + pause });
    later(id, pause);
  }

  const stopListening = store.onChange(merge);
  plan();

  return {
    list: () => inquiries,
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    stored: () => isStored,
    ask({ app, inputs, declaredClass, confirmed, sessionId, conversation }) {
      const id = crypto.randomUUID();
      const typed = app.fields.filter(({ type }) => type === "textarea" || type === "text");
      const others = app.fields.filter((field) => !typed.includes(field) && field.type !== "hidden");
      const inquiry: Inquiry = {
        id,
        app: app.id,
        appName: app.name,
        service: app.service,
        // A form without a text is known by the first of its other values.
        question: firstWords(
          titled(inputs, app),
          [...typed, ...others].map(({ key }) => key),
        ),
        since: now(),
        sessionId: sessionId ?? crypto.randomUUID(),
        declaredClass,
        confirmed,
        status: "sending",
        seen: false,
        text: "",
        files: [],
        inputs,
        ...(conversation === undefined ? {} : { conversation }),
      };
      inquiries = [inquiry, ...inquiries];
      tell();
      const own = new AbortController();
      running.set(id, own);
      void hold(id, own);
      return id;
    },
    pause(id) {
      stop(id);
      const inquiry = find(id);
      if (inquiry === undefined) return;
      // What was not accepted has no way back: the connection was all there was.
      if (inquiry.ticket === undefined) {
        change(id, { status: "failed", error: new GenaiError("aborted", "cancelled by the person") });
      } else change(id, { status: "paused" });
      plan();
    },
    resume(id) {
      stop(id);
      failures.delete(id);
      const inquiry = find(id);
      if (inquiry?.ticket === undefined) return;
      inquiries = inquiries.map((one) => {
        if (one.id !== id) return one;
        const again = { ...one };
        delete again.error;
        delete again.nextLookAt;
        return again;
      });
      change(id, { status: "waiting" });
      plan();
    },
    remove(id) {
      stop(id);
      inquiries = inquiries.filter((one) => one.id !== id);
      save();
      tell();
      plan();
    },
    see(id) {
      const inquiry = find(id);
      if (inquiry !== undefined && !inquiry.seen && inquiry.status !== "sending" && inquiry.status !== "waiting") {
        change(id, { seen: true });
      }
    },
    close() {
      stopListening();
      for (const { id } of inquiries) stop(id);
    },
  };
}

/** The values as the form shows them: a chosen item by its title. */
function titled({ values }: AppInputs, { fields }: AppCard): Pick<AppInputs, "values"> {
  const shown = fields.flatMap(({ key, items = [] }) => {
    const value = ownValue(values, key);
    if (value === undefined) return [];
    const title = (one: string) => items.find((item) => item.value === one)?.title ?? one;
    return [[key, Array.isArray(value) ? value.map(title) : title(value)] as const];
  });
  return { values: Object.fromEntries(shown) };
}

function conversationOf({ conversation }: Inquiry): Pick<AppInputs, "conversation"> {
  return conversation === undefined || conversation.length === 0 ? {} : { conversation };
}

function fileOf({ name, content, missing }: { name: string; content: string; missing?: GenaiErrorCode }) {
  return missing === undefined ? { name, content } : { name };
}

function filtered(reason: string): GenaiError {
  return reason === "content_filter"
    ? new GenaiError("content-blocked", "the answer was filtered")
    : new GenaiError("upstream-error", `the app stopped for another reason: ${reason}`);
}

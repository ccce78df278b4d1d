import { diagnose } from "../../diagnostics";
import { inquiryStorageKey } from "./inquiry-key";
import type { InquiryStatus, StoredInquiry } from "./inquiry";

const key = inquiryStorageKey;
/** GENAI keeps the history of an inquiry for 364 days; a list of more than this nobody reads. */
const mostKept = 50;
const longestKeptMs = 364 * 86_400_000;

const statuses: readonly InquiryStatus[] = ["waiting", "paused", "done", "failed"];
const classes = ["3", "2", "1", "unknown", "none"] as const;

/** The inquiries that other openings of the pane, on this machine, have left; newest first. */
export interface InquiryStore {
  load(): StoredInquiry[];
  /** False when this frame may not store anything. */
  save(inquiries: readonly StoredInquiry[]): boolean;
  /** Calls back when another pane has changed the list; returns the way to stop. */
  onChange(changed: () => void): () => void;
}

/** The browser's own storage. What is not of the known shape is as if never stored. */
export function browserInquiryStore(now: () => number = Date.now): InquiryStore {
  return {
    load() {
      try {
        const text = window.localStorage.getItem(key);
        const value: unknown = text === null ? [] : JSON.parse(text);
        return (Array.isArray(value) ? value : []).flatMap((one) => readStored(one, now())).slice(0, mostKept);
      } catch (denied) {
        diagnose("the list of inquiries is not available", denied);
        return [];
      }
    },
    save(inquiries) {
      try {
        window.localStorage.setItem(key, JSON.stringify(inquiries.slice(0, mostKept)));
        return true;
      } catch (denied) {
        diagnose("the list of inquiries cannot be stored", denied);
        return false;
      }
    },
    onChange(changed) {
      const listen = (event: StorageEvent) => {
        if (event.key === key || event.key === null) changed();
      };
      window.addEventListener("storage", listen);
      return () => window.removeEventListener("storage", listen);
    },
  };
}

/** Inquiries that are waited for, or whose answer nobody has seen: for the number at the tab, before anything is loaded. */
export function pendingStored(store: Pick<InquiryStore, "load"> = browserInquiryStore()): number {
  return store.load().filter(isPending).length;
}

/** True for one that asks for attention. */
export function isPending({ status, seen }: Pick<StoredInquiry, "status" | "seen">): boolean {
  return status === "waiting" || ((status === "done" || status === "failed") && !seen);
}

function readStored(value: unknown, now: number): StoredInquiry[] {
  if (typeof value !== "object" || value === null) return [];
  const one = value as Record<string, unknown>;
  const texts = ["id", "app", "appName", "service", "question", "sessionId", "ticket"] as const;
  if (!texts.every((name) => typeof one[name] === "string")) return [];
  const status = statuses.find((known) => known === one["status"]);
  const declaredClass = classes.find((known) => known === one["declaredClass"]);
  const since = one["since"];
  if (status === undefined || declaredClass === undefined || typeof since !== "number") return [];
  if (!(now - since < longestKeptMs)) return [];
  const text = one as Record<(typeof texts)[number], string>;
  return [
    {
      id: text.id,
      app: text.app,
      appName: text.appName,
      service: text.service,
      question: text.question,
      sessionId: text.sessionId,
      ticket: text.ticket,
      since,
      status,
      declaredClass,
      confirmed: one["confirmed"] === true,
      seen: one["seen"] === true,
    },
  ];
}

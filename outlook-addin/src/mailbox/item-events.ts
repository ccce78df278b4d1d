import { diagnose } from "@genai-office/shared/pane";
import { headOf, receivedMessage } from "./message-item";

/** Outlook tells of one selection in several events, and early (office-pitfalls O1, O6). */
const restMs = 150;

/** Follows what is selected in Outlook's list. */
export interface ItemEvents {
  /** Number of selections that Outlook has told of so far; two readings with one number between them saw one message. */
  sequence(): number;
  /** True when, since that number, Outlook has told of a received message other than this one. */
  toldOfAnother(since: number, identity: string): boolean;
  /**
   * Calls back when the selection rests after an event of Outlook's own, and whenever the person comes back to the pane,
   * because Outlook does not tell of every selection (office-pitfalls O2, O5). Returns the way to stop.
   */
  subscribe(handler: () => void): () => void;
}

/** Asks Outlook for its events, once for the life of the pane. */
export function followItems(pane: Window = window): ItemEvents {
  /** Identities of the received messages that Outlook has told of, one for each event; undefined for anything else. */
  const told: (string | undefined)[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const handlers = new Set<() => void>();
  const settle = () => {
    clearTimeout(timer);
    timer = setTimeout(() => handlers.forEach((handler) => handler()), restMs);
  };
  Office.context.mailbox.addHandlerAsync(
    Office.EventType.ItemChanged,
    () => {
      const item = receivedMessage();
      told.push(item === undefined ? undefined : headOf(item).identity);
      settle();
    },
    (result) => {
      // A pane that is not pinned gets no events, and needs none: it is opened anew for each message.
      if (result.status !== Office.AsyncResultStatus.Succeeded) diagnose("no events of selections", result.error);
    },
  );
  for (const event of ["focus", "pageshow", "pointerdown"]) pane.addEventListener(event, settle);
  return {
    sequence: () => told.length,
    toldOfAnother: (since, identity) => told.slice(since).some((one) => one !== undefined && one !== identity),
    subscribe(handler) {
      handlers.add(handler);
      return () => handlers.delete(handler);
    },
  };
}

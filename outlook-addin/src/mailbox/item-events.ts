import { diagnose } from "@genai-office/shared/pane";

/** Outlook tells of one selection in several events, and early (office-pitfalls O1, O6). */
const restMs = 150;

/** Follows what is selected in Outlook's list. */
export interface ItemEvents {
  /** Number of selections that Outlook has told of so far; two readings with one number between them saw one message. */
  sequence(): number;
  /**
   * Calls back when the selection rests after an event of Outlook's own, and whenever the person comes back to the pane,
   * because Outlook does not tell of every selection (office-pitfalls O2, O5). Returns the way to stop.
   */
  subscribe(handler: () => void): () => void;
}

/** Asks Outlook for its events, once for the life of the pane. */
export function followItems(pane: Window = window): ItemEvents {
  let sequence = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const handlers = new Set<() => void>();
  const settle = () => {
    clearTimeout(timer);
    timer = setTimeout(() => handlers.forEach((handler) => handler()), restMs);
  };
  Office.context.mailbox.addHandlerAsync(
    Office.EventType.ItemChanged,
    () => {
      sequence += 1;
      settle();
    },
    (result) => {
      // A pane that is not pinned gets no events, and needs none: it is opened anew for each message.
      if (result.status !== Office.AsyncResultStatus.Succeeded) diagnose("no events of selections", result.error);
    },
  );
  for (const event of ["focus", "pageshow", "pointerdown"]) pane.addEventListener(event, settle);
  return {
    sequence: () => sequence,
    subscribe(handler) {
      handlers.add(handler);
      return () => handlers.delete(handler);
    },
  };
}

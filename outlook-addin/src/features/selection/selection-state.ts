import type { HiddenText } from "@genai-office/shared/guards";
import type { ConfidentialityClass, GenaiError } from "@genai-office/shared/vocabulary";
import type { MailHead, MailObstacle, MailReading } from "../../mailbox";

/** The message that the pane is about. */
export interface SelectionState {
  /** "none" when none can be read, undefined until Outlook is connected. */
  mail: MailHead | "none" | undefined;
  /** Why none can be read. */
  obstacle?: MailObstacle | undefined;
  /** Class of the whole message, as it was found without a click; nothing has left for it. */
  foundClass?: ConfidentialityClass | undefined;
  /** What the message holds without showing it. */
  hidden?: HiddenText[] | undefined;
  /** The message as it was looked at. */
  reading?: MailReading | undefined;
  /** Why it could not be looked at. */
  unread?: GenaiError | undefined;
}

export type SelectionEvent =
  /** Another message is selected; undefined: none. */
  | { type: "mail"; mail: MailHead | undefined; obstacle: MailObstacle }
  | { type: "looked"; reading: MailReading; foundClass: ConfidentialityClass }
  | { type: "unread"; identity: string; error: GenaiError };

export const initialSelection: SelectionState = { mail: undefined };

/** What happens on each event. With another message everything that belongs to the one before goes. */
export function reduceSelection(state: SelectionState, event: SelectionEvent): SelectionState {
  const isShown = (identity: string) => typeof state.mail === "object" && state.mail.identity === identity;
  switch (event.type) {
    case "mail":
      return { mail: event.mail ?? "none", ...(event.mail === undefined ? { obstacle: event.obstacle } : {}) };
    case "looked": {
      const { reading, foundClass } = event;
      if (!isShown(reading.identity)) return state;
      return { ...state, reading, foundClass, hidden: reading.hidden ?? [], unread: undefined };
    }
    case "unread":
      return isShown(event.identity) ? { ...state, unread: event.error } : state;
  }
}

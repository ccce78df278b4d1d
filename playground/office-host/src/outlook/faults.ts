/**
 * What goes wrong on purpose, to see how an add-in copes (office-pitfalls, section 4). All may be changed at any time; what is
 * left out goes well.
 */
export interface MailboxFaults {
  /** Milliseconds until a page that starts gets its item. */
  bootDelay?: number;
  /** `ItemChanged` never comes (O2, O6). A function tells for which item; undefined: for no item. */
  eventLost?: boolean | ((itemId: string | undefined) => boolean);
  /** Milliseconds until `ItemChanged` comes (O6). What is selected, and whose body is answered, has changed by then. */
  eventDelay?: number;
  /** How often `ItemChanged` comes for one selection. Default 1. */
  eventRepeats?: number;
  /** `ItemChanged` first comes without an item, and with it after that many milliseconds (O1). */
  itemGap?: number;
  /** Of two selections the event of the second comes first: each waits until the next one is out. */
  eventsSwapped?: boolean;
  /** The page is loaded again instead of getting an event (O3). */
  reloads?: boolean;
  /** The pane goes on being told, and shown, the first item (O4). */
  frozen?: boolean;
  /** A reading pane loses its item for that many milliseconds when an answer is opened beside it (O1). */
  replyGap?: number;
  /**
   * Whom a call is about when another item was selected between the question and the answer: "selected" (default) when it is
   * answered, "asked" when it was asked, "error" 9030 APICallFailedDueToItemChange. Believed: all three are seen.
   */
  answersFor?: "selected" | "asked" | "error";
  /** Milliseconds that calls take, by member ("Body.getAsync"); "*" for those that are not named. */
  delays?: Readonly<Record<string, number>>;
  /** Error code with which calls fail, by member; "*" for those that are not named. */
  errors?: Readonly<Record<string, number>>;
  /** Members that never answer, by name (O4). */
  silent?: readonly string[];
  /** `displayReplyFormAsync` and `displayReplyAllFormAsync` fail: new Outlook with several accounts (O9). */
  replyFormFails?: boolean;
  /** The body of an answer is read back empty (O10). */
  replyBodyEmpty?: boolean;
  /** `body.setAsync` on an answer puts the quoted thread below once more (O10). */
  quoteDoubled?: boolean;
  /** An answer to a mail in plain text is one in plain text, as classic Outlook has it: HTML cannot be inserted there. */
  plainReplies?: boolean;
  /** Attachments of `displayReplyAllForm` are dropped (O11). */
  replyAllDropsAttachments?: boolean;
}

export function eventIsLost(faults: MailboxFaults, itemId: string | undefined): boolean {
  return typeof faults.eventLost === "function" ? faults.eventLost(itemId) : faults.eventLost === true;
}

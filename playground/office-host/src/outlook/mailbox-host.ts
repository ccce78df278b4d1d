import type { MailItem } from "./mail-item";
import { mailboxMethod, memberOf } from "./mailbox-methods";

/** A mailbox method that nobody has emulated: told by its name, so that a test fails loudly. */
export class MailboxNotImplemented extends Error {
  constructor(readonly member: string) {
    super(`${member} is not emulated`);
    this.name = "NotImplemented";
  }
}

/** An answer other than success, by its number in Outlook's table (9000 to 9055; 1000 a coercion type that is unknown). */
export class MailboxError extends Error {
  constructor(readonly code: number) {
    super(`The mailbox answers with error ${code}.`);
    this.name = "MailboxError";
  }
}

const coercionType = { text: 0, html: 3 } as const;
const coercionTypeNotSupported = 1000;
/** `InvalidSelection`-like: there is no item to ask. */
const internalFormatError = 9002;

/** The mailbox behind a pane: which message is selected, and what can be asked about it. */
export interface MailboxHost {
  /** The selected message; undefined when none is. */
  selected(): MailItem | undefined;
  /** Selects another message, or none, as a person does in the list. */
  select(item: MailItem | undefined): void;
  onSelect(handler: () => void): () => void;
  /** Data of the answer. Throws MailboxError, MailboxNotImplemented. */
  call(dispatchId: number, parameters: Readonly<Record<string, unknown>>): unknown;
}

export function createMailboxHost(first: MailItem | undefined): MailboxHost {
  let selected = first;
  const handlers = new Set<() => void>();
  return {
    selected: () => selected,
    select(item) {
      selected = item;
      for (const handler of handlers) handler();
    },
    onSelect(handler) {
      handlers.add(handler);
      return () => handlers.delete(handler);
    },
    call(dispatchId, parameters) {
      if (dispatchId === mailboxMethod.getAllInternetHeaders) {
        if (selected === undefined) throw new MailboxError(internalFormatError);
        return selected.headers ?? "";
      }
      if (dispatchId !== mailboxMethod.getBody) throw new MailboxNotImplemented(memberOf(dispatchId));
      // Calls carry no item id: the host answers about the message that is selected when it gets to the call, even
      // when office.js was asked about the one before. (Believed: office-pitfalls O6.)
      if (selected === undefined) throw new MailboxError(internalFormatError);
      switch (parameters["coercionType"]) {
        case coercionType.text:
          return selected.text;
        case coercionType.html:
          return selected.html ?? selected.text;
        default:
          throw new MailboxError(coercionTypeNotSupported);
      }
    },
  };
}

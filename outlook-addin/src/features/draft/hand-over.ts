import { diagnose } from "@genai-office/shared/pane";
import { GenaiError } from "@genai-office/shared/vocabulary";
import type { MailboxStore } from "../../mailbox";
import { forgetSealed, sealedName } from "./sealed-place";
import { openText, sealText } from "./sealed-text";

/** A draft waits for so long. Milliseconds. */
export const handOverMs = 10 * 60_000;

const ticketKey = "genai-office.hand-over";

/** What goes with the mailbox: the key to a sealed text, and nothing of it. */
interface Ticket {
  id: string;
  key: string;
  /** End of its life, milliseconds since 1970. */
  until: number;
}

/** Where the two halves of a draft wait. */
export interface HandOverPlaces {
  /** Of this person's mailbox. */
  store: MailboxStore;
  /** Of this browser or Outlook on this machine; both panes are of one origin. */
  storage: Storage;
  now(): Date;
}

/**
 * Leaves a draft that is too long for the form of a reply to the pane beside that form (docs/decisions/0022).
 * The text stays on this machine, sealed; its key goes with the mailbox, bound to the conversation. Neither half says anything
 * without the other. A draft that waited before is given up. Rejects with `host-error` when it cannot wait.
 */
export async function leaveDraft(
  text: string,
  conversation: string,
  { store, storage, now }: HandOverPlaces,
): Promise<void> {
  forgetSealed(storage);
  const { key, sealed } = await sealText(text, conversation);
  const ticket: Ticket = { id: crypto.randomUUID(), key, until: now().getTime() + handOverMs };
  try {
    storage.setItem(sealedName(ticket), sealed);
  } catch (cause) {
    throw new GenaiError("host-error", "this frame cannot keep a draft", { cause });
  }
  try {
    await store.set(ticketKey, ticket);
  } catch (thrown) {
    forgetSealed(storage);
    throw thrown;
  }
}

/**
 * The draft that waits for this conversation, once: it is gone before it is given. Undefined when there is none, when it has waited
 * too long, or when it is for another conversation (it then goes on waiting). Rejects with nothing but what `store` rejects with.
 */
export async function takeDraft(
  conversation: string,
  { store, storage, now }: HandOverPlaces,
): Promise<string | undefined> {
  const ticket = readTicket(store.get(ticketKey));
  if (ticket === undefined) return undefined;
  if (ticket.until < now().getTime()) {
    forgetSealed(storage);
    await store.set(ticketKey, undefined);
    return undefined;
  }
  const name = sealedName(ticket);
  const sealed = storage.getItem(name);
  if (sealed === null) return undefined;
  const text = await openText({ key: ticket.key, sealed }, conversation).catch((thrown: unknown) => {
    diagnose("a draft that waits is not for this conversation", thrown);
    return undefined;
  });
  // Whoever takes it out first has it.
  if (text === undefined || storage.getItem(name) === null) return undefined;
  storage.removeItem(name);
  await store.set(ticketKey, undefined);
  return text;
}

/** Gives up a draft that nobody will come for, such as when no form opened. */
export async function giveUpDraft({ store, storage }: Pick<HandOverPlaces, "store" | "storage">): Promise<void> {
  forgetSealed(storage);
  await store.set(ticketKey, undefined);
}

function readTicket(value: unknown): Ticket | undefined {
  const { id, key, until } = (value ?? {}) as Partial<Ticket>;
  return typeof id === "string" && typeof key === "string" && typeof until === "number"
    ? { id, key, until }
    : undefined;
}

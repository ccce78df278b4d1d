import { MailboxError, MailboxNotImplemented, mailboxError } from "../mailbox-error";
import type { MailboxHost } from "../mailbox-host";
import type { Draft, Mail } from "../store";

export type MethodParameters = Readonly<Record<string, unknown>>;

export interface MethodCall {
  readonly mailbox: MailboxHost;
  /** The item that the call is about. */
  readonly item: Mail | Draft | undefined;
  readonly parameters: MethodParameters;
  /** To be called when an answer was opened beside the item. */
  answerOpened(): void;
}

/** Data of a successful answer; or, for the older methods, the answer as a whole. */
export interface MethodAnswer {
  readonly data?: unknown;
  readonly raw?: Record<string, unknown>;
}

/**
 * A mailbox method. Throws MailboxError for an answer other than success, MailboxNotImplemented for what of it nobody has
 * emulated.
 */
export type RunMethod = (call: MethodCall) => MethodAnswer | Promise<MethodAnswer>;

export const done: MethodAnswer = {};

/** @throws MailboxError 9049 when nothing is selected any more */
export function anyItem({ item }: MethodCall): Mail | Draft {
  if (item === undefined) throw new MailboxError(mailboxError.itemNotFound);
  return item;
}

/** The received (or sent) mail the call is about. A draft has no such method. */
export function mailOf(call: MethodCall): Mail {
  const item = anyItem(call);
  if (item.kind !== "mail") throw new MailboxError(mailboxError.operationNotSupported);
  return item;
}

/** The draft the call is about. A mail that is read has no such method. */
export function draftOf(call: MethodCall): Draft {
  const item = anyItem(call);
  if (item.kind !== "draft") throw new MailboxError(mailboxError.operationNotSupported);
  return item;
}

export function text(parameters: MethodParameters, name: string): string {
  const value = parameters[name];
  if (typeof value !== "string") throw new MailboxError(mailboxError.invalidParameterValue);
  return value;
}

/** Changes what mails and drafts have in common. */
export function changeItem(
  { mailbox }: MethodCall,
  item: Mail | Draft,
  change: Partial<Pick<Mail, "categories" | "customProperties" | "notifications">>,
): void {
  if (item.kind === "mail") mailbox.store.changeMail(item.id, change);
  else mailbox.store.changeDraft(item.id, change);
}

/** A method that exists by name only. */
export function refused(member: string): RunMethod {
  return () => {
    throw new MailboxNotImplemented(member);
  };
}

import { type BeforeReply, wait } from "../protocol";
import type { ItemEvents } from "./item-events";
import { MailboxError, MailboxNotImplemented, mailboxError } from "./mailbox-error";
import type { MailboxHost } from "./mailbox-host";
import { findMethod, type MethodParameters } from "./methods";
import type { OutlookSessionEvent } from "./session-types";
import type { ShownItem } from "./shown-item";

export interface MailboxRequest {
  readonly ApiParams?: MethodParameters;
  readonly MethodData?: { readonly DispatchId: number };
}

export interface MethodCallsOptions {
  readonly mailbox: MailboxHost;
  readonly shown: ShownItem;
  readonly events: ItemEvents;
  readonly beforeReply: BeforeReply | undefined;
  emit(event: OutlookSessionEvent): void;
  notEmulated(member: string): void;
}

/** Carries out the mailbox methods that a page calls: well, or as badly as the faults say. */
export class MethodCalls {
  constructor(private readonly options: MethodCallsOptions) {}

  /** The answer as it stands on the wire. Never comes where the faults have the member silent. */
  async execute(request: MailboxRequest): Promise<Record<string, unknown>> {
    const { mailbox, shown, beforeReply, emit } = this.options;
    const dispatchId = request.MethodData?.DispatchId ?? 0;
    const { member } = findMethod(dispatchId);
    const asked = shown.toldId;
    const interference = await beforeReply?.({ dispatchId });
    const { delays, errors, silent } = mailbox.faults;
    const delay = interference?.delay ?? delays?.[member] ?? delays?.["*"] ?? 0;
    if (delay > 0) await wait(delay);
    if (interference?.silent === true || silent?.includes(member) === true) return new Promise(() => undefined);
    const errorCode = interference?.errorCode ?? errors?.[member] ?? errors?.["*"];
    const answer =
      errorCode === undefined ? await this.answer(dispatchId, request.ApiParams ?? {}, asked) : failure(errorCode);
    emit({ type: "call", dispatchId, member, error: Number(answer["errorCode"] ?? 0) });
    return answer;
  }

  private async answer(
    dispatchId: number,
    parameters: MethodParameters,
    asked: string | undefined,
  ): Promise<Record<string, unknown>> {
    const { mailbox, shown, events, notEmulated } = this.options;
    try {
      const method = findMethod(dispatchId);
      if (method.run === undefined) throw new MailboxNotImplemented(method.member);
      const item = shown.answering(asked);
      const answer = await method.run({ mailbox, item, parameters, answerOpened: () => events.answerOpened() });
      if (answer.raw !== undefined) return answer.raw;
      return { error: false, errorCode: 0, data: answer.data, wasSuccessful: true };
    } catch (error) {
      if (error instanceof MailboxError) return failure(error.code);
      if (!(error instanceof MailboxNotImplemented)) throw error;
      notEmulated(error.member);
      return failure(mailboxError.operationNotSupported);
    }
  }
}

/** An answer that each of office.js's readers takes for a failure: each looks at another field. */
function failure(errorCode: number): Record<string, unknown> {
  return { error: true, errorCode, wasSuccessful: false, wasProxySuccessful: false };
}

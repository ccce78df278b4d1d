import { type BeforeReply, hostError, wait, windowName } from "../protocol";
import { appContext } from "../protocol/app-context";
import { reportDefect } from "../rich-api/report-defect";
import { Conversation } from "./conversation";
import { initialData, type PermissionLevel } from "./initial-data";
import { ItemEvents } from "./item-events";
import { MailboxError, MailboxNotImplemented, mailboxError } from "./mailbox-error";
import type { MailboxHost } from "./mailbox-host";
import { findMethod, type MethodParameters } from "./methods";
import { ShownItem } from "./shown-item";

export interface OutlookSessionOptions {
  /** Sends one message to the add-in's page. */
  post(message: string): void;
  readonly hostOrigin: string;
  readonly mailbox: MailboxHost;
  /** The mail, or the draft, beside which the pane is opened. Undefined: none is selected. */
  readonly itemId?: string | undefined;
  /** The pane stays open when another mail is selected, where the edition can do that. Default false. */
  readonly pinned?: boolean;
  /** What the add-in's manifest asks for. Default "readWriteItem". */
  readonly permission?: PermissionLevel;
  /** The manifest says SupportsNoItemContext: without an item there is still a mailbox. Default false. */
  readonly supportsNoItem?: boolean;
  /** Language of Office's interface. Default "ja-JP". */
  readonly locale?: string;
  readonly addinName?: string;
  readonly beforeReply?: BeforeReply;
  readonly onEvent?: (event: OutlookSessionEvent) => void;
  readonly onDefect?: (error: unknown, location: string) => void;
}

/** What the add-in does, for whoever shows or tests it. No text of a mail. */
export type OutlookSessionEvent =
  | { readonly type: "booted"; readonly paneOrigin: string }
  | { readonly type: "call"; readonly dispatchId: number; readonly member: string; readonly error: number }
  | { readonly type: "not-emulated"; readonly member: string }
  | { readonly type: "event-registered" | "event-unregistered"; readonly name: string }
  | { readonly type: "item-changed"; readonly delivered: boolean }
  /** The page has to be loaded again (office-pitfalls O3). */
  | { readonly type: "reload" }
  /** The pane is to go: another mail was selected, the draft was closed, or the add-in asked for it. */
  | { readonly type: "closed"; readonly reason: "item-switched" | "draft-closed" | "closed-by-addin" };

export interface OutlookSession {
  /** Id of the mail or draft that is selected now. */
  readonly itemId: string | undefined;
  readonly pinned: boolean;
  /**
   * Selects another mail, or none, as a person does in the list. A pane that is not pinned is closed by it.
   * @throws TypeError when there is no such mail, and beside a draft
   */
  select(itemId: string | undefined): void;
  /** The name for the add-in's frame. */
  windowName(hostPageUrl: string): string;
  /** Answers one message of the add-in's page; false when it is none of office.js to this session. */
  receive(message: unknown): boolean;
  /** From now on nothing is answered. */
  dispose(): void;
}

const updateTargetUrl = 21;
const closeContainer = 97;

/** Methods of the Common API that panes of mail add-ins call, by their numbers: for the report that they are not emulated. */
const commonMembers: Readonly<Record<number, string>> = {
  94: "Event.completed",
  98: "OfficeRuntime.auth.getAccessToken",
};

/** What a page may ask to be told of. Those of commands, dialogs and batches are asked for by office.js itself. */
const knownEvents = new Set([
  "olkItemSelectedChanged",
  "olkRecipientsChanged",
  "olkAttachmentsChanged",
  "appCommandInvoked",
  "richApiMessage",
  "dialogNotificationShown",
  "dialogMessageReceived",
  "dialogParentMessageReceived",
]);

interface MailboxRequest {
  readonly ApiParams?: MethodParameters;
  readonly MethodData?: { readonly DispatchId: number };
}

/**
 * One add-in page's conversation with its host, after the protocol by which office.js talks to Outlook on the web, in one window:
 * a reading pane, or a window in which a mail is written (reference: office-host-protocol 8). What is not emulated answers with
 * error 5000 and is reported by its name: as an event, as a defect, and as the mailbox's event "unimplemented".
 */
export function createOutlookSession(options: OutlookSessionOptions): OutlookSession {
  const { mailbox } = options;
  const controlId = `office-host-${crypto.randomUUID()}`;
  // office.js keeps what it learned in sessionStorage by conversation: each session needs an id of its own.
  const conversationId = crypto.randomUUID();
  const correlationId = crypto.randomUUID();
  const locale = options.locale ?? "ja-JP";
  const permission = options.permission ?? "readWriteItem";
  const onDefect = options.onDefect ?? reportDefect;
  const emit = (event: OutlookSessionEvent) => options.onEvent?.(event);
  const pinned = options.pinned === true && mailbox.profile.pinning;
  const shown = new ShownItem(mailbox, options.itemId);
  if (shown.item()?.kind === "draft" && !mailbox.profile.compose)
    throw new TypeError(`${mailbox.profile.name} runs no add-ins where mails are written.`);
  const conversation = new Conversation({
    conversationId,
    hostOrigin: options.hostOrigin,
    post: (message) => options.post(message),
    invoke,
    sends: (name) => {
      const known = knownEvents.has(name);
      if (!known) notEmulated(`event ${name}`);
      return known;
    },
    onRegistration: (name, registered) => emit({ type: registered ? "event-registered" : "event-unregistered", name }),
    onDefect,
  });
  const events = new ItemEvents({ mailbox, shown, conversation, data: selectedData, emit });
  const stopFollowing = mailbox.store.onChange(({ type, id }) => {
    if ((type === "draft-closed" || type === "draft-sent") && id === shown.id) close("draft-closed");
  });

  function close(reason: "item-switched" | "draft-closed" | "closed-by-addin"): void {
    end();
    emit({ type: "closed", reason });
  }

  function end(): void {
    stopFollowing();
    events.end();
    conversation.end();
  }

  function selectedData(): Record<string, unknown> | null {
    const item = shown.visible();
    if (item === undefined && options.supportsNoItem !== true) return null;
    return initialData(item, mailbox, permission);
  }

  async function firstData(): Promise<Record<string, unknown> | null> {
    const { bootDelay = 0 } = mailbox.faults;
    if (bootDelay > 0) await wait(bootDelay);
    shown.tell(shown.visible());
    return selectedData();
  }

  function invoke(action: string, data: unknown): unknown {
    switch (action) {
      case "ContextActivationManager_getAppContextAsync":
        // The page has been loaded, perhaps again: it has to ask for its events anew.
        conversation.forgetRegistrations();
        return context();
      case "ContextActivationManager_notifyHost": {
        const [, notification, detail] = Array.isArray(data) ? (data as unknown[]) : [];
        if (notification === updateTargetUrl) emit({ type: "booted", paneOrigin: String(detail) });
        return null;
      }
      case "GetInitialData":
        return firstData();
      case "ExecuteMethod":
        return execute((data ?? {}) as MailboxRequest);
      default:
        return commonApi(action, data);
    }
  }

  /** The Common API ("executeMethod": files, settings, commands) has no part in a mailbox, but for closing the pane. */
  function commonApi(action: string, data: unknown): Record<string, unknown> {
    const method = (data as { DdaMethod?: { DispatchId?: number } } | null)?.DdaMethod?.DispatchId;
    if (action === "executeMethod" && method === closeContainer) {
      queueMicrotask(() => close("closed-by-addin"));
      return { Version: 1, Error: 0 };
    }
    notEmulated(method === undefined ? `action ${action}` : (commonMembers[method] ?? `Common API method ${method}`));
    return { Version: 1, Error: hostError.operationNotSupported };
  }

  function context(): Record<string, unknown> {
    const outlookWebApp = 64;
    const { profile, store } = mailbox;
    return {
      ...appContext({
        controlId,
        correlationId,
        profile,
        locale,
        contentLanguage: locale,
        documentUrl: "",
        readOnly: true,
        settings: store.roamingSettings(),
        addinName: options.addinName ?? "",
        reason: "inserted",
      }),
      _appName: outlookWebApp,
    };
  }

  async function execute(request: MailboxRequest): Promise<Record<string, unknown>> {
    const dispatchId = request.MethodData?.DispatchId ?? 0;
    const method = findMethod(dispatchId);
    const asked = shown.toldId;
    const { faults } = mailbox;
    const interference = await options.beforeReply?.({ dispatchId });
    const delay = interference?.delay ?? faults.delays?.[method.member] ?? faults.delays?.["*"] ?? 0;
    if (delay > 0) await wait(delay);
    if (interference?.silent === true || faults.silent?.includes(method.member) === true)
      return new Promise(() => undefined);
    const errorCode = interference?.errorCode ?? faults.errors?.[method.member] ?? faults.errors?.["*"];
    const answer =
      errorCode === undefined ? await answerOf(dispatchId, request.ApiParams ?? {}, asked) : failure(errorCode);
    emit({ type: "call", dispatchId, member: method.member, error: Number(answer["errorCode"] ?? 0) });
    return answer;
  }

  async function answerOf(
    dispatchId: number,
    parameters: MethodParameters,
    asked: string | undefined,
  ): Promise<Record<string, unknown>> {
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

  function notEmulated(member: string): void {
    emit({ type: "not-emulated", member });
    mailbox.emit("unimplemented", { member });
    onDefect(new MailboxNotImplemented(member), member);
  }

  return {
    get itemId() {
      return shown.id;
    },
    pinned,
    select(itemId) {
      if (shown.item()?.kind === "draft") throw new TypeError("Nothing can be selected beside a draft.");
      if (itemId !== undefined && mailbox.store.mail(itemId) === undefined)
        throw new TypeError(`There is no mail ${itemId}.`);
      if (pinned) events.select(itemId);
      else close("item-switched");
    },
    windowName: (hostPageUrl) =>
      windowName({
        host: "Outlook",
        conversationId,
        controlId,
        hostPageUrl,
        locale,
        correlationId,
        // Outlook's script would report to Microsoft by itself, past the host.
        disableLogging: true,
      }),
    receive: (message) => conversation.receive(message),
    dispose: end,
  };
}

/** An answer that each of office.js's readers takes for a failure: each looks at another field. */
function failure(errorCode: number): Record<string, unknown> {
  return { error: true, errorCode, wasSuccessful: false, wasProxySuccessful: false };
}

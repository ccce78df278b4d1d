import { hostError, wait, windowName } from "../protocol";
import { appContext } from "../protocol/app-context";
import { reportDefect } from "../rich-api/report-defect";
import { Conversation } from "./conversation";
import { initialData } from "./initial-data";
import { ItemEvents } from "./item-events";
import { commonMembers, knownEvents } from "./known-names";
import { MailboxNotImplemented } from "./mailbox-error";
import { MethodCalls, type MailboxRequest } from "./method-calls";
import type { OutlookSession, OutlookSessionEvent, OutlookSessionOptions } from "./session-types";
import { ShownItem } from "./shown-item";

const updateTargetUrl = 21;
const closeContainer = 97;

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
  const calls = new MethodCalls({
    mailbox,
    shown,
    events,
    beforeReply: options.beforeReply,
    emit,
    notEmulated,
  });
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
        return calls.execute((data ?? {}) as MailboxRequest);
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

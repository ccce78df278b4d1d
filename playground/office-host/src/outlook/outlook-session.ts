import { type BeforeReply, hostError, wait, windowName } from "../protocol";
import { appContext } from "../protocol/app-context";
import { reportDefect } from "../rich-api/report-defect";
import { Conversation } from "./conversation";
import { initialData, permissionLevel, type MailboxOwner } from "./initial-data";
import { MailboxError, MailboxNotImplemented, type MailboxHost } from "./mailbox-host";
import { outlookWeb } from "./outlook-profile";

export interface OutlookSessionOptions {
  /** Sends one message to the add-in's page. */
  post(message: string): void;
  readonly hostOrigin: string;
  readonly mailbox: MailboxHost;
  readonly owner?: MailboxOwner;
  /** What the add-in's manifest asks for. Default "readItem". */
  readonly permission?: keyof typeof permissionLevel;
  /** Language of Office's interface. Default "ja-JP". */
  readonly locale?: string;
  readonly addinName?: string;
  readonly beforeReply?: BeforeReply;
  readonly onEvent?: (event: OutlookSessionEvent) => void;
  readonly onDefect?: (error: unknown, location: string) => void;
}

/** What the add-in does, for whoever shows or tests it. No text of a message. */
export type OutlookSessionEvent =
  | { readonly type: "booted"; readonly paneOrigin: string }
  | { readonly type: "call"; readonly dispatchId: number; readonly error: number }
  | { readonly type: "not-emulated"; readonly member: string }
  | { readonly type: "event-registered" | "event-unregistered"; readonly name: string }
  | { readonly type: "item-changed"; readonly delivered: boolean };

export interface OutlookSession {
  /** The name for the add-in's frame. */
  windowName(hostPageUrl: string): string;
  /** Answers one message of the add-in's page; false when it is none of office.js to this session. */
  receive(message: unknown): boolean;
  /** From now on nothing is answered. */
  dispose(): void;
}

const updateTargetUrl = 21;
const itemChanged = "olkItemSelectedChanged";

const defaultOwner: MailboxOwner = {
  name: "山田 花子",
  address: "hanako.yamada@example.go.jp",
  timeZone: "Tokyo Standard Time",
  timeZoneOffset: 540,
};

interface MailboxRequest {
  readonly ApiParams?: Readonly<Record<string, unknown>>;
  readonly MethodData?: { readonly DispatchId: number };
}

/**
 * One add-in page's conversation with its host, after the protocol by which office.js talks to Outlook on the web, for
 * a message that is read in a pinned pane (reference: office-host-protocol 8). What is not emulated answers with error
 * 5000 and is reported by its name, as an event and as a defect.
 */
export function createOutlookSession(options: OutlookSessionOptions): OutlookSession {
  const controlId = `office-host-${crypto.randomUUID()}`;
  // office.js keeps what it learned in sessionStorage by conversation: each session needs an id of its own.
  const conversationId = crypto.randomUUID();
  const correlationId = crypto.randomUUID();
  const locale = options.locale ?? "ja-JP";
  const onDefect = options.onDefect ?? reportDefect;
  const emit = (event: OutlookSessionEvent) => options.onEvent?.(event);
  const conversation = new Conversation({
    conversationId,
    hostOrigin: options.hostOrigin,
    post: (message) => options.post(message),
    invoke,
    onRegistration: (name, registered) => emit({ type: registered ? "event-registered" : "event-unregistered", name }),
    onDefect,
  });
  const stopFollowing = options.mailbox.onSelect(() => {
    emit({ type: "item-changed", delivered: conversation.push(itemChanged, selectedData() ?? "") });
  });

  function selectedData(): Record<string, unknown> | undefined {
    const item = options.mailbox.selected();
    const permission = permissionLevel[options.permission ?? "readItem"];
    return item === undefined ? undefined : initialData(item, options.owner ?? defaultOwner, permission);
  }

  function invoke(action: string, data: unknown): unknown {
    switch (action) {
      case "ContextActivationManager_getAppContextAsync":
        return context();
      case "ContextActivationManager_notifyHost": {
        const [, notification, detail] = Array.isArray(data) ? (data as unknown[]) : [];
        if (notification === updateTargetUrl) emit({ type: "booted", paneOrigin: String(detail) });
        return null;
      }
      case "GetInitialData":
        return selectedData() ?? null;
      case "ExecuteMethod":
        return execute((data ?? {}) as MailboxRequest);
      default:
        // The Common API ("executeMethod": files, settings, commands) has no part in reading a message.
        notEmulated(`action ${action}`);
        return { Version: 1, Error: hostError.operationNotSupported };
    }
  }

  function context(): Record<string, unknown> {
    const outlookWebApp = 64;
    return {
      ...appContext({
        controlId,
        correlationId,
        profile: outlookWeb,
        locale,
        contentLanguage: locale,
        documentUrl: "",
        readOnly: true,
        settings: {},
        addinName: options.addinName ?? "",
        reason: "inserted",
      }),
      _appName: outlookWebApp,
    };
  }

  async function execute(request: MailboxRequest): Promise<Record<string, unknown>> {
    const dispatchId = request.MethodData?.DispatchId ?? 0;
    const interference = await options.beforeReply?.({ dispatchId });
    if (interference?.delay !== undefined) await wait(interference.delay);
    if (interference?.silent) return new Promise(() => undefined);
    const answer =
      interference?.errorCode === undefined
        ? answerOf(dispatchId, request.ApiParams ?? {})
        : { error: true, errorCode: interference.errorCode };
    emit({ type: "call", dispatchId, error: answer.errorCode });
    return answer;
  }

  function answerOf(dispatchId: number, parameters: Readonly<Record<string, unknown>>) {
    try {
      const data = options.mailbox.call(dispatchId, parameters);
      return { error: false, errorCode: 0, data, wasSuccessful: true };
    } catch (error) {
      if (error instanceof MailboxError) return { error: true, errorCode: error.code };
      if (!(error instanceof MailboxNotImplemented)) throw error;
      notEmulated(error.member);
      return { error: true, errorCode: hostError.operationNotSupported };
    }
  }

  function notEmulated(member: string): void {
    emit({ type: "not-emulated", member });
    onDefect(new MailboxNotImplemented(member), member);
  }

  return {
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
    dispose() {
      stopFollowing();
      conversation.end();
    },
  };
}

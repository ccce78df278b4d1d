import { findProfile, type Profile, type ProfileId } from "../profiles";
import type { Interpreter } from "../rich-api";
import { reportDefect } from "../rich-api/report-defect";
import { appContext } from "./app-context";
import { CommonApi, CommonApiError, dispatchId, type DocumentServices } from "./common-api";
import { envelopeError, readRequest, type RequestMessage, type ResponseMessage } from "./envelope";
import { hostError } from "./host-error";
import { type BeforeReply, wait } from "./interference";
import { windowName } from "./window-name";

export interface OfficeHostSessionOptions {
  /** Sends one message to the add-in's page. */
  post(message: string): void;
  /** Origin of the host page, as in its messages: "https://localhost:8444". */
  readonly hostOrigin: string;
  readonly interpreter: Interpreter;
  /** Default "web". */
  readonly profile?: ProfileId | Profile;
  /** Address of the document; empty (default) for one that was never saved. A function where it can change. */
  readonly documentUrl?: string | (() => string);
  readonly services?: DocumentServices;
  /** Settings of the document, each value as JSON. Default: kept for this session only. */
  readonly settings?: SettingsStore;
  /** Language of Office's interface. Default "ja-JP". */
  readonly locale?: string;
  /** Language of the document. Default: as `locale`. */
  readonly contentLanguage?: string;
  readonly addinName?: string;
  readonly readOnly?: boolean;
  /** Telemetry of office.js off (field 7 of the host information). Default true. */
  readonly disableLogging?: boolean;
  readonly beforeReply?: BeforeReply;
  readonly onEvent?: (event: SessionEvent) => void;
  readonly onDefect?: (error: unknown, location: string) => void;
}

export interface SettingsStore {
  load(): Record<string, string>;
  save(settings: Record<string, string>): void;
}

/** What the add-in does, for whoever shows or tests it. No document text. */
export type SessionEvent =
  | { readonly type: "booted"; readonly paneOrigin: string }
  | { readonly type: "call"; readonly dispatchId: number; readonly error: number; readonly duration: number }
  | { readonly type: "event-registered" | "event-unregistered"; readonly name: string }
  /** The keyboard leaves the pane: the host should take the focus. */
  | { readonly type: "focus-leaves"; readonly direction: "forward" | "backward" | "escape" }
  | { readonly type: "telemetry"; readonly data: unknown };

export interface CommandResult {
  /** 0, or the error with which office.js answered (a function that is not there). */
  readonly status: number;
  /** JSON of the event object that the add-in completed. */
  readonly data: string;
}

export interface OfficeHostSession {
  /** The name for the add-in's frame. */
  windowName(hostPageUrl: string): string;
  /** Answers one message of the add-in's page; false when it is none of office.js to this session. */
  receive(message: unknown): boolean;
  /** Tells the add-in that the selection has changed, if it asked. */
  selectionChanged(): void;
  /** Sends an event of the rich API to the handlers of `eventType` on `targetId`, if the add-in asked. */
  richApiEvent(eventType: number, targetId: string, args: unknown): void;
  /**
   * Runs a function of the ribbon; resolves when the add-in calls `event.completed()`. Rejects when the add-in does not
   * listen to commands yet, or when the session ends before.
   */
  invokeCommand(commandId: string, functionName: string): Promise<CommandResult>;
  /** Moves the focus into the pane, as F6 does. */
  focusPane(): void;
  /** From now on nothing is answered. */
  dispose(): void;
}

interface PendingCommand {
  resolve(result: CommandResult): void;
  reject(error: Error): void;
}

const commandEvent = "appCommandInvoked";
const appContextAction = "ContextActivationManager_getAppContextAsync";
const notifyAction = "ContextActivationManager_notifyHost";

/** What the pane tells the host (office.js: OSF.AgaveHostAction). */
const hostAction = { tabIn: 11, tabExit: 13, tabExitShift: 14, escapeExit: 15, updateTargetUrl: 21, telemetry: 23 };
const focusDirections = new Map([
  [hostAction.tabExit, "forward"],
  [hostAction.tabExitShift, "backward"],
  [hostAction.escapeExit, "escape"],
] as const);

/**
 * One add-in page's conversation with its host, after the protocol by which office.js talks to Word on the web. It
 * knows neither windows nor frames: messages come in through `receive` and leave through `post`.
 */
export function createOfficeHostSession(options: OfficeHostSessionOptions): OfficeHostSession {
  return new Session(options);
}

class Session implements OfficeHostSession {
  private readonly profile: Profile;
  private readonly controlId = `office-host-${crypto.randomUUID()}`;
  // office.js keeps settings in sessionStorage by conversation: each session needs an id of its own.
  private readonly conversationId = crypto.randomUUID();
  private readonly correlationId = crypto.randomUUID();
  private readonly settings: SettingsStore;
  private readonly commonApi: CommonApi;
  private readonly registered = new Set<string>();
  private readonly commands = new Map<string, PendingCommand>();
  private commandCount = 0;
  private disposed = false;

  constructor(private readonly options: OfficeHostSessionOptions) {
    this.profile = findProfile(options.profile ?? "web");
    this.settings = options.settings ?? memorySettings();
    this.commonApi = new CommonApi(options.services ?? {}, () => this.documentUrl(), this.settings);
  }

  windowName(hostPageUrl: string): string {
    return windowName({
      conversationId: this.conversationId,
      controlId: this.controlId,
      hostPageUrl,
      locale: this.locale(),
      correlationId: this.correlationId,
      disableLogging: this.options.disableLogging ?? true,
    });
  }

  receive(message: unknown): boolean {
    if (this.disposed) return false;
    const request = readRequest(message, this.conversationId);
    if (request === undefined) return false;
    this.answer(request).catch((error: unknown) => {
      this.defect(error, request._actionName);
      this.reply(request, null, envelopeError.handlingRequest);
    });
    return true;
  }

  selectionChanged(): void {
    this.push("documentSelectionChanged", {});
  }

  richApiEvent(eventType: number, targetId: string, args: unknown): void {
    const eventMessageCategory = 65536;
    this.push("richApiMessage", {
      ArrayData: [[eventMessageCategory, eventType, targetId, JSON.stringify(args), 0, false]],
    });
  }

  invokeCommand(commandId: string, functionName: string): Promise<CommandResult> {
    const id = `${commandId}-${(this.commandCount += 1)}`;
    return new Promise((resolve, reject) => {
      if (!this.registered.has(commandEvent)) {
        reject(new Error(`The add-in does not listen to commands yet: ${commandId}.`));
        return;
      }
      this.commands.set(id, { resolve, reject });
      this.push(commandEvent, [id, functionName, JSON.stringify({ source: { id: commandId } })]);
    });
  }

  focusPane(): void {
    const message: RequestMessage = {
      _messageType: 0,
      _actionName: "Office_notifyAgave",
      _actionType: 0,
      _conversationId: `${this.conversationId}_ntf`,
      _correlationId: 0,
      _origin: this.options.hostOrigin,
      _data: [hostAction.tabIn],
      _serializerVersion: 1,
    };
    this.post(message);
  }

  dispose(): void {
    this.disposed = true;
    this.registered.clear();
    for (const { reject } of this.commands.values()) reject(new Error("The session has ended."));
    this.commands.clear();
  }

  private async answer(request: RequestMessage): Promise<void> {
    if (request._actionType === 1 || request._actionType === 2) return this.registration(request);
    switch (request._actionName) {
      case appContextAction:
        return this.reply(request, this.appContext());
      case notifyAction:
        this.notified(Array.isArray(request._data) ? (request._data as unknown[]) : []);
        return this.reply(request, null);
      case "executeMethod":
        return this.execute(request);
      default:
        return this.reply(request, { Version: 1, Error: hostError.operationNotSupported });
    }
  }

  private registration(request: RequestMessage): void {
    const registers = request._actionType === 1;
    if (registers) this.registered.add(request._actionName);
    else this.registered.delete(request._actionName);
    // office.js takes an empty answer for a failure.
    this.reply(request, { Error: 0 });
    this.emit({ type: registers ? "event-registered" : "event-unregistered", name: request._actionName });
  }

  private appContext(): Record<string, unknown> {
    const { addinName, contentLanguage, readOnly } = this.options;
    return appContext({
      controlId: this.controlId,
      correlationId: this.correlationId,
      profile: this.profile,
      locale: this.locale(),
      contentLanguage: contentLanguage ?? this.locale(),
      documentUrl: this.documentUrl(),
      readOnly: readOnly ?? false,
      settings: this.settings.load(),
      addinName: addinName ?? "",
      reason: "documentOpened",
    });
  }

  private notified([, action, data]: unknown[]): void {
    const direction = focusDirections.get(Number(action));
    if (direction !== undefined) this.emit({ type: "focus-leaves", direction });
    if (action === hostAction.updateTargetUrl) this.emit({ type: "booted", paneOrigin: String(data) });
    if (action === hostAction.telemetry) this.emit({ type: "telemetry", data });
  }

  private async execute(request: RequestMessage): Promise<void> {
    const start = performance.now();
    const { DdaMethod: method, ...args } = (request._data ?? {}) as ExecuteData;
    const id = method?.DispatchId ?? 0;
    const batch = id === dispatchId.executeRichApi ? richApiBatch(args) : undefined;
    const interference = await this.options.beforeReply?.({
      dispatchId: id,
      ...(batch && { batch: batch.body }),
    });
    const latency = batch === undefined ? 0 : this.profile.behaviours.syncLatency;
    const delay = Math.max(interference?.delay ?? 0, latency);
    if (delay > 0) await wait(delay);
    if (interference?.silent) return;
    const result =
      interference?.errorCode === undefined
        ? await this.executeNow(id, args, batch)
        : { Error: interference.errorCode };
    this.reply(request, { Version: 1, ...result });
    const error = result.Error;
    this.emit({ type: "call", dispatchId: id, error, duration: performance.now() - start });
  }

  private async executeNow(
    id: number,
    args: Record<string, unknown>,
    batch: { body: string; flags: number } | undefined,
  ): Promise<{ Error: number }> {
    if (batch !== undefined) {
      const reply = await this.options.interpreter.process(batch.body, batch.flags);
      return { Error: 0, ...{ Data: [200, [], reply] } };
    }
    if (id === dispatchId.commandCompleted) return this.commandCompleted(args);
    try {
      return { ...(await this.commonApi.call(id, args)), Error: 0 };
    } catch (error) {
      if (error instanceof CommonApiError) return { Error: error.code };
      this.defect(error, `dispatch id ${id}`);
      return { Error: hostError.internalError };
    }
  }

  private commandCompleted(args: Record<string, unknown>): { Error: number } {
    const id = String(args["0"]);
    const command = this.commands.get(id);
    if (command === undefined) return { Error: hostError.specifiedIdNotExist };
    this.commands.delete(id);
    command.resolve({ status: Number(args["1"]), data: String(args["2"]) });
    return { Error: 0 };
  }

  private push(name: string, data: unknown): void {
    if (!this.registered.has(name)) return;
    this.post(this.response(name, -1, data, envelopeError.none, 1));
  }

  private reply(request: RequestMessage, data: unknown, error: number = envelopeError.none): void {
    this.post(this.response(request._actionName, request._correlationId, data, error, 0));
  }

  private response(
    name: string,
    correlation: number,
    data: unknown,
    error: number,
    responseType: 0 | 1,
  ): ResponseMessage {
    return {
      _messageType: 1,
      _actionName: name,
      _conversationId: this.conversationId,
      _correlationId: correlation,
      _origin: this.options.hostOrigin,
      _data: data,
      _errorCode: error,
      _responseType: responseType,
      _serializerVersion: 1,
    };
  }

  private post(message: RequestMessage | ResponseMessage): void {
    if (!this.disposed) this.options.post(JSON.stringify(message));
  }

  private emit(event: SessionEvent): void {
    this.options.onEvent?.(event);
  }

  private defect(error: unknown, location: string): void {
    (this.options.onDefect ?? reportDefect)(error, location);
  }

  private documentUrl(): string {
    const { documentUrl = "" } = this.options;
    return typeof documentUrl === "function" ? documentUrl() : documentUrl;
  }

  private locale(): string {
    return this.options.locale ?? "ja-JP";
  }
}

interface ExecuteData {
  readonly DdaMethod?: { readonly DispatchId: number };
  readonly [argument: string]: unknown;
}

/** Body and flags out of the array in which office.js packs a batch. */
function richApiBatch(args: Record<string, unknown>): { body: string; flags: number } {
  const data = Array.isArray(args["ArrayData"]) ? (args["ArrayData"] as unknown[]) : [];
  return { body: String(data[4] ?? ""), flags: Number(data[6] ?? 0) };
}

function memorySettings(): SettingsStore {
  let settings: Record<string, string> = {};
  return {
    load: () => settings,
    save: (next) => {
      settings = next;
    },
  };
}

import { envelopeError, hostError, readRequest, type RequestMessage, type ResponseMessage } from "../protocol";

export interface ConversationOptions {
  readonly conversationId: string;
  readonly hostOrigin: string;
  post(message: string): void;
  /** Carries out an invocation; what it gives back is the answer's data. */
  invoke(action: string, data: unknown): unknown;
  /** False for an event that nobody sends here: asking for it fails. Default: all are sent. */
  sends?(event: string): boolean;
  onRegistration?(event: string, registered: boolean): void;
  onDefect(error: unknown, location: string): void;
}

/** The envelopes of one page's conversation: answers to its requests, and events it has asked for. */
export class Conversation {
  private readonly registered = new Set<string>();
  private ended = false;

  constructor(private readonly options: ConversationOptions) {}

  /** Answers one message; false when it belongs to somebody else. */
  receive(message: unknown): boolean {
    if (this.ended) return false;
    const request = readRequest(message, this.options.conversationId);
    if (request === undefined) return false;
    this.answer(request).catch((error: unknown) => {
      this.options.onDefect(error, request._actionName);
      this.reply(request, null, envelopeError.handlingRequest);
    });
    return true;
  }

  /** Sends an event if the page has asked for it; true when it was sent. */
  push(event: string, data: unknown): boolean {
    if (!this.registered.has(event)) return false;
    this.post(event, -1, data, envelopeError.none, 1);
    return true;
  }

  /** Nothing is sent until the page asks for its events again. */
  forgetRegistrations(): void {
    this.registered.clear();
  }

  end(): void {
    this.ended = true;
    this.registered.clear();
  }

  private async answer(request: RequestMessage): Promise<void> {
    if (request._actionType === 0) {
      this.reply(request, await this.options.invoke(request._actionName, request._data));
      return;
    }
    const registers = request._actionType === 1;
    if (registers && this.options.sends?.(request._actionName) === false) {
      this.reply(request, { Error: hostError.operationNotSupported });
      return;
    }
    if (registers) this.registered.add(request._actionName);
    else this.registered.delete(request._actionName);
    // office.js takes an empty answer for a failure.
    this.reply(request, { Error: 0 });
    this.options.onRegistration?.(request._actionName, registers);
  }

  private reply(request: RequestMessage, data: unknown, error: number = envelopeError.none): void {
    this.post(request._actionName, request._correlationId, data, error, 0);
  }

  private post(name: string, correlation: number, data: unknown, error: number, responseType: 0 | 1): void {
    if (this.ended) return;
    const message: ResponseMessage = {
      _messageType: 1,
      _actionName: name,
      _conversationId: this.options.conversationId,
      _correlationId: correlation,
      _origin: this.options.hostOrigin,
      _data: data,
      _errorCode: error,
      _responseType: responseType,
      _serializerVersion: 1,
    };
    this.options.post(JSON.stringify(message));
  }
}

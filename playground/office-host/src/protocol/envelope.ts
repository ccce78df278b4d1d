/**
 * The messages between office.js and its host page: JSON strings over `postMessage`.
 * (Reference page "office-host-protocol", message envelope.)
 */
export interface RequestMessage {
  readonly _messageType: 0;
  readonly _actionName: string;
  /** 0 invoke, 1 register an event, 2 unregister an event. */
  readonly _actionType: 0 | 1 | 2;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _origin?: string;
  readonly _data?: unknown;
  readonly _serializerVersion?: number;
}

export interface ResponseMessage {
  readonly _messageType: 1;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _origin: string;
  readonly _data: unknown;
  readonly _errorCode: number;
  /** 0 the answer to a request, 1 an event. */
  readonly _responseType: 0 | 1;
  readonly _serializerVersion: 1;
}

export const envelopeError = { none: 0, handlingRequest: -2, accessDenied: -5 } as const;

/** A message of office.js; undefined for anything else that arrives at a window. */
export function readRequest(message: unknown, conversationId: string): RequestMessage | undefined {
  if (typeof message !== "string") return undefined;
  let parsed: Partial<RequestMessage> | null;
  try {
    parsed = JSON.parse(message) as Partial<RequestMessage> | null;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  if (typeof parsed !== "object" || parsed?._messageType !== 0 || parsed._conversationId !== conversationId) {
    return undefined;
  }
  if (typeof parsed._actionName !== "string" || typeof parsed._correlationId !== "number") return undefined;
  return parsed as RequestMessage;
}

/** An activity on the wire; what the connector itself reads of it, the rest goes through untouched. */
export interface WireActivity {
  type: string;
  id?: string;
  text?: string;
  attachments?: WireAttachment[];
  entities?: Record<string, unknown>[];
  channelData?: Record<string, unknown>;
  replyToId?: string;
  [further: string]: unknown;
}

export interface WireAttachment {
  contentType: string;
  name?: string;
  contentUrl?: string;
  content?: unknown;
}

/** A file that a person drops into a message. */
export interface SentFile {
  name: string;
  bytes: Uint8Array;
  /** A picture ("image/png") arrives as one; anything else as a file of the person's OneDrive. */
  contentType?: string;
}

/** Refusal of a request, as the Bot Framework words it: `{"error":{"code":…,"message":…}}`. */
export interface Refusal {
  status: number;
  code: string;
  message: string;
  /** Seconds. */
  retryAfter?: number;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

import type { Refusal, WireActivity } from "../activity";

/** `entities[]` of a streamed activity (reference page on Teams, 4.1). */
export interface StreamInfo {
  type: "streaminfo";
  streamType?: unknown;
  streamSequence?: unknown;
  streamId?: unknown;
}

/** How a streamed activity was taken. */
export type StreamOutcome =
  | { kind: "started" }
  | { kind: "continued"; streamId: string }
  | { kind: "finished"; streamId: string }
  /** Answered with 202 and dropped. */
  | { kind: "dropped"; code: string; message: string }
  | { kind: "refused"; refusal: Refusal };

interface Stream {
  startedAt: number;
  lastAt: number;
  sequence: number;
  /** Text of the answer so far; an informative line is none. */
  text: string;
  state: "open" | "finished" | "expired" | "stopped";
}

/** A stream lives so long. Milliseconds (reference page on Teams, 4.2). */
export const streamWindowMs = 120_000;
/** Between two requests of a stream. Milliseconds. */
export const streamGapMs = 1_000;

export const stoppedByPerson: Refusal = notAllowed("Content stream was canceled by user.");
export const streamExpired: Refusal = notAllowed("Content stream finished due to exceeded streaming time.");
export const streamNotAllowed: Refusal = notAllowed("Content stream is not allowed");
export const streamCompleted: Refusal = notAllowed(
  "Content stream is not allowed on an already completed streamed message",
);
export const streamTooLarge: Refusal = notAllowed("Message size too large");
export const streamRewritten: Refusal = notAllowed(
  "Request streamed content should contain the previously streamed content",
);
export const streamThrottled: Refusal = {
  status: 429,
  code: "TooManyRequests",
  message: "API calls quota exceeded",
  retryAfter: 1,
};
export const outOfOrder = {
  code: "ContentStreamSequenceOrderPreConditionFailed",
  message: "PreCondition failed exception when processing streaming activity.",
};

/** The first `streaminfo` of an activity. */
export function streamInfoOf(activity: WireActivity): StreamInfo | undefined {
  return activity.entities?.find(
    (entity): entity is Record<string, unknown> & StreamInfo => entity["type"] === "streaminfo",
  );
}

/** The streams of one personal chat, and the rules of Teams for them. Milliseconds. */
export class ConversationStreams {
  private readonly streams = new Map<string, Stream>();
  private lastAt = -Infinity;

  constructor(
    private readonly now: () => number,
    private readonly gapMs: number,
  ) {}

  /** Decides about one streamed activity and notes it. */
  take(activity: WireActivity, info: StreamInfo, newId: () => string): StreamOutcome & { id?: string } {
    const refusal = shapeFault(activity, info);
    if (refusal !== undefined) return { kind: "refused", refusal };
    const at = this.now();
    const stream = typeof info.streamId === "string" ? this.streams.get(info.streamId) : undefined;
    if (info.streamId !== undefined && stream === undefined) return { kind: "refused", refusal: streamNotAllowed };
    if (stream !== undefined) {
      if (stream.state === "open" && at - stream.startedAt >= streamWindowMs) stream.state = "expired";
      if (stream.state === "stopped") return { kind: "refused", refusal: stoppedByPerson };
      if (stream.state === "expired") return { kind: "refused", refusal: streamExpired };
      if (stream.state === "finished") return { kind: "refused", refusal: streamCompleted };
    }
    if (at - this.lastAt < this.gapMs) return { kind: "refused", refusal: streamThrottled };
    if (stream === undefined) {
      const id = newId();
      const text = info.streamType === "streaming" ? (activity.text ?? "") : "";
      this.streams.set(id, { startedAt: at, lastAt: at, sequence: 1, text, state: "open" });
      this.lastAt = at;
      return { kind: "started", id };
    }
    const streamId = info.streamId as string;
    if (info.streamType === "final") {
      if (!(activity.text ?? "").startsWith(stream.text)) return { kind: "refused", refusal: streamRewritten };
      stream.state = "finished";
      this.lastAt = at;
      return { kind: "finished", streamId };
    }
    const sequence = info.streamSequence as number;
    if (sequence <= stream.sequence) return { kind: "dropped", ...outOfOrder };
    if (info.streamType === "streaming") {
      if (!(activity.text ?? "").startsWith(stream.text)) return { kind: "refused", refusal: streamRewritten };
      stream.text = activity.text ?? "";
    }
    stream.sequence = sequence;
    stream.lastAt = at;
    this.lastAt = at;
    return { kind: "continued", streamId };
  }

  /** The person presses stop on every stream that is open. @returns ids of those */
  stop(): string[] {
    const open = [...this.streams].filter(([, { state }]) => state === "open");
    for (const [, stream] of open) stream.state = "stopped";
    return open.map(([id]) => id);
  }

  /** An update of its activity ends a stream. */
  replaced(id: string): void {
    const stream = this.streams.get(id);
    if (stream?.state === "open") stream.state = "finished";
  }

  /** Ids of streams whose answer is still being written. */
  open(): string[] {
    return [...this.streams].filter(([, { state }]) => state === "open").map(([id]) => id);
  }
}

/** What is wrong with a streamed activity by itself. */
function shapeFault(activity: WireActivity, info: StreamInfo): Refusal | undefined {
  const { streamType, streamSequence, streamId } = info;
  if (streamType === "final") {
    if (activity.type !== "message") return badRequest("End streaming activities should be of type message");
    if (streamSequence !== undefined)
      return badRequest("End streaming activities should not include a stream sequence");
    if (typeof streamId !== "string") return badRequest("End streaming activities should include a stream id");
    return undefined;
  }
  if (streamType !== "informative" && streamType !== "streaming") return badRequest("Unknown stream type");
  if (activity.type !== "typing") return badRequest("Only end streaming type is allowed as a message activity");
  if (!Number.isInteger(streamSequence) || (streamSequence as number) < 1)
    return badRequest("Streaming activities should include a stream sequence");
  if (streamId === undefined && streamSequence !== 1)
    return badRequest("Start streaming activities should have the sequence 1");
  if ((activity.text ?? "") === "") return badRequest("Start streaming activities should include text");
  const extras = (activity.attachments?.length ?? 0) > 0 || (activity.entities?.length ?? 0) > 1;
  if (extras || activity.channelData?.["feedbackLoop"] !== undefined)
    return badRequest("Attachments, labels and feedback are allowed on the end streaming activity only");
  return undefined;
}

function badRequest(message: string): Refusal {
  return { status: 400, code: "BadRequest", message };
}

function notAllowed(message: string): Refusal {
  return { status: 403, code: "ContentStreamNotAllowed", message };
}

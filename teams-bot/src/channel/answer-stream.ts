import { asGenaiError, GenaiError } from "@genai-office/shared/vocabulary";
import type { Clock } from "./clock";
import type { Connection } from "./connection";
import type { Conversation } from "./conversation";
import { bytesOf, messageActivities, messageBytes, rootEntity, type OutgoingActivity } from "./message-activities";
import type { AnswerStream, Outgoing, StreamOptions } from "./outgoing";
import type { Pace } from "./pace";
import type { SendOutcome } from "./send-outcome";
import { sendFollowUp, type FollowUp } from "./follow-up";
import { filesOf, partsOf } from "./message-parts";
import { replaceWith } from "./replace-with";
import { errorOf } from "./send-error";
import { waitAfter, type Sender } from "./sender";

export interface AnswerStreamParts {
  connection: Connection;
  pace: Pace;
  clock: Clock;
  sender: Sender;
  conversation: Conversation;
  options: StreamOptions;
}

/** On our own clock, before Teams ends the stream at 120 s. Milliseconds (reference page on Teams, 4.4). */
export const streamMs = 100_000;
/** Between two replacements of a message that is still being written: people get it edited before their eyes. Milliseconds. */
const updateGapMs = 3_000;
/** What has not changed is sent again after so long: only an answer to a request tells that the person pressed stop. */
const heartbeatMs = 5_000;
/** Chunks in a row that may fail before the answer is kept for its end. */
const mostFailures = 4;

/**
 * `stream` shows chunks, `update` replaces a message that stands, `plain` says nothing until the end. It only ever goes on in
 * that order.
 */
type Mode = "stream" | "update" | "plain";

/** Shows an answer while it is written (reference page on Teams, 4). */
export function createAnswerStream(parts: AnswerStreamParts): AnswerStream {
  return new Streamer(parts);
}

class Streamer implements AnswerStream {
  private mode: Mode;
  private activityId: string | undefined;
  private line = "";
  private text = "";
  /** What the person sees, as far as the connector has taken it. */
  private shown: { line: string; text: string } = { line: "", text: "" };
  private sequence = 0;
  private startedAt: number | undefined;
  private lastEnded = -Infinity;
  private failures = 0;
  private finishing = false;
  private failure: unknown;
  /** Nothing more is shown until the end. */
  private kept = false;
  private readonly stopping = new AbortController();
  /** Ends the sleep of the pump: there is something new. */
  private wake = new AbortController();
  /** Ends its waits for the pace: the answer is complete. */
  private readonly over = new AbortController();
  private pumping: Promise<void> | undefined;

  constructor(private readonly parts: AnswerStreamParts) {
    const { conversation, options } = parts;
    this.activityId = options.activity;
    // A stream that broke off cannot be taken up: its sequence is lost with who sent it, its message can be replaced.
    this.mode = conversation.kind !== "personal" ? "plain" : options.activity === undefined ? "stream" : "update";
  }

  get stopped(): AbortSignal {
    return this.stopping.signal;
  }

  inform(line: string): void {
    // After the first words a line would take their place.
    if (this.text !== "" || line === "") return;
    this.line = line;
    this.pump();
  }

  show(text: string): void {
    if (text === "") return;
    this.text = text;
    this.pump();
  }

  async finish(message: Outgoing): Promise<string> {
    if (this.finishing) throw new GenaiError("internal", "an answer was finished twice");
    this.finishing = true;
    this.over.abort();
    this.wake.abort();
    await this.pumping;
    if (this.failure !== undefined) throw asGenaiError(this.failure);
    if (this.stopping.signal.aborted) throw errorOf({ kind: "stream-stopped" });
    if (this.mode === "stream" && this.activityId !== undefined) return this.end(message, this.activityId);
    if (this.activityId !== undefined) return this.replace(message, this.activityId);
    return this.post(message);
  }

  async abandon(): Promise<void> {
    this.finishing = true;
    this.over.abort();
    this.wake.abort();
    await this.pumping;
  }

  /** Starts the pump when it is not running: one request at a time, each with the text of its moment. */
  private pump(): void {
    if (this.isOver()) return;
    this.wake.abort();
    this.pumping ??= this.run().catch((error: unknown) => {
      this.failure = error;
    });
  }

  private async run(): Promise<void> {
    const { clock, conversation, pace } = this.parts;
    // What is shown in the same breath goes out together.
    await Promise.resolve();
    try {
      while (!this.isOver()) {
        this.leaveStreamInTime();
        const wait = this.waitMs();
        if (wait === undefined) return;
        if (wait > 0) {
          this.wake = new AbortController();
          await clock.sleep(Math.min(wait, this.untilSwitch()), this.wake.signal);
          continue;
        }
        await pace.run(conversation.id, this.mode === "stream", () => this.sendChunk(), this.over.signal);
      }
    } finally {
      // In the same turn as the last look: what is shown from now on starts it anew.
      this.pumping = undefined;
    }
  }

  private isOver(): boolean {
    const { finishing, kept, mode, failure, stopping } = this;
    return finishing || kept || mode === "plain" || failure !== undefined || stopping.signal.aborted;
  }

  /** Until the next request. Undefined when nothing is left to do until something new is shown. */
  private waitMs(): number | undefined {
    const since = this.parts.clock.now() - this.lastEnded;
    const isChanged = this.text !== "" ? this.text !== this.shown.text : this.line !== this.shown.line;
    if (this.mode === "update") return isChanged && this.text !== "" ? updateGapMs - since : undefined;
    if (isChanged) return 0;
    return this.activityId === undefined ? undefined : heartbeatMs - since;
  }

  private untilSwitch(): number {
    if (this.mode !== "stream" || this.startedAt === undefined) return Infinity;
    return Math.max(0, this.startedAt + streamMs - this.parts.clock.now());
  }

  private leaveStreamInTime(): void {
    if (this.mode === "stream" && this.startedAt !== undefined && this.untilSwitch() <= 0) this.leaveStream();
  }

  private leaveStream(): void {
    this.mode = this.activityId === undefined ? "plain" : "update";
  }

  private async sendChunk(): Promise<void> {
    const { clock, connection, conversation } = this.parts;
    this.leaveStreamInTime();
    const { line, text } = this;
    // Teams refuses a text that does not go on from the one before; a replacement it takes.
    if (this.mode === "stream" && !text.startsWith(this.shown.text)) this.leaveStream();
    const activity = this.chunk();
    if (activity === undefined) return;
    if (bytesOf(activity) > messageBytes) return void this.keepForTheEnd();
    const replaces = this.mode === "update" ? this.activityId : undefined;
    if (this.mode === "stream") this.startedAt ??= clock.now();
    const outcome = await connection.send(conversation, {
      activity,
      ...(replaces === undefined ? {} : { replaces }),
    });
    this.lastEnded = clock.now();
    if (outcome.kind !== "taken") return this.answerFailure(outcome);
    this.failures = 0;
    this.shown = { line, text };
    if (this.activityId === undefined) {
      if (outcome.id === undefined || outcome.id === "") return void (this.mode = "plain");
      this.activityId = outcome.id;
      await this.parts.options.onStarted?.(outcome.id);
    }
  }

  /** The activity of the moment; undefined when there is nothing to say. */
  private chunk(): OutgoingActivity | undefined {
    const { text, line, mode } = this;
    if (mode === "update")
      return text === "" ? undefined : { type: "message", text, textFormat: "markdown", entities: [rootEntity()] };
    const words = text === "" ? line : text;
    if (words === "") return undefined;
    // A first request that failed starts again with 1; later numbers are never used twice, so that none comes out of order.
    this.sequence = this.activityId === undefined ? 1 : this.sequence + 1;
    return {
      type: "typing",
      text: words,
      entities: [
        {
          type: "streaminfo",
          streamType: text === "" ? "informative" : "streaming",
          streamSequence: this.sequence,
          ...(this.activityId === undefined ? {} : { streamId: this.activityId }),
        },
      ],
    };
  }

  private async answerFailure(outcome: SendOutcome): Promise<void> {
    const { clock, pace, conversation } = this.parts;
    switch (outcome.kind) {
      case "stream-stopped":
        return this.stopping.abort();
      case "stream-expired":
      case "stream-completed":
      case "stream-not-allowed":
      case "stream-rewritten":
        return this.leaveStream();
      case "too-large":
      case "refused":
      case "unauthenticated":
        return this.keepForTheEnd();
      case "throttled": {
        const wait = waitAfter(outcome, ++this.failures);
        pace.hold(conversation.id, wait);
        return;
      }
      case "dropped":
      case "taken":
        return;
      case "unavailable":
      case "unreached":
      case "lost":
        if (++this.failures >= mostFailures) return this.keepForTheEnd();
        return clock.sleep(waitAfter(outcome, this.failures), this.wake.signal);
    }
  }

  /** The end is tried all the same. */
  private keepForTheEnd(): void {
    this.kept = true;
  }

  /** The final message of a stream; a replacement where the stream does not take it any more. */
  private async end(message: Outgoing, id: string): Promise<string> {
    const { clock, connection, conversation, pace, sender, options } = this.parts;
    const files = filesOf(conversation, message);
    const [[, first], ...others] = partsOf(messageActivities(message)) as [FollowUp[0], ...FollowUp];
    const entities = [{ type: "streaminfo", streamType: "final", streamId: id }, ...entitiesOf(first)];
    const wasTried = { uncertain: false };
    for (let attempt = 1; attempt <= mostFailures + 1; attempt++) {
      this.leaveStreamInTime();
      if (this.mode !== "stream") break;
      const outcome = await pace.run(conversation.id, true, () =>
        connection.send(conversation, { activity: { ...first, entities } }),
      );
      this.lastEnded = clock.now();
      if (outcome.kind === "stream-stopped") {
        this.stopping.abort();
        throw errorOf(outcome);
      }
      const isDone = outcome.kind === "taken" || (outcome.kind === "stream-completed" && wasTried.uncertain);
      if (isDone) {
        await sendFollowUp(sender, conversation, [...others, ...files], options.further);
        return id;
      }
      if (outcome.kind === "throttled") pace.hold(conversation.id, waitAfter(outcome, attempt));
      else if (outcome.kind === "unavailable" || outcome.kind === "lost" || outcome.kind === "unreached") {
        wasTried.uncertain ||= outcome.kind !== "unreached";
        await clock.sleep(waitAfter(outcome, attempt));
      } else break;
    }
    return this.replace(message, id);
  }

  private async replace(message: Outgoing, id: string): Promise<string> {
    const { sender, conversation, options } = this.parts;
    await replaceWith(sender, conversation, id, message, options.further);
    return id;
  }

  private async post(message: Outgoing): Promise<string> {
    const { sender, conversation, options } = this.parts;
    const files = filesOf(conversation, message);
    const [first, ...others] = partsOf(messageActivities(message));
    const id = await sender.post(conversation, first![1]);
    await options.onStarted?.(id);
    await sendFollowUp(sender, conversation, [...others, ...files], options.further);
    return id;
  }
}

function entitiesOf(activity: OutgoingActivity): unknown[] {
  return Array.isArray(activity["entities"]) ? activity["entities"] : [];
}

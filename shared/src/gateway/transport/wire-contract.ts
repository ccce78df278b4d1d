import type { FinishReason, GenaiError, SideEvent } from "../../vocabulary";
import type { HttpReply, HttpRequest } from "./http-client";
import type { Refusal } from "./refusals";

/** How an answer ended, as far as its wire told. The run adds the partial text. */
export type Outcome =
  | { type: "finished"; reason: FinishReason }
  | { type: "aborted" }
  | { type: "failed"; error: GenaiError; reason?: FinishReason };

/**
 * How a 2xx body is cut into payloads. "detect" looks at its first character (see body-reader.ts); "lines" is one JSON
 * value a line; "document" is one JSON value of any kind, a bare string for one; "bytes" is a file, which is not decoded.
 */
export type BodyFormat = "detect" | "lines" | "document" | "bytes";

/** Turns the payloads of one reply into words and an outcome. Throws GenaiError for what it cannot read. */
export interface ReplyDecoder {
  /** "detect" when left out. */
  readonly format?: BodyFormat;
  /** Events that have a name but no data say something too, such as that the answer is over; their data is then "". */
  readonly heedsNames?: boolean;
  /** How many events so far said nothing, such as pings; none when left out. */
  readonly keepAlives?: number;
  /** Takes one server-sent event, or one line (its name is then ""). */
  takeEvent(data: string, name: string): void;
  /** Takes a reply that was one JSON document instead of a stream. */
  takeDocument(document: unknown): void;
  /** Takes a piece of a body of format "bytes". */
  takeBytes?(bytes: Uint8Array): void;
  /** Words since the last call. */
  takeText(): string;
  /** Events other than words since the last call, usually none. */
  takeOthers(): SideEvent[];
  /** True once the model has shown a sign of life, be it thinking. */
  readonly started: boolean;
  /**
   * True once it is known how the answer ends, while extras such as usage may follow: for two seconds in all, whatever
   * else the server sends.
   */
  readonly answered: boolean;
  /** Why the model stopped, as soon as the wire said it. */
  readonly reason: FinishReason | undefined;
  /** True once nothing may follow. */
  readonly complete: boolean;
  /** How it ended, asked once: when complete, or when the body is over. */
  conclude(): Outcome;
  /** The reply failed without a conclusion: words that were held back are let go with the next `takeText`. */
  abandon?(): void;
}

/** What a contract has to say so that a run can be made of it. */
export interface WireContract {
  /** Builds the request; asked anew for every attempt, since credentials may have changed. */
  request(): Promise<HttpRequest>;
  /**
   * Sends it, where HTTP through axios is not the way (a cloud's own client). Rejects only when no reply came; the
   * signal closes the connection also later, while the body is read.
   */
  send?(request: HttpRequest, signal: AbortSignal): Promise<HttpReply>;
  decoder(): ReplyDecoder;
  /** The answer is asked for in one piece: its headers come when the model is done, so that they are waited for longer. */
  readonly wholeAnswer?: boolean;
  /**
   * The server watches its model itself and sends comments while it waits, so that each read, not only words, shows
   * that somebody is at work: it moves the timer of the first token, and after it that of silence.
   */
  readonly vouchesForModel?: boolean;
  /**
   * The server repeats failures of its model itself: an attempt that it has answered, be it with a failure, is not
   * tried again from here, or the two would multiply. What is left to repeat is the way to the server.
   */
  readonly repeatsItself?: boolean;
  /**
   * Which failures may be repeated, for a request that must not be done twice; all that pass when left out.
   */
  mayRepeat?(error: GenaiError): boolean;
  /** Reads a JSON error body; undefined when it says nothing that the status does not say. */
  refusalOf(status: number, body: unknown): (Refusal & { requestId?: string; retryAfterMs?: number }) | undefined;
  /** True when the refusal taught the contract to ask differently, so that asking again at once makes sense. */
  adaptTo?(status: number, body: string): boolean;
}

import { asGenaiError, GenaiError } from "../../vocabulary";
import { abortable } from "./abortable";
import { BodyReader } from "./body-reader";
import { connectionError } from "./connection-error";
import { requestIdOf, type HttpReply, type ReplyReader } from "./http-client";
import { readRefusedReply } from "./refused-reply";
import type { RunControl } from "./run-control";
import type { Transport } from "./transport-options";
import type { Outcome, ReplyDecoder, WireContract } from "./wire-contract";

/** How long usage or [DONE] may take once the answer is known to be whole; then it is finished without them. */
const trailingMs = 2_000;

/** How long the end of a body is awaited after its last event, so that the connection can be used again. */
const lingerMs = 250;

/**
 * One attempt of a run: a request, its reply and the connection it has. `open` and `read` never throw; they return the
 * outcome as soon as there is one.
 */
export class Attempt {
  readonly decoder: ReplyDecoder;
  /** The refusal taught the contract to ask differently. */
  adapted = false;
  /** The server itself has spoken: a refusal in the words of the contract, or the first bytes of a reply. */
  heard = false;
  private readonly body: BodyReader;
  private readonly connection = new AbortController();
  private reader: ReplyReader | undefined;
  private requestId: string | undefined;
  /** The timer of silence goes on: the last read brought nothing. */
  private silent = false;
  /** What is left of the time for what may follow a whole answer; undefined until it is whole. */
  private trailingLeftMs: number | undefined;
  private readonly disconnect = (): void => this.connection.abort();

  constructor(
    private readonly contract: WireContract,
    private readonly transport: Transport,
    private readonly control: RunControl,
  ) {
    this.decoder = contract.decoder();
    this.body = new BodyReader(this.decoder);
    if (control.signal.aborted) this.disconnect();
    else control.signal.addEventListener("abort", this.disconnect, { once: true });
  }

  /** Sends the request and waits for the headers. */
  async open(): Promise<Outcome | undefined> {
    const { control, transport } = this;
    if (control.cause !== undefined) return this.failed(undefined);
    control.watch("connect", this.headersMs());
    try {
      const request = await abortable(this.contract.request(), control.signal);
      const reply = await this.send(() => (this.contract.send ?? transport.send)(request, this.connection.signal));
      this.requestId = requestIdOf(reply);
      if (reply.status < 200 || reply.status > 299) return await this.refused(reply);
      control.watch("first-token", transport.timers.firstTokenMs);
      this.reader = reply.body?.getReader();
      return undefined;
    } catch (thrown) {
      return this.failed(thrown);
    }
  }

  /** Waits for the next network read and decodes it. */
  async read(): Promise<Outcome | undefined> {
    const { body, decoder } = this;
    try {
      this.watchSilence();
      const next = await this.nextBytes();
      if (next === undefined) {
        body.end();
        return this.concluded();
      }
      this.heard = true;
      this.noteRead(body.push(next));
      return decoder.complete ? this.concluded() : undefined;
    } catch (thrown) {
      return this.failed(thrown);
    }
  }

  /**
   * Gives up the connection. With `gently`, the end of the body is awaited for a moment, in the background: closing a
   * connection whose last bytes are on their way would cost the next request a new one.
   */
  close(gently: boolean): void {
    this.control.signal.removeEventListener("abort", this.disconnect);
    const { reader } = this;
    if (!gently || reader === undefined) return this.disconnect();
    const { clock } = this.transport;
    const limit = clock.setTimeout(this.disconnect, lingerMs);
    const drain = async (): Promise<void> => {
      while (!(await reader.read()).done);
    };
    void drain().then(
      () => clock.clearTimeout(limit),
      () => clock.clearTimeout(limit),
    );
  }

  /** How long the headers may take: a whole answer has been thought and written when they come. */
  private headersMs(): number {
    const { connectMs, firstTokenMs, idleMs } = this.transport.timers;
    return this.contract.wholeAnswer === true ? connectMs + firstTokenMs + idleMs : connectMs;
  }

  /** Starts the timer that the next read has to beat. */
  private watchSilence(): void {
    const { control, decoder } = this;
    const { firstTokenMs, idleMs } = this.transport.timers;
    if (!decoder.started) {
      if (this.contract.vouchesForModel) control.watch("first-token", firstTokenMs);
    } else if (decoder.answered) {
      // Armed once: nothing that follows, be it usage or keep-alive comments, gives the server more time.
      if (this.trailingLeftMs !== undefined && this.silent) return;
      this.trailingLeftMs ??= Math.min(idleMs, trailingMs);
      control.watch("idle", this.trailingLeftMs);
    } else if (!this.silent) control.watch("idle", idleMs);
  }

  /** While the caller works on the words no timer runs; the one for the first token does until there are words. */
  private noteRead(hadPayload: boolean): void {
    const { control, decoder } = this;
    if (!decoder.started) return;
    this.silent = !hadPayload && this.contract.vouchesForModel !== true;
    if (this.silent) return;
    if (this.trailingLeftMs !== undefined) this.trailingLeftMs = Math.max(0, control.phaseRemainingMs);
    control.unwatch();
  }

  private async nextBytes(): Promise<Uint8Array | undefined> {
    const { reader } = this;
    if (reader === undefined) return undefined;
    try {
      const { value } = await reader.read();
      return value;
    } catch (thrown) {
      throw connectionError("connection-lost", thrown);
    }
  }

  private async send(request: () => Promise<HttpReply>): Promise<HttpReply> {
    try {
      return await request();
    } catch (thrown) {
      if (GenaiError.isInstance(thrown)) throw thrown;
      throw connectionError("connection-failed", thrown);
    }
  }

  private async refused(reply: HttpReply): Promise<Outcome> {
    this.control.unwatch();
    const { error, adapted, told } = await readRefusedReply(
      reply,
      this.contract,
      this.disconnect,
      this.transport.clock,
    );
    this.adapted = adapted;
    this.heard = told;
    return this.failed(error);
  }

  private concluded(): Outcome {
    const outcome = this.decoder.conclude();
    return outcome.type === "failed" ? { ...outcome, error: this.withRequestId(outcome.error) } : outcome;
  }

  /** What a thrown value means: our own doing first, because a stop shows itself as a broken connection. */
  private failed(thrown: unknown): Outcome {
    const { cause } = this.control;
    this.decoder.abandon?.();
    if (cause?.type === "aborted") return { type: "aborted" };
    const lost = GenaiError.isInstance(thrown) && thrown.code === "connection-lost";
    if ((cause !== undefined || lost) && this.decoder.answered) return this.concluded();
    const error = cause === undefined ? asGenaiError(thrown) : this.control.timeoutError(cause.phase);
    const reason = this.decoder.reason;
    return { type: "failed", error: this.withRequestId(error), ...(reason === undefined ? {} : { reason }) };
  }

  private withRequestId(error: GenaiError): GenaiError {
    if (error.requestId !== undefined || this.requestId === undefined) return error;
    return new GenaiError(error.code, error.message, {
      retryable: error.retryable,
      requestId: this.requestId,
      ...(error.status === undefined ? {} : { status: error.status }),
      ...(error.phase === undefined ? {} : { phase: error.phase }),
      ...(error.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs }),
      ...(error.cause === undefined ? {} : { cause: error.cause }),
    });
  }
}

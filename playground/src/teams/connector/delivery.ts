import type { WireActivity } from "./activity";
import type { Exchange, ExchangeLog } from "./exchange-log";

/** How often and how long Teams tries (reference page on Teams, 3.3). Milliseconds. */
export const messageWaitMs = 15_000;
export const invokeWaitMs = 5_000;
const repeats = 2;

/** What came of sending one activity to the bot. */
export interface Delivery {
  activity: WireActivity;
  attempts: readonly { status: number | undefined; failure?: "timeout" | "unreachable"; ms: number }[];
  /** Status of the last attempt; undefined when the bot never answered. */
  status: number | undefined;
  /** Body of the last answer, parsed when it is JSON. */
  body: unknown;
}

export interface DeliveryOptions {
  botUrl: string;
  log: ExchangeLog;
  /** Value of the Authorization header; undefined when nothing is signed. */
  authorization: (() => string) | undefined;
  /** Multiplies the waits of Teams. */
  timeScale: number;
  /** Ends what is under way. */
  signal: AbortSignal;
  now: () => number;
}

/**
 * Sends an activity to the bot as Teams does: what is not acknowledged in time (15 s; invokes 5 s), or answered with a server
 * error, is sent again, the same activity, twice.
 */
export async function deliver(activity: WireActivity, options: DeliveryOptions): Promise<Delivery> {
  const waitMs = (activity.type === "invoke" ? invokeWaitMs : messageWaitMs) * options.timeScale;
  const attempts: Delivery["attempts"][number][] = [];
  let last: { status: number | undefined; body: unknown } = { status: undefined, body: undefined };
  for (let attempt = 0; attempt <= repeats && !options.signal.aborted; attempt++) {
    const begun = options.now();
    const outcome = await attemptOnce(activity, options, waitMs);
    attempts.push({
      status: outcome.status,
      ms: options.now() - begun,
      ...(outcome.failure === undefined ? {} : { failure: outcome.failure }),
    });
    last = outcome;
    if (outcome.status !== undefined && outcome.status < 500) break;
    // 501 says that the bot does not know the invoke.
    if (outcome.status === 501) break;
    if (attempt < repeats && outcome.failure !== "timeout") await pause(waitMs, options.signal);
  }
  return { activity, attempts, ...last };
}

async function attemptOnce(
  activity: WireActivity,
  { botUrl, log, authorization, signal }: DeliveryOptions,
  waitMs: number,
): Promise<{ status: number | undefined; body: unknown; failure?: "timeout" | "unreachable" }> {
  const header = authorization?.();
  const exchange: Exchange = log.begin({
    direction: "to-bot",
    method: "POST",
    path: new URL(botUrl).pathname,
    // The activity as it is now: who holds it may change it.
    request: structuredClone(activity),
    authorized: header !== undefined,
  });
  const late = AbortSignal.timeout(Math.max(1, Math.round(waitMs)));
  try {
    const response = await fetch(botUrl, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...(header === undefined ? {} : { Authorization: header }) },
      body: JSON.stringify(activity),
      signal: AbortSignal.any([late, signal]),
    });
    const text = await response.text();
    const body = parsed(text);
    log.end(exchange, { status: response.status, ...(text === "" ? {} : { response: body }) });
    return { status: response.status, body };
  } catch {
    // Whatever keeps the bot from answering is the outcome here, not an error of the connector.
    const failure = late.aborted ? "timeout" : "unreachable";
    log.end(exchange, { failure });
    return { status: undefined, body: undefined, failure };
  }
}

function parsed(text: string): unknown {
  try {
    return text === "" ? undefined : (JSON.parse(text) as unknown);
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener("abort", done);
    if (signal.aborted) done();
  });
}

import type { Timers } from "@genai-office/shared/gateway";
import type { Reply } from "../../support/model-server";
import { resetReply, silentReply, webPageReply, type Part } from "../../support/model-server-replies";
import type { ContractUnderTest } from "./contract-under-test";
import type { FaultName } from "./fault-names";

/** Words of the healthy answer. */
export const words = "令和８年度の補正予算案は、総額１，２５０万円です。";

/** Stands in every text of an error; must never be seen in an answer. */
export const secret = "秘密のエラー本文";

/** What a case does: where it connects, what is answered to the first request and so on, and when it is aborted. */
export interface Scenario {
  connect: "server" | "closed-port" | "unknown-name" | "unknown-certificate";
  replies: Reply[];
  /** Milliseconds after the server was asked for the answer; 0 is before the run. */
  abortAfterMs?: number;
  /** The words that a finished run must have given, when they are not the usual ones. */
  words?: string;
  timers?: Partial<Timers>;
}

const sixteenMegabytes = 16 * 1024 * 1024;

/** For the cases that wait for a timer. All others have time: a loaded machine is no fault. */
const short: Partial<Timers> = { connectMs: 300, firstTokenMs: 300, idleMs: 300 };

/** Makes a fault in a contract's own words; undefined for one that it has not. */
export function scenarioOf(contract: ContractUnderTest, fault: FaultName): Scenario | undefined {
  if (fault in contract.without) return undefined;
  const { accepted, answer, beginning, errorInside, malformed, open, refusal } = contract;
  const served = (...replies: Reply[]): Scenario => ({ connect: "server", replies });
  const aborted = (abortAfterMs: number, reply: Reply): Scenario => ({ ...served(reply), abortAfterMs });
  const ended = (parts: Part[] | undefined): Scenario | undefined => parts && served(open(parts));
  const healthy = open(answer(words, "stop")!);
  const half = beginning(words);
  switch (fault) {
    case "none":
      return served(healthy);
    case "connection-refused":
      return { connect: "closed-port", replies: [] };
    case "dns-failure":
      return { connect: "unknown-name", replies: [] };
    case "tls-failure":
      return { connect: "unknown-certificate", replies: [] };
    case "status-429-retry-after":
      return served(refusal(429, secret, { "Retry-After": "0.2" }), healthy);
    case "status-429-retry-after-an-hour":
      return served(refusal(429, secret, { "Retry-After": "3600" }));
    case "status-502-html":
      return served(webPageReply(502));
    case "status-401-expired-key":
      return served(refusal(401, secret));
    case "status-400":
    case "status-403":
    case "status-404":
    case "status-413":
    case "status-429":
    case "status-500":
    case "status-503":
    case "status-504":
      return served(refusal(Number(fault.slice(-3)), secret));
    case "reset-before-headers":
      return served(resetReply);
    case "reset-before-first-byte":
      return served(open([20], { end: "reset" }));
    case "reset-mid-stream":
      return served(open([...half, 30], { end: "reset" }));
    case "clean-end-without-terminal":
      return served(open(half));
    case "stall-before-headers":
      return { ...served(silentReply), timers: short };
    case "stall-before-first-byte":
      return { ...served(open([], { end: "never" })), timers: short };
    case "stall-after-first-byte":
      return { ...served(open(half, { end: "never" })), timers: short };
    case "malformed-json":
      return served(open(malformed(secret)));
    case "broken-utf8":
      return served(open([...half, Uint8Array.of(0xe7, 0x22, 0x0a, 0x0a)], { end: "clean" }));
    case "event-16-mb": {
      const text = "あ".repeat(Math.floor(sixteenMegabytes / 3));
      return { ...served(open(answer(text, "stop")!)), words: text };
    }
    case "error-inside-200":
      return served(open(errorInside(secret)));
    case "error-mid-stream":
      return served(open([...half, ...errorInside(secret)]));
    case "content-filter":
      return ended(answer(words, "content-filter"));
    case "length-stop":
      return ended(answer(words, "length"));
    case "slow-trickle":
      // Longer in all than the timer of silence, and by far never silent for as long: a loaded machine is no fault.
      return { ...served(trickle(open, answer(words, "stop")!)), timers: { idleMs: 2_000, firstTokenMs: 8_500 } };
    case "web-page-200":
      return served(webPageReply(200));
    case "abort-before-send":
      return aborted(0, healthy);
    case "abort-connecting":
      return aborted(80, silentReply);
    case "abort-waiting-for-first-byte":
      return aborted(80, open([], { end: "never" }));
    case "abort-streaming":
      return aborted(120, open(half, { end: "never" }));
    case "abort-in-back-off":
      return aborted(120, refusal(429, secret, { "Retry-After": "30" }));
    case "abort-while-polling":
      return accepted && aborted(200, accepted());
  }
}

/** The same bytes in many small writes, with pauses longer in all than the timer of silence. */
function trickle(open: ContractUnderTest["open"], parts: Part[]): Reply {
  const bytes = Buffer.concat(
    parts.map((part) => (typeof part === "number" ? Buffer.alloc(0) : Buffer.from(part as string))),
  );
  const step = Math.ceil(bytes.length / 12);
  const pieces: Part[] = [];
  for (let at = 0; at < bytes.length; at += step) pieces.push(bytes.subarray(at, at + step), 200);
  return open(pieces);
}

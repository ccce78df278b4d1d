import type { ContractUnderTest, Expected } from "./contract-under-test";
import type { FaultName } from "./fault-names";

const failed = (code: Extract<Expected, { outcome: "failed" }>["code"]): Expected => ({ outcome: "failed", code });
const whole: Expected = { outcome: "finished", code: "stop" };
const aborted: Expected = { outcome: "aborted", code: null };

/** How each fault ends for most contracts. */
const common: Readonly<Record<FaultName, Expected>> = {
  none: whole,
  "connection-refused": failed("connection-failed"),
  "dns-failure": failed("connection-failed"),
  "tls-failure": failed("connection-failed"),
  "status-400": failed("bad-request"),
  "status-401-expired-key": failed("unauthorized"),
  "status-403": failed("forbidden"),
  "status-404": failed("not-found"),
  "status-413": failed("input-too-large"),
  "status-429": failed("rate-limited"),
  "status-429-retry-after": whole,
  "status-429-retry-after-an-hour": failed("rate-limited"),
  "status-500": failed("server-error"),
  "status-502-html": failed("not-a-model-server"),
  "status-503": failed("unavailable"),
  "status-504": failed("unavailable"),
  "reset-before-headers": failed("connection-failed"),
  "reset-before-first-byte": failed("connection-lost"),
  "reset-mid-stream": failed("connection-lost"),
  "clean-end-without-terminal": failed("incomplete-stream"),
  "stall-before-headers": failed("timeout"),
  "stall-before-first-byte": failed("timeout"),
  "stall-after-first-byte": failed("timeout"),
  "malformed-json": failed("malformed-response"),
  "broken-utf8": failed("malformed-response"),
  "event-16-mb": whole,
  "error-inside-200": failed("upstream-error"),
  "error-mid-stream": failed("upstream-error"),
  "content-filter": failed("content-blocked"),
  "length-stop": { outcome: "finished", code: "length" },
  "slow-trickle": whole,
  "web-page-200": failed("not-a-model-server"),
  "abort-before-send": aborted,
  "abort-connecting": aborted,
  "abort-waiting-for-first-byte": aborted,
  "abort-streaming": aborted,
  "abort-in-back-off": aborted,
  "abort-while-polling": aborted,
};

/** How a fault must end for a contract. */
export function expectedOf(contract: ContractUnderTest, fault: FaultName): Expected {
  return contract.expected[fault] ?? common[fault];
}

import { fromWireError, genaiErrorCodes, type WireError } from "../vocabulary";
import type { WireContract } from "../gateway/transport/wire-contract";
import { isRecord } from "./relay-decoder";

/** Reads `{error: WireError}`; undefined when a proxy in front of the relay spoke instead. */
export const relayRefusal: WireContract["refusalOf"] = (_status, body) => {
  if (!isRecord(body) || !isRecord(body.error)) return undefined;
  const wire = body.error as Partial<WireError>;
  if (!(genaiErrorCodes as readonly unknown[]).includes(wire.code)) return undefined;
  const { code, retryable, requestId, retryAfterMs } = fromWireError(wire);
  return {
    code,
    retryable,
    ...(requestId === undefined ? {} : { requestId }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
};

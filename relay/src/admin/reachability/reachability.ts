import type { ReachabilityReport } from "../shapes";
import type { Endpoint } from "./endpoints";
import { probeEndpoint } from "./probe-endpoint";

/** Looks whether the upstreams answer. */
export interface Reachability {
  /** What the last look said; undefined before the first. */
  last(): ReachabilityReport | undefined;
  /** Looks now. Who asks while a look is under way, or shortly after one, gets that one: nobody can make the relay knock. */
  look(): Promise<ReachabilityReport>;
}

/** How long a look is new. Milliseconds. */
const newForMs = 10_000;

/** Servers that are asked at the same time, and at all. */
const together = 8;
const mostEndpoints = 100;

export function createReachability(endpoints: readonly Endpoint[]): Reachability {
  let last: ReachabilityReport | undefined;
  let looking: Promise<ReachabilityReport> | undefined;

  async function lookAtAll(): Promise<ReachabilityReport> {
    const waiting = endpoints.slice(0, mostEndpoints).entries();
    const found: ReachabilityReport["endpoints"] = [];
    await Promise.all(
      Array.from({ length: together }, async () => {
        for (const [index, endpoint] of waiting) found[index] = await probeEndpoint(endpoint);
      }),
    );
    return (last = { at: new Date().toISOString(), endpoints: found });
  }

  return {
    last: () => last,
    look() {
      if (last !== undefined && Date.now() - Date.parse(last.at) < newForMs) return Promise.resolve(last);
      looking ??= lookAtAll().finally(() => (looking = undefined));
      return looking;
    },
  };
}

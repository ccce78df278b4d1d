import type { GenaiError } from "@genai-office/shared/vocabulary";
import pino from "pino";
import type { AuditState } from "../../../../relay/src/audit/audit-watch";
import { localCaller } from "../../../../relay/src/policy/caller";
import { beginStep } from "../../../../relay/src/run/begin-step";
import type { RelayServices } from "../../../../relay/src/server/relay-services";
import { upstreamCard } from "../../../../relay/src/config/upstream-card";
import { summarizeStep } from "../../../integration/relay/relay-under-test";

/** What a step meets until the database is asked for; its refusals are never written, as in a database that hangs. */
function servicesWith(state: AuditState, admit: () => Promise<never>) {
  const refused: string[] = [];
  const card = upstreamCard({ model: "stand-in" });
  const services = {
    logger: pino({ level: "silent" }),
    settings: () => ({ version: "none" }),
    limits: { arrive: () => ({ at: 0 }), admit },
    catalogueFor: () => ({ models: [card], default: {} }),
    killSwitch: { ready: () => Promise.resolve(), require: () => undefined },
    auditState: () => state,
    refusals: {
      refuse: (_facts: unknown, { code }: GenaiError) => {
        refused.push(code);
        return new Promise(() => undefined);
      },
    },
  } as unknown as RelayServices;
  return { services, refused };
}

const begin = (services: RelayServices, model = "stand-in") =>
  beginStep(services, {
    requestId: "r-1",
    route: "steps",
    caller: localCaller,
    step: summarizeStep({ model }),
    gate: () => Promise.reject(new Error("not reached")),
  });

test("a refusal does not wait for a record that is not written", async () => {
  const { services, refused } = servicesWith({ database: "ok", chain: "ok" }, () => Promise.reject(new Error("no")));
  const begun = performance.now();
  await expect(begin(services, "no-such-model")).rejects.toMatchObject({ code: "model-unknown" });
  // The record alone would have taken fifteen seconds.
  expect(performance.now() - begun).toBeLessThan(8_000);
  expect(refused).toEqual(["model-unknown"]);
});

test.each<AuditState>([
  { database: "unreachable", fault: "timeout", chain: "ok" },
  { database: "unusable" },
  { database: "ok", chain: "blocked" },
])("a step is refused before the database is asked when that is known to be in vain: %j", async (state) => {
  let asked = false;
  const { services, refused } = servicesWith(state, () => {
    asked = true;
    return new Promise(() => undefined);
  });
  await expect(begin(services)).rejects.toMatchObject({ code: "unavailable", retryable: true });
  expect(asked).toBe(false);
  expect(refused).toEqual(["unavailable"]);
  await expect(begin(services, "no-such-model")).rejects.toMatchObject({ code: "model-unknown" });
});

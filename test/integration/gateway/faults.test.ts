import { contractsUnderTest } from "../../bench/faults/contracts";
import { faultNames, type FaultName } from "../../bench/faults/fault-names";
import { runCase, type CaseRow } from "../../bench/faults/run-case";
import { scenarioOf } from "../../bench/faults/scenario";

/** Every contract x every fault that it can have; the large one is in faults-large.test.ts. */
const cases = contractsUnderTest.flatMap((contract) =>
  faultNames
    .filter((fault) => fault !== "event-16-mb" && scenarioOf(contract, fault) !== undefined)
    .map((fault) => ({ contract, fault })),
);

/** Cases at a time: they mostly wait. */
const concurrency = 12;
const rows = new Map<string, CaseRow>();

beforeAll(async () => {
  const waiting = cases.values();
  const worker = async (): Promise<void> => {
    for (const { contract, fault } of waiting) rows.set(`${contract.name} ${fault}`, (await runCase(contract, fault))!);
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
});

describe.each(contractsUnderTest.map((contract) => [contract.name] as const))("%s", (name) => {
  test.each(cases.filter(({ contract }) => contract.name === name).map(({ fault }) => [fault] as const))(
    "%s",
    (fault) => {
      const { outcome, code, expected, wrongText, requests, abortMs } = rows.get(`${name} ${fault}`)!;
      expect({ outcome, code }).toEqual(expected);
      expect(wrongText).toBe(false);
      // At once; far below the time of any fault, with room for a machine that does much else.
      if (fault.startsWith("abort")) expect(abortMs).toBeLessThan(5_000);
      expect(requests).toBe(expectedRequests(fault, requests));
    },
  );
});

/** Requests that a fault must lead to; those it may lead to differ by contract and are not told here. */
function expectedRequests(fault: FaultName, seen: number): number {
  if (fault === "abort-before-send") return 0;
  const final: FaultName[] = [
    "none",
    "status-401-expired-key",
    "status-403",
    "status-404",
    "status-429-retry-after-an-hour",
  ];
  if (final.includes(fault) || fault.startsWith("abort")) return 1;
  return fault === "status-429-retry-after" ? 2 : seen;
}

test("a fault that a contract has not has a reason", () => {
  for (const contract of contractsUnderTest) {
    for (const fault of faultNames) {
      const reason = contract.without[fault];
      expect(scenarioOf(contract, fault) === undefined).toBe(reason !== undefined);
      if (reason !== undefined) expect(reason.length).toBeGreaterThan(10);
    }
  }
});

import { contractsUnderTest } from "../faults/contracts";
import { faultNames } from "../faults/fault-names";
import { runCase, type CaseRow } from "../faults/run-case";
import { formatTable, MeasurementImpossible, type Measure } from "../measurement";

/** Cases at a time: they mostly wait. */
const concurrency = 6;

/**
 * Every contract x every fault that it can have (docs/measurements.md, `faults`), each against a stand-in server of its own.
 * `oneTerminalEvent` counts the cases that ended in exactly one terminal event, the last; `wrongText` those in which words
 * of an error, or others than the answer's, were handed on; `asExpected` those that ended as test/bench/faults says.
 */
export const measure: Measure = async (args) => {
  const names = args.length === 0 ? contractsUnderTest.map(({ name }) => name) : args;
  const unknown = names.find((name) => !contractsUnderTest.some((contract) => contract.name === name));
  if (unknown !== undefined) throw new MeasurementImpossible(`no contract ${unknown}; usage: faults [CONTRACT ...]`);
  const contracts = contractsUnderTest.filter(({ name }) => names.includes(name));
  const pairs = contracts.flatMap((contract) => faultNames.map((fault) => ({ contract, fault })));
  const rows: (CaseRow | undefined)[] = pairs.map(() => undefined);
  const waiting = pairs.flatMap(({ fault }, index) => (fault === "event-16-mb" ? [] : [index])).values();
  const run = async (index: number): Promise<void> => {
    const { contract, fault } = pairs[index]!;
    rows[index] = await runCase(contract, fault);
  };
  const worker = async (): Promise<void> => {
    for (const index of waiting) await run(index);
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  // Megabytes keep the process busy for longer than the short timers of the others allow.
  for (const [index, { fault }] of pairs.entries()) if (fault === "event-16-mb") await run(index);
  return report(rows.filter((row) => row !== undefined));
};

function report(rows: CaseRow[]) {
  const count = (is: (row: CaseRow) => boolean): number => rows.filter(is).length;
  const ended = ["finished", "failed", "aborted"];
  const isExpected = ({ outcome, code, expected }: CaseRow): boolean =>
    outcome === expected.outcome && code === expected.code;
  const table = formatTable(
    ["contract", "fault", "outcome", "code", "ms", "requests", "as expected", "wrong text"],
    rows.map((row) => [
      row.contract,
      row.fault,
      row.outcome,
      row.code,
      row.ms,
      row.requests,
      isExpected(row) ? "yes" : "NO",
      row.wrongText ? "YES" : "no",
    ]),
  );
  return {
    table,
    json: {
      cases: rows.length,
      oneTerminalEvent: count(({ outcome }) => ended.includes(outcome)),
      hung: count(({ outcome }) => outcome === "hung"),
      wrongText: count(({ wrongText }) => wrongText),
      asExpected: count(isExpected),
      rows: rows.map(({ expected, ...row }) => ({
        ...row,
        expectedOutcome: expected.outcome,
        expectedCode: expected.code,
      })),
    },
  };
}

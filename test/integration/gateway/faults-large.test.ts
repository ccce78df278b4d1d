import { contractsUnderTest } from "../../bench/faults/contracts";
import { runCase } from "../../bench/faults/run-case";

test.each(contractsUnderTest.map((contract) => [contract.name, contract] as const))(
  "%s: one event of 16 MB is read whole",
  async (_, contract) => {
    const row = await runCase(contract, "event-16-mb");
    expect(row).toMatchObject({ outcome: "finished", code: "stop", wrongText: false });
  },
  20_000,
);

import { furtherMessages } from "../../../../teams-bot/src/jobs/further-messages";
import { LeaseLostError } from "../../../../teams-bot/src/store/job-notes";

/** Steps of a job, over its attempts. */
function notes() {
  const steps = new Map<string, object>();
  let asked = 0;
  return {
    get asked() {
      return asked;
    },
    step: (key: string) => {
      asked += 1;
      return Promise.resolve(steps.get(key));
    },
    storeStep: (key: string, result: object) => Promise.resolve(void steps.set(key, result)),
  };
}
const held = { assertHeld: () => undefined };

test("what an attempt has said beside its answer, the next one finds", async () => {
  const stored = notes();
  const first = furtherMessages({ job: { attempt: 1 }, notes: stored, lease: held });
  expect(await first.find("part 2")).toBeUndefined();
  await first.note("part 2", "activity-7");
  expect(await first.find("part 2")).toBe("activity-7");
  // Nothing can have been said before the first attempt: nobody asks the database.
  expect(stored.asked).toBe(0);
  const second = furtherMessages({ job: { attempt: 2 }, notes: stored, lease: held });
  expect(await second.find("part 2")).toBe("activity-7");
  expect(await second.find("card")).toBeUndefined();
});

test("who has lost the job notes nothing", async () => {
  const lost = {
    assertHeld: () => {
      throw new LeaseLostError();
    },
  };
  const stored = notes();
  await expect(furtherMessages({ job: { attempt: 1 }, notes: stored, lease: lost }).note("card", "a")).rejects.toThrow(
    LeaseLostError,
  );
  expect(await stored.step("message beside card")).toBeUndefined();
});

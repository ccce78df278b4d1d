import { PerCaller } from "../../../../relay/src/upstreams/credentials/per-caller";

describe("PerCaller", () => {
  test("makes one thing for each caller, and forgets who has not asked for longest", () => {
    const made: string[] = [];
    const kept = new PerCaller(({ id }) => {
      made.push(id);
      return { id };
    });
    const first = kept.get({ id: "first" });
    expect(kept.get({ id: "first" })).toBe(first);
    const second = kept.get({ id: "second" });
    for (let other = 0; other < 1_998; other++) kept.get({ id: `other-${other}` });
    expect(kept.get({ id: "first" })).toBe(first);
    kept.get({ id: "one too many" });
    expect(kept.get({ id: "first" })).toBe(first);
    expect(kept.get({ id: "second" })).not.toBe(second);
    expect(made.filter((id) => id === "second")).toHaveLength(2);
  });
});

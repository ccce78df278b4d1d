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

  test("makes another for the next person under the same id, and does not give the first one's back", () => {
    let session: object | undefined = { of: "first" };
    const kept = new PerCaller(
      () => ({}),
      () => session,
    );
    const first = kept.get({ id: "pane" });
    expect(kept.get({ id: "pane" })).toBe(first);
    session = undefined;
    const signedOut = kept.get({ id: "pane" });
    session = { of: "second" };
    const second = kept.get({ id: "pane" });
    expect(new Set([first, signedOut, second]).size).toBe(3);
    expect(kept.get({ id: "pane" })).toBe(second);
  });
});

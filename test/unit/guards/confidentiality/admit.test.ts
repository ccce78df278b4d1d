import { admit } from "@genai-office/shared/guards";
import type { ConfidentialityClass, ConfidentialityDecision } from "@genai-office/shared/vocabulary";

const cleared = { clearance: "2", region: "jp" } as const;
const local = { clearance: "2", region: "local" } as const;
const abroad = { clearance: "2", region: "other" } as const;
const open = { clearance: "1", region: "jp" } as const;
const ok = { allowed: true };
const no = (code: string) => ({ allowed: false, code });

describe("the gate", () => {
  test.each([cleared, local, open])("class 3 never leaves, confirmed or not", (card) => {
    expect(admit({ class: "3", decision: "block" }, card, true)).toEqual(no("confidentiality-blocked"));
    expect(admit({ class: "3", decision: "block" }, card, false)).toEqual(no("confidentiality-blocked"));
  });

  test("a judgement that says less than its class is not believed", () => {
    expect(admit({ class: "3", decision: "allow" }, cleared, true)).toEqual(no("confidentiality-blocked"));
    expect(admit({ class: "unknown", decision: "allow" }, cleared, false)).toEqual(no("confidentiality-unconfirmed"));
    expect(admit({ class: "2", decision: "allow" }, open, true)).toEqual(no("model-not-cleared"));
    expect(admit({ class: "none", decision: "block" }, cleared, true)).toEqual(no("confidentiality-blocked"));
  });

  test("an ask needs a person and a cleared model", () => {
    const judgement = { class: "unknown", decision: "ask" } as const;
    expect(admit(judgement, cleared, false)).toEqual(no("confidentiality-unconfirmed"));
    expect(admit(judgement, open, true)).toEqual(no("model-not-cleared"));
    expect(admit(judgement, abroad, true)).toEqual(no("model-not-cleared"));
    expect(admit(judgement, cleared, true)).toEqual(ok);
  });

  test("class 2 goes to cleared models in Japan or in this process only", () => {
    const judgement = { class: "2", decision: "clearedOnly" } as const;
    expect(admit(judgement, cleared, false)).toEqual(ok);
    expect(admit(judgement, local, false)).toEqual(ok);
    expect(admit(judgement, abroad, true)).toEqual(no("model-not-cleared"));
    expect(admit(judgement, open, true)).toEqual(no("model-not-cleared"));
  });

  test.each(["1", "none"] as const)("class %s goes to any model of the catalogue", (cls) => {
    expect(admit({ class: cls, decision: "allow" }, open, false)).toEqual(ok);
    expect(admit({ class: cls, decision: "allow" }, abroad, false)).toEqual(ok);
  });

  test("fails closed on what it does not know", () => {
    const odd = (value: unknown) => value as never;
    for (const judgement of [
      undefined,
      null,
      {},
      { class: "4", decision: "allow" },
      { class: "none" },
      { class: "none", decision: "maybe" },
    ]) {
      expect(admit(odd(judgement), cleared, true).allowed).toBe(false);
    }
    for (const card of [undefined, {}, { clearance: 2, region: "jp" }, { clearance: "3", region: "jp" }]) {
      expect(admit({ class: "2", decision: "clearedOnly" }, odd(card), true).allowed).toBe(false);
      expect(admit({ class: "none", decision: "allow" }, odd(card), true).allowed).toBe(false);
    }
    expect(admit({ class: "unknown", decision: "ask" }, cleared, odd("yes")).allowed).toBe(false);
  });

  test("no combination lets more through when the judgement gets stricter", () => {
    const classes: ConfidentialityClass[] = ["none", "1", "unknown", "2", "3"];
    const decisions: ConfidentialityDecision[] = ["allow", "clearedOnly", "ask", "block"];
    for (const card of [cleared, abroad, open]) {
      for (const cls of classes) {
        const admitted = decisions.map((decision) => admit({ class: cls, decision }, card, false).allowed);
        expect(admitted).toEqual([...admitted].sort((a, b) => Number(b) - Number(a)));
      }
    }
  });
});

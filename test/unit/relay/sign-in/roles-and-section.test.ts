import { rolesOf, sectionOf } from "../../../../relay/src/sign-in/roles-and-section";
import { createPseudonyms } from "../../../../relay/src/sign-in/pseudonym";

const none = { viewer: [], operator: [], officer: [] };

describe("roles", () => {
  test.each([
    [[], []],
    [["GenAI.Admin.Viewer"], ["viewer"]],
    [["GenAI.Admin.Operator"], ["viewer", "operator"]],
    [["GenAI.Admin.Officer"], ["viewer", "officer"]],
    [
      ["GenAI.Admin.Officer", "GenAI.Admin.Operator"],
      ["viewer", "operator", "officer"],
    ],
    [["genai.admin.officer", "GenAI.Admin", "officer", "GenAI.Service"], []],
  ])("of %j without settings: %j", (roles, expected) => {
    expect(rolesOf({ roles, groups: [] }, { roles: none })).toEqual(expected);
  });

  test("settings name them anew, role by role, by roles or groups", () => {
    const settings = { roles: { ...none, officer: ["records-office", "group-1"] } };
    expect(rolesOf({ roles: ["GenAI.Admin.Officer"], groups: [] }, settings)).toEqual([]);
    expect(rolesOf({ roles: [], groups: ["group-1"] }, settings)).toEqual(["viewer", "officer"]);
    expect(rolesOf({ roles: ["GenAI.Admin.Operator"], groups: [] }, settings)).toEqual(["viewer", "operator"]);
  });
});

describe("sections", () => {
  const limits = { person: {}, section: {} };
  const sections = [
    { id: "budget-1", name: { ja: "予算第一係" }, groups: ["g1", "g2"], limits },
    { id: "budget", name: { ja: "予算課" }, groups: ["g2", "g3"], limits },
  ];
  test.each([
    [["g3"], "budget"],
    [["g3", "g1"], "budget-1"],
    [["g4"], undefined],
    [[], undefined],
  ])("of groups %j: %s", (groups, expected) => {
    expect(sectionOf({ roles: [], groups }, { sections })).toBe(expected);
  });
});

test("a pseudonym is the same for a person however ids are written, and another with another secret or tenant", () => {
  const pseudonym = createPseudonyms("s".repeat(32))("T1", "O1");
  expect(pseudonym).toMatch(/^[0-9a-f]{64}$/);
  expect(createPseudonyms("s".repeat(32))("t1", "o1")).toBe(pseudonym);
  expect(createPseudonyms("r".repeat(32))("t1", "o1")).not.toBe(pseudonym);
  expect(createPseudonyms("s".repeat(32))("t2", "o1")).not.toBe(pseudonym);
});

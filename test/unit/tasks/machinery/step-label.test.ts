import { stepLabel } from "../../../../shared/src/tasks/machinery/step-label";

test("a label of any length is cut where a relay takes it, and never within a character", () => {
  expect(stepLabel("佐藤 / 2025-10-02")).toBe("佐藤 / 2025-10-02");
  expect(stepLabel("照".repeat(900))).toHaveLength(500);
  expect(stepLabel(`照${"𠮷".repeat(400)}`)).toBe(`照${"𠮷".repeat(249)}`);
});

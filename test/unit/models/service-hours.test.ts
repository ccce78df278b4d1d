import { dateInJapan, isOpen, opensAt } from "@genai-office/shared/models";

const at = (time: string): Date => new Date(`2026-10-01T${time}+09:00`);

test.each<[string, string, string, boolean]>([
  ["08:00", "24:00", "07:59:59", false],
  ["08:00", "24:00", "08:00:00", true],
  ["08:00", "24:00", "23:59:59", true],
  ["08:00", "24:00", "00:00:00", false],
  ["08:00", "24:00", "01:30:00", false],
  ["22:00", "06:00", "23:00:00", true],
  ["22:00", "06:00", "00:00:00", true],
  ["22:00", "06:00", "05:59:59", true],
  ["22:00", "06:00", "06:00:00", false],
  ["22:00", "06:00", "21:59:59", false],
  ["08:00", "00:00", "23:30:00", true],
  ["08:00", "00:00", "00:30:00", false],
  ["00:00", "24:00", "00:00:00", true],
  ["00:00", "24:00", "23:59:59", true],
])("%s to %s at %s in Japan: open %s", (from, to, time, expected) => {
  const card = { hours: { from, to } };
  expect(isOpen(card, at(time))).toBe(expected);
  expect(opensAt(card, at(time)) === undefined).toBe(expected);
});

test("when it opens, in any time zone of the machine", () => {
  const card = { hours: { from: "08:00", to: "24:00" } };
  expect(opensAt(card, at("01:30:25.500"))).toEqual(at("08:00:00"));
  expect(opensAt(card, at("00:00:00"))).toEqual(at("08:00:00"));
  expect(opensAt({ hours: { from: "09:00", to: "18:00" } }, at("18:00:00"))).toEqual(
    new Date("2026-10-02T09:00:00+09:00"),
  );
  expect(opensAt({}, at("01:30:00"))).toBeUndefined();
  expect(dateInJapan(new Date("2026-10-01T15:00:00Z"))).toBe("2026-10-02");
  expect(dateInJapan(new Date("2026-10-01T14:59:59Z"))).toBe("2026-10-01");
});

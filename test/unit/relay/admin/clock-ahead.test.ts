import { clockAhead } from "../../../../relay/src/admin/clock-ahead";

const at = (from: number, to = from) => ({ from, to });

test.each<[what: string, asked: { from: number; to: number }, told: { from: number; to: number }, ahead: number]>([
  ["an answer at once", at(1000, 1004), at(1002), 0],
  ["a question that waited long before the clock was read", at(1000, 61_000), at(60_999), 0],
  ["an answer that waited long after the clock was read", at(1000, 61_000), at(1001), 0],
  ["a whole second that holds the moment", at(1500, 1520), at(1000, 2000), 0],
  ["a clock that is ahead", at(91_000, 91_010), at(1000), 90_000],
  ["a clock that is behind", at(1000, 1010), at(91_010), -90_000],
  ["a clock that is ahead by more than was waited", at(100_000, 160_000), at(1000, 2000), 98_000],
])("%s", (_what, asked, told, ahead) => {
  expect(clockAhead(asked, told)).toBe(ahead);
});

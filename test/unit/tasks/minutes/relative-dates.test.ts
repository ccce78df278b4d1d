import { relativeDates } from "../../../../shared/src/tasks/minutes/relative-dates";

/** 2026-07-01 is a Wednesday. */
const wednesday = "2026-07-01";
const dates = (text: string, meeting = wednesday): string[] => relativeDates(text, meeting).map(({ date }) => date);

test.each([
  ["明日までに提出します。", "2026-07-02"],
  ["明後日にお送りします。", "2026-07-03"],
  ["来週の金曜日までに", "2026-07-10"],
  ["来週金曜までに", "2026-07-10"],
  ["再来週の月曜日に", "2026-07-13"],
  ["今週の金曜日に", "2026-07-03"],
  ["金曜日までに", "2026-07-03"],
  ["今月末までに", "2026-07-31"],
  ["月末までに", "2026-07-31"],
  ["来月の10日に", "2026-08-10"],
  ["来月末に", "2026-08-31"],
  ["年度末までに", "2027-03-31"],
  ["１０日後に", "2026-07-11"],
  ["二週間後に", "2026-07-15"],
  ["by tomorrow", "2026-07-02"],
  ["by Friday", "2026-07-03"],
  ["by the end of next month", "2026-08-31"],
])("%s is %s", (text, date) => {
  expect(dates(text)).toEqual([date]);
});

test.each([
  ["three things are left open: Sunday of next week", "来週の日曜日に", wednesday],
  ["a weekday named on that weekday", "水曜日までに", wednesday],
  ["next Friday", "next Friday", wednesday],
  ["a date that the month does not have", "来月の31日に", "2026-08-20"],
  ["a month named before", "三月末までに", wednesday],
  ["no date at all", "できるだけ早く", wednesday],
  ["a meeting without a real date", "明日", "2026-99-99"],
])("left open: %s", (_name, text, meeting) => {
  expect(dates(text, meeting)).toEqual([]);
});

test("over the end of the year", () => {
  expect(dates("来月の10日に", "2026-12-20")).toEqual(["2027-01-10"]);
  expect(dates("来月末に", "2027-01-31")).toEqual(["2027-02-28"]);
  expect(dates("年度末までに", "2027-02-01")).toEqual(["2027-03-31"]);
});

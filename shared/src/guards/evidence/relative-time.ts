/** Days, weeks, months and years relative to the speaker, by what they mean. */
const relativeTimes: [RegExp, string][] = [
  [/今日|本日/gu, "today"],
  [/明日|翌日/gu, "tomorrow"],
  [/昨日|前日/gu, "yesterday"],
  [/再来週/gu, "week+2"],
  [/(?<!再)来週|翌週/gu, "week+1"],
  [/今週/gu, "week"],
  [/先週|前週/gu, "week-1"],
  [/再来月/gu, "month+2"],
  [/(?<!再)来月|翌月/gu, "month+1"],
  [/今月/gu, "month"],
  [/先月|前月/gu, "month-1"],
  [/(?:来|翌)年度/gu, "fiscal+1"],
  [/(?:今|本|当)年度/gu, "fiscal"],
  [/(?:昨|前)年度/gu, "fiscal-1"],
  [/(?:来|翌)年(?!度)/gu, "year+1"],
  [/(?<!昨|一)(?:今|本)年(?!度)/gu, "year"],
  [/昨年(?!度)|去年/gu, "year-1"],
  [/次回|次の/gu, "next"],
  [/前回/gu, "last"],
];

/** True when a line names a week, month or year relative to the speaker that none of its sources names (今週中, 来週中). */
export function changesRelativeTime(line: string, sources: readonly string[]): boolean {
  const text = sources.join("\n");
  return relativeTimes.some(([pattern]) => has(pattern, line) && !has(pattern, text));
}

function has(pattern: RegExp, text: string): boolean {
  return text.search(pattern) >= 0;
}

const label = "(?:議題|議論|決定|宿題|Topic|Discussion|Decision|Action)[:：]";
const numbers = "[0-9０-９]{1,4}(?:\\s*[,，、・&–~〜-]\\s*[0-9０-９]{1,4})*";
const atTheEnd = "(?=\\s*(?:[｜|。.]|$))";
/** 「（発言2）」, 「（根拠：3）」, 〔4、5〕: marks that are asked for in square brackets. */
const marks: readonly RegExp[] = [
  new RegExp(
    `[(（〔]\\s*(?:発言(?:者)?(?:番号)?|根拠|出典|行|参照|source|ref)\\s*(?:No\\.?)?[:：]?\\s*(${numbers})\\s*[)）〕]${atTheEnd}`,
    "giu",
  ),
  new RegExp(`〔\\s*(${numbers})\\s*〕`, "gu"),
  new RegExp(`[※\\s　](?:根拠|出典|発言番号)[:：]\\s*(${numbers})${atTheEnd}`, "giu"),
];

/** A line of an answer as the lines that were asked for: one item each, marks of sources in square brackets. */
export function oneALine(line: string): string[] {
  const marked = marks.reduce((text, pattern) => text.replace(pattern, "[$1]"), line);
  return marked
    .split(new RegExp(`(?<=[\\]］】。\\s\\u3000])\\s*(?=${label})`, "u"))
    .filter((part, index) => index === 0 || part !== "");
}

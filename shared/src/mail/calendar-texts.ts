const named = /^(?:SUMMARY|DESCRIPTION|COMMENT|LOCATION|X-ALT-DESC)(?:;(?:"[^"]*"|[^":])*)?:(.+)$/gim;

/** What a calendar part (RFC 5545) says in words: its titles, descriptions, comments and places. */
export function calendarTexts(part: string): string[] {
  const unfolded = part.replace(/\r\n?/g, "\n").replace(/\n[ \t]/g, "");
  return [...unfolded.matchAll(named)].map(([, value]) =>
    value!
      .replace(/\\([nN\\;,])/g, (_, sign: string) => (sign.toLowerCase() === "n" ? "\n" : sign))
      .replace(/<[^<>]*>/g, " ")
      .trim(),
  );
}

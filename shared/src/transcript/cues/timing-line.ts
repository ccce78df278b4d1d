/** Digits of a time, of either width, with whatever signs programs put between them. */
const clock = "[-−－‐]?[0-9０-９][0-9０-９:：.,．，]{0,30}";
const arrow = "(?:[-−－–—]{1,3}[>＞]|[=＝][>＞])";
/** Both times of a line, or the first with an open end; cue settings may follow. */
const timing = new RegExp(`^\\s*(${clock})\\s*(?:${arrow})\\s*(${clock})?(?:\\s.*)?$`, "u");
/** Other signs stand between words as well: both times have to be there. */
const dashed = new RegExp(`^\\s*(${clock})\\s*[—–→]\\s*(${clock})\\s*$`, "u");
const broken = /^\s*([\w:.,：．，０-９-]{0,40}?)\s*-{1,3}>\s*([\w:.,：．，０-９-]{0,40})(?:\s+\S{1,40}:\S.*)?\s*$/u;
const gap = new RegExp(`^\\s*(${clock})[\\s\\u3000]+(${clock})\\s*$`, "u");
/** 「0:00:01.000,0:00:03.500」 (SBV, YouTube). */
const comma = /^\s*(\d{1,3}:\d{2}:\d{2}\.\d{3}),(\d{1,3}:\d{2}:\d{2}\.\d{3})\s*$/;

/**
 * The two sides of a line of times, or undefined for another line. A side may be missing ("") or be no time. An arrow between
 * words (「案１→案２」) is speech.
 */
export function timesOf(line: string): [start: string, end: string] | undefined {
  if (line.length > 400 || !/[>＞—–→,]/u.test(line)) return undefined;
  const match = timing.exec(line) ?? dashed.exec(line) ?? comma.exec(line);
  if (match === null) return undefined;
  const [, start, end = ""] = match;
  return /[:：]/.test(start! + end) ? [start!, end] : undefined;
}

/** Sides of what stands in the place of a line of times and cannot be read as one: "ab:cd --> ef:gh", "1.5 --> 2.5". */
export function brokenTimesOf(line: string): [start: string, end: string] | undefined {
  if (line.length > 400) return undefined;
  const match = broken.exec(line);
  if (match !== null && /[\d:：０-９]/u.test(match[1]! + match[2]!)) return [match[1]!, match[2]!];
  const apart = gap.exec(line);
  return apart !== null && /[:：]/.test(apart[1]!) && /[:：]/.test(apart[2]!) ? [apart[1]!, apart[2]!] : undefined;
}

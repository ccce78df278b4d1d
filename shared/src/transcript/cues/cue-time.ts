/** Hours of any length, or none; minutes and seconds of one or two digits; a fraction behind a point or comma. */
const timePattern = /^(-?)(?:(\d{1,6}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,9}))?$/;

/**
 * Seconds of a cue's time, or null when it is none. Teams writes negative ones where transcription began before the recording.
 * @param bareFraction the file writes its numbers without leading zeros ("0:0:42.80"): its fraction counts milliseconds then,
 *   as recorded files of Teams show ("0:4:6.80 --> 0:4:6.530")
 */
export function cueTime(words: string, bareFraction = false): number | null {
  const match = timePattern.exec(plainTime(words));
  if (match === null) return null;
  const [, sign, hours = "0", minutes, seconds, fraction = ""] = match;
  if (Number(minutes) > 59 || Number(seconds) > 59) return null;
  const part = bareFraction && fraction.length <= 3 ? Number(fraction) / 1000 : Number(`0.${fraction || "0"}`);
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + part;
  return rounded(sign === "-" && total !== 0 ? -total : total);
}

/** A time in full-width digits and signs as one in plain ones. */
export function plainTime(words: string): string {
  const time = words.trim();
  if (!/[^\x00-\x7f]/.test(time)) return time;
  return time
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/：/g, ":")
    .replace(/[．，]/g, ".")
    .replace(/^[−－‐–]/, "-");
}

/** Ten millionths of a second, the finest that Teams counts; sums of binary fractions do not show. */
export function rounded(seconds: number): number {
  return Math.round(seconds * 1e7) / 1e7;
}

/** True for a time whose minutes or seconds have one digit although hours stand before them. */
export function isBareTime(words: string): boolean {
  return /\d:(?:\d:\d{1,2}|\d{1,2}:\d)(?:[.,]\d{1,3})?$/.test(plainTime(words));
}

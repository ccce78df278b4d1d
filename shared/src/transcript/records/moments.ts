import type { TranscriptMoments } from "../transcript";
import { isFields, recordFields, type Fields } from "./record-fields";

/** A moment with its zone; without one nobody knows whose day it is. */
const zoned = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/i;
const startKey = /^(?:meeting|call|recording|transcript(?:ion)?)?[_-]?start[_-]?(?:date[_-]?time|time|ed[_-]?at)$/i;
const endKey = /^(?:meeting|call|recording|transcript(?:ion)?)?[_-]?end[_-]?(?:date[_-]?time|time|ed[_-]?at)$/i;
/** A meeting of more than a day is several. Milliseconds. */
const longestMeeting = 24 * 3_600_000;

/**
 * When the entries were said (`startDateTime` of Graph's metadataContent, ISO 8601 with an offset), else what the data say of the
 * whole (`meetingStartDateTime` beside the list of entries). Undefined where neither has a zone, or it is not one meeting.
 */
export function momentsOf(records: readonly Fields[], around?: unknown): TranscriptMoments | undefined {
  // An entry may tell how far it is from the beginning, and the moment beside it.
  const starts = records.flatMap((record) => momentOf(recordFields(record).start) ?? named(record, startKey));
  const ends = records.flatMap((record) => momentOf(recordFields(record).end) ?? named(record, endKey));
  return spanOf(starts, ends) ?? (starts.length === 0 ? spanAround(around) : undefined);
}

function named(place: Fields, key: RegExp): number[] {
  return Object.entries(place).flatMap(([name, value]) => (key.test(name) ? (momentOf(value) ?? []) : []));
}

function spanAround(data: unknown): TranscriptMoments | undefined {
  if (!isFields(data)) return undefined;
  for (const place of [data, ...Object.values(data).filter(isFields)]) {
    const span = spanOf(named(place, startKey), named(place, endKey));
    if (span !== undefined) return span;
  }
  return undefined;
}

function spanOf(starts: readonly number[], ends: readonly number[]): TranscriptMoments | undefined {
  if (starts.length === 0) return undefined;
  const first = starts.reduce((least, moment) => Math.min(least, moment));
  const last = [...starts, ...ends].reduce((most, moment) => Math.max(most, moment));
  if (last - first > longestMeeting) return undefined;
  return { first, last: ends.length === 0 || last === first ? null : last };
}

function momentOf(value: unknown): number | undefined {
  if (typeof value !== "string" || !zoned.test(value.trim())) return undefined;
  const moment = Date.parse(value.trim().replace(/([+-]\d{2})(\d{2})$/, "$1:$2"));
  return Number.isNaN(moment) ? undefined : moment;
}

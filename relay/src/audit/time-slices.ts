import type { Queries } from "@genai-office/shared/database";

/** A stretch of time with few entries: from a moment on, up to another one that is not in it; as the entries have them. */
export interface TimeSlice {
  from: string;
  to: string;
}

/**
 * Cuts a time so that no slice has more than about `most` entries of the audit, oldest first. Whoever reads a long history
 * slice by slice lets others ask between two of them: the embedded database answers one question at a time, and the kill
 * switch and the audit wait for it. Finds its way on the index of the moments, by their text.
 */
export async function* timeSlices(
  queries: Queries,
  from: Date,
  to: Date,
  most: number,
): AsyncGenerator<TimeSlice, void, undefined> {
  const end = to.toISOString();
  for (let at = from.toISOString(); at < end;) {
    const [next] = await queries.query<{ at: string }>(
      `select data ->> 'at' as at from audit_entries where data ->> 'at' >= $1::text and data ->> 'at' < $2::text
        order by data ->> 'at' offset $3::integer limit 1`,
      [at, end, most],
    );
    // More of one moment than a slice may have stay together.
    const stop = next === undefined ? end : next.at > at ? next.at : aMillisecondLater(at);
    yield { from: at, to: stop };
    at = stop;
  }
}

function aMillisecondLater(moment: string): string {
  return new Date(Date.parse(moment) + 1).toISOString();
}

import { isFields, recordFields, type Fields } from "./record-fields";

/** Deeper data is no transcript's. */
const deepest = 12;

/** Words and letters one by one, which entries hold beside what they say together. */
const single = /^(?:words?|tokens|word_?segments|syllables|phonemes|characters)$/i;

/** Entries under their numbers. */
const numbered = /^(?:[a-z]{1,12}[_-]?)?\d{1,6}$/i;

interface Candidate {
  records: Fields[];
  score: number;
}

/**
 * The entries of a transcript in data of any shape: the lists of objects with words in them, at the place that holds most of
 * what speech has (words, then names and times). Lists at the same place of several meetings follow each other.
 */
export function findRecords(data: unknown): Fields[] {
  const places = new Map<string, Candidate>();
  collect(data, "", 0, places);
  if (isFields(data) && recordFields(data).text !== undefined) add(places, "", [data]);
  const best = [...places.values()].sort((a, b) => b.score - a.score)[0];
  return best?.records ?? [];
}

function collect(data: unknown, path: string, depth: number, places: Map<string, Candidate>): void {
  if (depth > deepest) return;
  if (Array.isArray(data)) {
    const records = data.filter(isFields);
    if (records.length > 0 && records.length * 2 >= data.length) add(places, path, records);
    for (const item of data as unknown[])
      if (typeof item === "object" && item !== null) collect(item, path, depth + 1, places);
  } else if (isFields(data)) {
    const values = Object.values(data).filter(isFields);
    if (values.length > 1 && Object.keys(data).every((key) => numbered.test(key))) add(places, path, values);
    for (const [key, value] of Object.entries(data))
      if (typeof value === "object" && value !== null && !single.test(key))
        collect(value, `${path}/${key}`, depth + 1, places);
  }
}

function add(places: Map<string, Candidate>, path: string, records: readonly Fields[]): void {
  const fields = records.map(recordFields);
  const spoken = fields.filter(({ text }) => text !== undefined);
  if (spoken.length * 2 < records.length) return;
  const named = spoken.filter(({ name, id }) => (name ?? id) !== undefined).length;
  const timed = spoken.filter(({ start }) => start !== undefined).length;
  const candidate = places.get(path) ?? { records: [], score: 0 };
  for (const record of records) candidate.records.push(record);
  candidate.score += spoken.length + 4 * named + 4 * timed;
  places.set(path, candidate);
}

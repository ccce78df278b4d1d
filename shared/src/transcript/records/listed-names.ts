import { isFields, type Fields, type RecordFields } from "./record-fields";

/** Lists of who is told apart by an id: Azure Video Indexer's `speakers`. */
const lists = /^(?:speakers?(?:_?list)?|participants|attendees|users)$/i;
/** Deeper data is no transcript's. */
const deepest = 6;

/**
 * Names by the ids of entries that name nobody, as a list beside the entries tells them. Empty unless one list has every id of the
 * entries: another may number something else.
 */
export function listedNames(data: unknown, entries: readonly RecordFields[]): ReadonlyMap<string, string> {
  const ids = new Set(entries.flatMap(({ name, id }) => (name === undefined && id !== undefined ? id : [])));
  if (ids.size === 0) return new Map();
  const found: Map<string, string>[] = [];
  collect(data, 0, found);
  const fitting = found.filter((names) => [...ids].every((id) => names.has(id)));
  return fitting.length === 1 ? fitting[0]! : new Map();
}

function collect(data: unknown, depth: number, found: Map<string, string>[]): void {
  if (depth > deepest || !isFields(data)) return;
  for (const [key, value] of Object.entries(data)) {
    if (Array.isArray(value)) {
      if (lists.test(key)) found.push(namesOf(value.filter(isFields)));
      // Entries are many, and hold no list of everybody.
      else if (value.length <= 3) for (const item of value as unknown[]) collect(item, depth + 1, found);
    } else collect(value, depth + 1, found);
  }
}

function namesOf(persons: readonly Fields[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const person of persons) {
    const id = person["id"] ?? person["speakerId"] ?? person["speaker_id"] ?? person["userId"];
    const name = person["name"] ?? person["displayName"] ?? person["speakerName"] ?? person["speaker_name"];
    const isId = typeof id === "string" || typeof id === "number";
    if (isId && typeof name === "string" && name.trim() !== "") names.set(String(id).trim(), name.trim());
  }
  return names;
}

import * as v from "valibot";

/** A schema library collects every issue there is, and millions of them end the process; a refusal names the first. */
export const firstIssueOnly = { abortEarly: true } as const;

/** An array of at most `maximum` items. They are counted before the first is read, so that millions cost nothing. */
export function limitedArray<const Item extends v.GenericSchema>(item: Item, maximum: number) {
  return v.pipe(v.custom<unknown[]>(Array.isArray), v.maxLength(maximum), v.array(item));
}

/** Keys of one record; a form has some dozens of fields. */
const maximumKeys = 1000;

/** A record of at most 1000 keys of at most `keyLength` characters. */
export function limitedRecord<const Value extends v.GenericSchema>(keyLength: number, value: Value) {
  return v.pipe(
    v.custom<Record<string, unknown>>(isSmallRecord),
    v.record(v.pipe(v.string(), v.maxLength(keyLength)), value),
  );
}

function isSmallRecord(input: unknown): boolean {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return false;
  return Object.keys(input).length <= maximumKeys;
}

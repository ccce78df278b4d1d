/**
 * What a record holds under a key of its own. The keys come from the form of an app: a field may be called `toString` or
 * `constructor`, which every object answers to.
 */
export function ownValue<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

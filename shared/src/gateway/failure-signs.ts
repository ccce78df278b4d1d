/**
 * What servers put beside an answer, or in its place, to say that there is none. All of it is for wires whose replies are
 * not described: a sentence of a server must not become an answer because the sign beside it is spelt in another way.
 */

/** Fields whose name says that they tell of a failure: error, errors, errorMessage, error_code, throttlingException … */
const failureName = /error|exception|fault(?!s$)|^failure/i;

/** Words that say of a state, an event or a reason that it is a failure. */
const failureWord =
  /error|exception|fail|abort|cancel|reject|refus|denied|timed?[ _-]?out|expired|invalid|unavailable/i;

/** True for a field that says something: null, "", false, 0, {}, [] are how some servers say that there is nothing. */
export function isTold(value: unknown): boolean {
  if (typeof value === "string") return !/^[\s0]*$/.test(value);
  if (typeof value === "object" && value !== null) return Object.values(value).some(isTold);
  return value !== undefined && value !== null && value !== false && value !== 0;
}

/**
 * What a payload tells of a failure, for choosing a code; undefined when it tells of none.
 * @param more names of fields that have no other meaning on this wire than a failure's, such as `message`
 */
export function failureIn(payload: Readonly<Record<string, unknown>>, more: readonly string[] = []): unknown {
  const name = Object.keys(payload).find(
    (key) => (failureName.test(key) || more.includes(key.toLowerCase())) && isTold(payload[key]),
  );
  return name === undefined ? undefined : payload[name];
}

/** True for the name of an event, a state or a reason that is a failure's. */
export function isFailureWord(word: string): boolean {
  return failureWord.test(word);
}

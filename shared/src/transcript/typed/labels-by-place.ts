import { isSurelyPerson } from "../speaker-names";
import { isNounValue } from "./label-values";
import type { NamedLine } from "./named-line";

/**
 * Names among others of speech that come back and have only nouns behind them: 「工程：基本設計」. Persons beyond doubt are none,
 * nor is who answers 「了解」.
 */
export function labelsOfNouns(
  named: readonly (NamedLine | undefined)[],
  times: ReadonlyMap<string, number>,
): Set<string> {
  const spoken = new Set(
    named.flatMap((found) => (found !== undefined && !isNounValue(found.words) ? found.name : [])),
  );
  if (spoken.size < 2) return new Set();
  return new Set(
    [...times].flatMap(([name, count]) => (count > 1 && !spoken.has(name) && !isSurelyPerson(name) ? name : [])),
  );
}

/** Names that stand in indented lines alone, in a file whose other names stand at the beginning of theirs: 「　　工期：半年」. */
export function indentedLabels(named: readonly (NamedLine | undefined)[], lines: readonly string[]): Set<string> {
  const outer = new Set<string>();
  const inner = new Set<string>();
  let [outside, inside] = [0, 0];
  for (const [index, found] of named.entries()) {
    if (found?.form !== "colon" && found?.form !== "half") continue;
    if (/^[\s\u3000]{2}/u.test(lines[index]!)) {
      inner.add(found.name);
      inside += 1;
    } else {
      outer.add(found.name);
      outside += 1;
    }
  }
  if (outer.size < 2 || outside < 3 || outside < inside) return new Set();
  return new Set([...inner].filter((name) => !outer.has(name)));
}

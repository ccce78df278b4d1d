import { isQuotableName } from "../config/quotable-name";
import { isRecordOfNames, SettingsFault } from "./settings-fault";

/** An object or array that is open. */
interface Open {
  /** Where it stands, as in `SettingsFault.place`. */
  place: string[];
  /** The same with the keys themselves. */
  path: string[];
  /** Line of each key of an object; undefined in an array. */
  keys?: Map<string, number>;
  /** Key, or number of the entry from 0, that a value now belongs to. */
  current: string;
  entries: number;
}

/** A string, a number, a word, or a sign of the structure. */
const token = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|[a-z]+|[{}[\]:,]|\n|\r\n?/g;

/**
 * What a parser of JSON passes over without a word: a field that is there twice, of which the last one counts, and a number
 * that is none because it is too large. Line and place are told, never the value.
 * @param text well-formed JSON
 */
export function silentFault(text: string): SettingsFault | undefined {
  const open: Open[] = [];
  let line = 1;
  let key: string | undefined;
  for (const [sign] of text.matchAll(token)) {
    const inside = open.at(-1);
    const [first] = sign;
    if (first === "\n" || first === "\r") line++;
    else if (sign === "{" || sign === "[") {
      const place = inside === undefined ? [] : placeOf(inside);
      const path = inside === undefined ? [] : [...inside.path, inside.current];
      open.push({ place, path, current: "0", entries: 0, ...(sign === "{" ? { keys: new Map() } : {}) });
    } else if (sign === "}" || sign === "]") open.pop();
    else if (sign === ",") {
      if (inside !== undefined && inside.keys === undefined) inside.current = String(++inside.entries);
    } else if (sign === ":" && inside?.keys !== undefined && key !== undefined) {
      inside.current = key;
      const before = inside.keys.get(key);
      if (before !== undefined)
        return fault(inside, `is there twice, in ${before === line ? `line ${line}` : `lines ${before} and ${line}`}`);
      inside.keys.set(key, line);
      key = undefined;
    } else if (first === '"') key = JSON.parse(sign) as string;
    else if (/[-\d]/.test(first!) && !Number.isFinite(Number(sign)))
      return fault(inside, `is too large for a number, in line ${line}`);
  }
  return undefined;
}

function fault(inside: Open | undefined, what: string): SettingsFault {
  return new SettingsFault(inside === undefined ? "the whole" : placeOf(inside).join("."), what);
}

/** Names that somebody made up stand in no message, as in `faultOf`. */
function placeOf({ place, path, keys, current }: Open): string[] {
  if (keys === undefined) return [...place, String(Number(current) + 1)];
  if (isQuotableName(current) && !isRecordOfNames(path)) return [...place, current];
  const number = [...keys.keys()].indexOf(current);
  return [...place, `(entry ${(number === -1 ? keys.size : number) + 1})`];
}

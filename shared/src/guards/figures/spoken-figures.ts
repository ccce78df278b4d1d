import { wordNumeralAt } from "./word-numerals";
import { exact, type Raw } from "./raw";
import { unitAt } from "./unit-words";

const andAHalf =
  /(?:an? |one )(hour|day|week|month|year|mile|minute|kilometer|kilometre|meter|metre) and a half(?![a-z])/y;
const halfHour = /half[ -](?:an?[ -])?hour(?![a-z])/y;
const pastTo = /(half|a quarter|quarter) (past|to)(?![a-z]) ?/y;

/** Reads what is said in words alone: an hour and a half, half an hour, half past ten, nineteen ninety-nine. */
export function spokenAt(text: string, at: number): Raw | undefined {
  andAHalf.lastIndex = at;
  const longer = andAHalf.exec(text);
  if (longer !== null) {
    const unit = longer[1]!.replace(/meter$/, "metre");
    return { ...exact, kind: "number", value: 1.5, unit, start: at, end: at + longer[0].length };
  }
  halfHour.lastIndex = at;
  const half = halfHour.exec(text);
  if (half !== null)
    return { ...exact, kind: "number", value: 30, unit: "minute", weak: true, start: at, end: at + half[0].length };
  // "for a second", 一瞬: no ordinal.
  if (
    text.startsWith("second", at) &&
    /(?:for|in|wait|hold on|split|per|every|just) (?:a )?$/.test(text.slice(Math.max(0, at - 12), at))
  )
    return { ...exact, kind: "number", value: 1, unit: "second", weak: true, start: at, end: at + 6 };
  const couple = /^(?:a )?couple of(?![a-z])/.exec(text.slice(at, at + 12))?.[0];
  // "a couple of months": 2～3か月.
  if (couple !== undefined)
    return {
      ...exact,
      kind: "number",
      value: 2,
      otherValue: 3,
      weak: true,
      approximate: true,
      start: at,
      end: at + couple.length,
    };
  return clockAt(text, at) ?? spokenYearAt(text, at);
}

function clockAt(text: string, at: number): Raw | undefined {
  pastTo.lastIndex = at;
  const match = pastTo.exec(text);
  if (match === null) return undefined;
  const end = at + match[0].length;
  const hour = wordNumeralAt(text, end);
  const digits = /^(?:1[0-2]|[1-9])(?![0-9])/.exec(text.slice(end, end + 3))?.[0];
  const value = digits === undefined ? hour?.value : Number(digits);
  if (value === undefined || value < 1 || value > 12 || !Number.isInteger(value)) {
    // "Half past" alone: the minutes of an hour that was named before.
    return match[1] === "half" && match[2] === "past"
      ? { ...exact, kind: "number", value: 30, unit: "minute", weak: true, start: at, end: at + 9 }
      : undefined;
  }
  const shift = match[1] === "half" ? 30 : 15;
  const minutes = ((value % 12) * 60 + (match[2] === "to" ? -shift : shift) + 720) % 720;
  const stop = digits === undefined ? hour!.end : end + digits.length;
  return { ...exact, kind: "time", minutes: [minutes, minutes + 720], start: at, end: stop };
}

/** nineteen ninety-nine, twenty nineteen. */
function spokenYearAt(text: string, at: number): Raw | undefined {
  const century = /^(?:seventeen|eighteen|nineteen|twenty) (?=(?:ten|eleven|twelve|[a-z]+teen|[a-z]+ty)(?![a-z]))/.exec(
    text.slice(at, at + 24),
  )?.[0];
  if (century === undefined) return undefined;
  const rest = wordNumeralAt(text, at + century.length);
  if (rest === undefined || rest.ordinal || rest.value < 10 || rest.value > 99) return undefined;
  // "twenty twenty minute talks"
  if (unitAt(text, rest.end) !== undefined) return undefined;
  const value = wordNumeralAt(century, 0)!.value * 100 + rest.value;
  return { ...exact, kind: "number", value, start: at, end: rest.end };
}

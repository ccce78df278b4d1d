import type { Span } from "../../../vocabulary";
import type { PersonalDatum } from "../personal-datum";

const beside =
  /[ 　\t]*(?:[（(][^()（）\n]{1,16}[)）])?[ 　\t、,（(]{1,4}(?:(?:男|女)[性]?[ 　\t、,・]{1,3})?((?:(?:明治|大正|昭和|平成|[MTSH明大昭平])[ ]?(?:[0-9]{1,2}|元)[年./・-][ ]?[0-9]{1,2}[月./・-][ ]?[0-9]{1,2}日?|(?:19[0-9]{2}|200[0-9]|201[0-9])[年./-][ ]?[0-9]{1,2}[月./-][ ]?[0-9]{1,2}日?))(?=[ 　\t、,)）\r\n]|生|$)/uy;
/** Dates so early that hardly anything but a birth is told by them beside a name. */
const early = /^(?:明|大|昭|[MTS]|19[0-7])/u;

/**
 * Dates of birth right behind a name, without a label: in lists of people. A date that may as well be that of an event counts only
 * where another name has one too. Text in half width.
 */
export function birthDatesBeside(text: string, names: readonly Span[]): PersonalDatum[] {
  const found: PersonalDatum[] = [];
  for (const { end } of names) {
    beside.lastIndex = end;
    const match = beside.exec(text);
    if (match === null) continue;
    const start = match.index + match[0].length - match[1]!.length;
    found.push({ start, end: start + match[1]!.length, kind: "birth-date" });
  }
  return found.length > 1 ? found : found.filter(({ start, end }) => early.test(text.slice(start, end)));
}

/** Abbreviations that never end a sentence: something always follows. Compared in lower case, without the last dot. */
const neverLast = new Set("e.g i.e cf vs viz mr mrs ms dr prof approx ca st".split(" "));
/** Abbreviations of a reference when a number follows (No. 5, Art. 3); otherwise words that may end a sentence. */
const beforeNumber = new Set(
  "no nos fig figs eq eqs tab art arts sec secs para paras ch chap p pp vol vols ed ref refs".split(" "),
);
/** Abbreviations that end a sentence only when the next word is capitalised. */
const maybeLast = new Set(
  "etc al inc ltd co corp u.s u.k u.n e.u a.m p.m jan feb mar apr jun jul aug sep sept oct nov dec ph.d".split(" "),
);

/** What goes on after an hour: "5:00 p.m. JST on Friday", "9 a.m. (CET)", "5 p.m. Friday". */
const afterHour =
  /^\(?(?:[CEW]ES?T|[JKBH]ST|[ECMP][SD]T|GMT|UTC|Tokyo time|Japan time|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b/;

/**
 * True when the dot after `sentence` belongs to an abbreviation, an initial or "No. 5" rather than to its end.
 * `next` are the characters from the first that is not white space after the dot on, "" at the end of the text; a dozen will do.
 */
export function endsInAbbreviation(sentence: string, next: string): boolean {
  const word = /[A-Za-z.]+$/.exec(sentence)?.[0] ?? "";
  if (word === "" || next === "") return false;
  const lower = word.toLowerCase();
  if (neverLast.has(lower)) return true;
  if (/^[ap]\.m$/.test(lower) && afterHour.test(next)) return true;
  if (maybeLast.has(lower)) return !/^[A-Z「“"(]/.test(next);
  if (beforeNumber.has(lower)) return /^[0-9]/.test(next);
  // An initial: "J. Smith"; also "U. S. A."
  return /^[A-Z]$/.test(word);
}

/** True for numbering at the start of a line, whose dot ends nothing: 1. 2) １． 一． ア． (a). 第1． iv. */
export function isListNumber(text: string): boolean {
  return /^[\s\u3000]*[（(]?第?(?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3}|[ア-ン]|[A-Za-zＡ-Ｚａ-ｚ]|[ivxIVX]{1,5}|[①-⑳])(?:[.．\-－][0-9０-９]{1,3})*[)）]?$/.test(
    text,
  );
}

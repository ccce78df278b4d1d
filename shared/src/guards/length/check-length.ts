import { countCharacters } from "../../language";
import type { Finding, SummaryLength } from "../../vocabulary";

/** A4 page of an official document, in characters (reference: government documents, typical sizes). */
export const charactersPerPage = 1440;
/** What people accept as "about the length asked for" (reference: user stories, summary in Word). */
const tolerance = 0.1;

/** Start of a list item as models and people write it: ・ - * ● 1. (1) ① ア. */
const bulletStart = /^\s*(?:[・･●○◯■□◆◇▪•‣*＊－–-]|[(（]?(?:[0-9０-９]{1,2}|[ア-ン])[)）.．、]|[①-⑳])\s*\S/u;

/**
 * Compares the length of a summary with the length asked for. More than 10 % off is `length-over` or `length-under`
 * with values { expected, actual, percent }; a wrong number of bullets is `bullets-over` or `bullets-under` with
 * { expected, actual }. Characters are counted as people count them.
 */
export function checkLength(text: string, length: SummaryLength): Finding[] {
  if (length.kind === "bullets") return checkBullets(text, length.count);
  const expected = length.kind === "page" ? charactersPerPage : length.characters;
  const actual = countCharacters(text.trim());
  if (expected <= 0) return [];
  const off = (actual - expected) / expected;
  // 110 of 100 is off by 0.1 and a rounding error.
  if (Math.abs(off) <= tolerance + 1e-9) return [];
  return [
    {
      guard: "length",
      code: off > 0 ? "length-over" : "length-under",
      severity: "warning",
      values: { expected, actual, percent: Math.round(Math.abs(off) * 100) },
    },
  ];
}

function checkBullets(text: string, expected: number): Finding[] {
  const lines = text.split(/\r\n|[\r\n\v\u2028\u2029]/).filter((line) => line.trim() !== "");
  const bullets = lines.filter((line) => bulletStart.test(line)).length;
  // Without any mark each line is an item: in Word the marks are the list's, not the text's.
  const actual = bullets === 0 ? lines.length : bullets;
  if (actual === expected) return [];
  return [
    {
      guard: "length",
      code: actual > expected ? "bullets-over" : "bullets-under",
      severity: "warning",
      values: { expected, actual },
    },
  ];
}

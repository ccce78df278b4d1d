import type { PersonalDatum } from "../personal-datum";

/** Without the bar and the slash, which stand between a number and an address more often than in one. */
const local = "[A-Za-z0-9._%+'!#$&*=?^`{}~-]";
const host = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})(?:[ ]?\\.[ ]?[A-Za-z0-9][A-Za-z0-9-]{0,62}){1,6}";
const address = new RegExp(`(?<!${local})[A-Za-z0-9._%+'-]${local}{0,63}[ ]?@[ ]?${host}`, "gu");
const disguised = new RegExp(
  `(?<!${local})[A-Za-z0-9._%+-]{1,64}[ ]?(?:\\[at\\]|\\(at\\)|<at>|【at】|\\[アットマーク\\]|[(（]アットマーク[)）]|★|☆|●|◎|■|_at_|\\[@\\]|\\(@\\))[ ]?${host}`,
  "giu",
);
const japaneseHost = new RegExp(
  `(?<!${local})[A-Za-z0-9._%+-]{1,64}@[\\p{L}\\p{N}-]{1,40}(?:\\.[\\p{L}\\p{N}-]{1,40}){1,4}`,
  "gu",
);

/** Mail addresses. The text is folded to half width. */
export function findMails(text: string): PersonalDatum[] {
  const found: PersonalDatum[] = [];
  for (const pattern of [address, disguised, japaneseHost]) {
    for (const match of text.matchAll(pattern)) {
      if (pattern === japaneseHost && !/[^\x00-\x7f]/.test(match[0])) continue;
      const lead = /^[.'`{|*/=?!#$&^~-]*/.exec(match[0])![0].length;
      if (pattern === japaneseHost && /[ぁ-ん]/.test(match[0])) continue;
      found.push({ start: match.index + lead, end: match.index + match[0].length, kind: "mail" });
    }
  }
  return found;
}

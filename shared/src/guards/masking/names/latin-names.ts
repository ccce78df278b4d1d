import { findLatinLists } from "./latin-lists";
import { findLatinPairs } from "./latin-pairs";
import { initial, latinBefore as before, latinName as name, latinWord as word, particle } from "./latin-patterns";
import { isEnglishWord, isLatinName } from "./latin-words";
import type { NameSpan } from "./name-span";
import { isRomanPlace, readsAsJapanese } from "./romaji";

const courtesy = "(?:Mr|Mrs|Ms|Mx|Miss|Dr|Prof|Professor|Sir|Madam|Mme|Messrs|Rev|Hon)";
const office =
  "(?:Prime Minister|Deputy Prime Minister|(?:Senior|Parliamentary) Vice[- ]Minister|State Minister|(?<!Vice[- ])Minister|Governor|Mayor|President|Vice President|Chancellor|Secretary of State|Chief Cabinet Secretary|Ambassador|King|Queen|Emperor|Empress|Senator)";

const withCourtesy = new RegExp(`${before}${courtesy}\\.?[ \\u00a0]{1,2}(${name})`, "gu");
const withSan = new RegExp(`${before}(${word}(?: ${word})?)(?=[- ](?:san|sama|sensei|kun|shi)\\b)`, "gu");
/** Nguyen Van An様: several words, whatever they mean in English. */
const honoured = new RegExp(
  `${before}(${word}(?: (?:${particle} ){0,2}(?:${initial}|${word})){1,4})[ ]?(?=様|さま|さん|氏(?!名)|殿|女史|先生|教授|博士)`,
  "gu",
);
/** Liang さん */
const called = new RegExp(`${before}(${word})[ ]?(?=さん|くん|ちゃん)`, "gu");
/** Words of a firm or a group, which gets an honorific in mails as well. */
const firm =
  /\b(?:bank|company|corporation|corp|inc|ltd|llc|group|university|institute|ministry|department|team|services?|systems?|holdings|japan|cloud|software|technologies|solutions|office|center|centre|school|hospital|committee|council)\b/iu;
const greeting = new RegExp(
  `(?:^|\\n)[ \\t>]*(?:Dear|Hi|Hello|Good (?:morning|afternoon|evening)|Thanks|Thank you)[ ,]{1,2}(?:${courtesy}\\.?[ ])?(${name})(?=[ ]?[,:!.\\n-])`,
  "gu",
);
const labelled = new RegExp(
  `(?:^|[\\n(;,.、。（|｜\\t ])(?:Name|Full name|Contact|Contact person|Attn|Attention|Author|Applicant|Signed by|Prepared by|Reported by|Written by|Speaker|Person in charge|Holder|Account name|Account holder|From|To|Cc|Bcc)[ ]?[:：][ "']{0,3}(${name})(?=["']?[ ]?(?:[,;<(（\\n|/／]|$))`,
  "gu",
);
/** From: Hasegawa, Minoru <…>: the family name first, in front of a mail address. */
const inverted = new RegExp(
  `(?<=^|[\\n:：;,]|"|> )[ \\t"]{0,3}(${word}, ${word}(?: ${word})?)(?="? ?<[^<>\\s]+@)`,
  "gu",
);
/** Vice-Minister Hirabayashi, Director-General Kuze */
const titled = new RegExp(
  `${before}(?:(?:Vice|State)[- ]Minister|(?:Deputy |Assistant |Vice )?(?:Director(?:[- ]General)?|Commissioner|Counsell?or|Manager|Chair(?:man|person|woman)?|Secretary|Inspector|Superintendent|Attach[eé]))[ ](${word}(?: ${word})?)(?![A-Za-z0-9@])`,
  "gu",
);
const closing =
  /(?:^|\n)[ \t>]*(?:(?:(?:Best|Kind|Kindest|Warm|With (?:best|kind)|Very best)[ ](?:regards|wishes)|Regards|Sincerely|Yours (?:sincerely|faithfully|truly)|Sincerely yours|Respectfully|Cheers|Many thanks|Thanks|Thank you|Best|Cordially)[ ,.!]*)(?:\r?\n[ \t>]*){1,3}|(?<=[.!?] )(?:(?:Best|Kind|Kindest|Warm)[ ]regards|Regards|Sincerely|Cheers|Best|Thanks),[ ]/gu;
const nameLine = new RegExp(`^(${name})(?=[ \\t]*(?:\\r?\\n|$|[,(（/／|]))`, "u");
function isPublic(text: string, start: number): boolean {
  return new RegExp(`${office}[ ,]{1,2}$`, "u").test(text.slice(Math.max(0, start - 30), start));
}

/** Names in Roman letters: behind Mr. and the like, in greetings, labels and signatures, and Japanese or English full names. */
export function findLatinNames(text: string): NameSpan[] {
  const found: NameSpan[] = [];
  const add = (start: number, words: string): void => {
    const trimmed = words.replace(/[ .]+$/u, (tail) => (/[A-Z]\.$/.test(words) ? tail.trimEnd() : ""));
    found.push({ start, end: start + trimmed.length, sure: true, ...(isPublic(text, start) ? { public: true } : {}) });
  };
  for (const match of text.matchAll(withCourtesy)) add(match.index + match[0].length - match[1]!.length, match[1]!);
  for (const match of text.matchAll(withSan)) if (isLatinName(match[1]!)) add(match.index, match[1]!);
  for (const match of text.matchAll(honoured)) if (!firm.test(match[1]!)) add(match.index, match[1]!);
  for (const match of text.matchAll(called)) {
    const word = match[1]!;
    if (word.length > 2 && isLatinName(word) && !firm.test(word) && !/^[A-Z]{1,6}$/u.test(word)) add(match.index, word);
  }
  for (const pattern of [greeting, labelled]) {
    for (const match of text.matchAll(pattern)) {
      if (isLatinName(match[1]!)) add(match.index + match[0].length - match[1]!.length, match[1]!);
    }
  }
  for (const match of text.matchAll(inverted)) add(match.index + match[0].length - match[1]!.length, match[1]!);
  for (const match of text.matchAll(titled)) {
    const words = match[1]!.split(" ");
    const isNamed = words.every(
      (one) => readsAsJapanese(one) && !isEnglishWord(one) && !isRomanPlace(one) && one.length > 2,
    );
    if (isNamed && isLatinName(match[1]!)) add(match.index + match[0].length - match[1]!.length, match[1]!);
  }
  for (const match of text.matchAll(closing)) {
    const start = match.index + match[0].length;
    const line = nameLine.exec(text.slice(start, start + 80))?.[1];
    if (line !== undefined && isLatinName(line)) add(start, line);
  }
  findLatinPairs(text, add);
  findLatinLists(text, add);
  return found;
}

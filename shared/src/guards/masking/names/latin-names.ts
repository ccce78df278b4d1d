import type { NameSpan } from "./name-span";
import { isRomanFamilyName, isRomanGivenName, isRomanPlace, readsAsJapanese } from "./romaji";

const word =
  "[A-Z\\u00c0-\\u00de](?:[a-z\\u00df-\\u024f]+|(?:['’][A-Z])?[a-z\\u00df-\\u024f]*(?:[-'’][A-Za-z\\u00c0-\\u024f][a-z\\u00df-\\u024f]+)*|[A-Z\\u00c0-\\u00de]+)";
const initial = "[A-Z]\\.(?= )";
const particle = "(?:van|von|de|da|di|del|della|der|den|la|le|bin|al|dos|du)";
const name = `(?:${initial}|${word})(?: (?:${particle} ){0,2}(?:${initial}|${word})){0,3}`;
const before = "(?<![A-Za-z0-9\\u00c0-\\u024f@._-])";
const courtesy = "(?:Mr|Mrs|Ms|Mx|Miss|Dr|Prof|Professor|Sir|Madam|Mme|Messrs|Rev|Hon)";
const office =
  "(?:Prime Minister|Deputy Prime Minister|Vice[- ]Minister|State Minister|Minister|Governor|Mayor|President|Vice President|Chancellor|Secretary of State|Chief Cabinet Secretary|Ambassador|King|Queen|Emperor|Empress|Senator)";

const withCourtesy = new RegExp(`${before}${courtesy}\\.?[ \\u00a0]{1,2}(${name})`, "gu");
const withSan = new RegExp(`${before}(${word}(?: ${word})?)(?=[- ](?:san|sama|sensei|kun|shi)\\b)`, "gu");
/** Nguyen Van An様: several words, whatever they mean in English. */
const honoured = new RegExp(
  `${before}(${word}(?: (?:${particle} ){0,2}(?:${initial}|${word})){1,4})[ ]?(?=様|さま|さん|氏(?!名)|殿|女史|先生|教授|博士)`,
  "gu",
);
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
const closing =
  /(?:^|\n)[ \t>]*(?:(?:(?:Best|Kind|Kindest|Warm|With (?:best|kind)|Very best)[ ](?:regards|wishes)|Regards|Sincerely|Yours (?:sincerely|faithfully|truly)|Sincerely yours|Respectfully|Cheers|Many thanks|Thanks|Thank you|Best|Cordially)[ ,.!]*)(?:\r?\n[ \t>]*){1,3}/gu;
const nameLine = new RegExp(`^(${name})(?=[ \\t]*(?:\\r?\\n|$|[,(（/／|]))`, "u");
/** YAMADA Taro, Taro YAMADA, Taro Yamada */
const pair = new RegExp(
  `${before}([A-Z\\u00c0-\\u00de][A-Za-z\\u00c0-\\u024f'’-]+),?[ ]([A-Z\\u00c0-\\u00de][A-Za-z\\u00c0-\\u024f'’-]+)(?![A-Za-z0-9@\\u00c0-\\u024f])`,
  "gu",
);

/** Words that are written with a capital beside names or in the place of one. */
const notName = new Set(
  "all team sir madam colleagues colleague everyone everybody both friends members participants delegates ministry department division bureau office agency section university institute committee council government cabinet bank company corporation center centre school hospital director deputy chief senior assistant manager secretary general minister prime president chair chairman chairperson professor officer staff public affairs international national global the a an this that we i you he she it in on at for from to of and or by with re fw fwd subject date sent january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday act article law bill section chapter paragraph annex table figure new york north south east west tokyo osaka kyoto japan japanese united states kingdom washington london paris geneva beijing seoul best regards sincerely yours thank thanks dear hello hi good no tel fax phone mobile mail email address data digital budget policy please note attached deadline internal external information technology personal protection ai api pdf street avenue road".split(
    " ",
  ),
);
const givenNames = new Set(
  "james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander frank patrick raymond jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle walter ethan jeremy harold carl keith roger arthur lawrence sean christian albert joe mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet catherine maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice jean alice julia grace amber denise danielle marilyn beverly charlotte natalie theresa diana brittany kate lucy sophie chloe claire fiona hans klaus pierre jean-pierre carlos juan luis miguel pedro antonio giovanni marco luca ivan sergei dmitri vladimir olga elena natalia mohammed muhammad ahmed ali hassan fatima aisha raj priya amit sanjay anil wei ming li jing hui min-jun ji-hoon nguyen".split(
    " ",
  ),
);

function lower(words: string): string[] {
  return words.toLowerCase().split(/[ ]+/);
}

function isName(words: string): boolean {
  const all = lower(words);
  return all.every((one) => !notName.has(one.replace(/[.,]$/, "")));
}

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
  for (const match of text.matchAll(withSan)) if (isName(match[1]!)) add(match.index, match[1]!);
  for (const match of text.matchAll(honoured)) if (!firm.test(match[1]!)) add(match.index, match[1]!);
  for (const pattern of [greeting, labelled]) {
    for (const match of text.matchAll(pattern)) {
      if (isName(match[1]!)) add(match.index + match[0].length - match[1]!.length, match[1]!);
    }
  }
  for (const match of text.matchAll(closing)) {
    const start = match.index + match[0].length;
    const line = nameLine.exec(text.slice(start, start + 80))?.[1];
    if (line !== undefined && isName(line)) add(start, line);
  }
  findPairs(text, add);
  return found;
}

function findPairs(text: string, add: (start: number, words: string) => void): void {
  pair.lastIndex = 0;
  for (let match = pair.exec(text); match !== null; match = pair.exec(text)) {
    const [whole, first, second] = match as unknown as [string, string, string];
    // Tsuruga, Fukui: a comma parts a family name from its given name only where one of them is in capitals.
    const isParted = whole.includes(",") && first !== first.toUpperCase();
    const isPlace =
      /^[ ](?:Prefecture|City|Station|Ward|Town|Village|Island|Bay|Airport|Park|River|Temple|Shrine)/u.test(
        text.slice(match.index + whole.length, match.index + whole.length + 12),
      );
    if (!isParted && !isPlace && isName(`${first} ${second}`) && isFullName(first, second)) add(match.index, whole);
    // The second word may be the first of the next name.
    else pair.lastIndex = match.index + whole.length - second.length;
  }
}

function isFullName(first: string, second: string): boolean {
  const capitals = (one: string): boolean => one.length >= 2 && one === one.toUpperCase();
  if (isRomanGivenName(first) && (isRomanFamilyName(second) || (readsAsJapanese(second) && second.length >= 4)))
    return true;
  if (isRomanGivenName(second) && isRomanFamilyName(first)) return true;
  if (isRomanFamilyName(first) && !isRomanPlace(first) && readsAsJapanese(second)) return !isRomanPlace(second);
  if (isRomanFamilyName(second) && !isRomanPlace(second) && readsAsJapanese(first)) return !isRomanPlace(first);
  if (capitals(first) !== capitals(second) && readsAsJapanese(first) && readsAsJapanese(second)) {
    // One word in capitals marks the family name: HIGUCHI Daichi.
    return first.length >= 3 && second.length >= 3;
  }
  return givenNames.has(first.toLowerCase()) && !capitals(second) && second.length >= 2;
}

import { weightOf } from "./alignment";
import type { Passage, Token } from "./reading/clause";
import { bareName } from "./reading/names";
import { Region } from "./reading/region";
import { behindSubjectMatter } from "./reading/subject-matter";

/** How much more of a clause another speaker must have said than the one it is given to. */
const margin = 0.25;

/**
 * True when a line gives to one who speaks in the sources what only another one says there: 「三宅委員から平日も進めるべきとの
 * 意見」 where 今野委員 says so. Whoever the other one names may be meant: 「事務局で調べてください」.
 */
export function givesToAnotherSpeaker(line: Passage, sources: readonly Passage[]): boolean {
  const speaking = sources.filter(({ speaker }) => speaker.length > 0);
  if (speaking.length === 0) return false;
  let last: Passage[] = [];
  let sentence = -1;
  return line.clauses.some((clause) => {
    if (clause.sentence !== sentence) last = [];
    sentence = clause.sentence;
    const named = clause.tokens.filter(
      (token) =>
        (line.language === "en" ||
          token.role === "topic" ||
          token.role === "subject" ||
          (token.role === "from" && /^から[^、。]{0,2}/u.test(line.text.slice(token.end)))) &&
        speaking.some((passage) => isNamed(token, passage)),
    );
    // Two who speak are told of together: what each says is not kept apart here.
    const own =
      named.length === 0
        ? line.language === "en"
          ? []
          : last
        : speaking.filter((passage) => named.some((token) => isNamed(token, passage)));
    last = own;
    if (own.length === 0 || own.length === speaking.length) return false;
    const others = speaking.filter(
      (passage) => !own.includes(passage) && !named.some(({ text }) => mentions(passage, text)),
    );
    if (named.length > 1 || others.length === 0) return false;
    if (others.some(({ speaker }) => speaker.some((name) => mentions(line, name)))) return false;
    // 「短縮について、」: what it is about may have been named by another one.
    const told = behindSubjectMatter(clause);
    const words = clause.tokens.filter((token) => !named.includes(token) && tells(token) && token.start >= told);
    if (words.length < 2) return false;
    const ownShare = shareOf(words, own, line);
    return others.some((passage) => shareOf(words, [passage], line) > ownShare + margin);
  });
}

function tells(token: Token): boolean {
  return weightOf(token) > 0 || stance.test(token.text);
}

const stance = /^(?:賛成|反対|賛同|同意|支持|承認|了承|慎重|否定|肯定)$/u;

/** 「岡本福祉課長」 is 「福祉課長（岡本）」. */
function isNamed({ text }: Token, { speaker }: Passage): boolean {
  const bare = bareName(text);
  return speaker.some((name) => {
    const other = bareName(name);
    return (
      other.length >= 2 && (bare === other || (text.length > other.length && text.toLowerCase().startsWith(other)))
    );
  });
}

function mentions({ text }: Passage, name: string): boolean {
  const bare = bareName(name);
  return bare.length >= 2 && text.toLowerCase().includes(bare);
}

const regions = new WeakMap<Passage, Region>();

function regionOf(passage: Passage): Region {
  let region = regions.get(passage);
  if (region === undefined) {
    region = new Region(
      passage.text,
      passage.clauses.flatMap(({ tokens }) => tokens.flatMap(({ figure }) => figure ?? [])),
    );
    regions.set(passage, region);
  }
  return region;
}

function shareOf(words: readonly Token[], passages: readonly Passage[], line: Passage): number {
  let sum = 0;
  let total = 0;
  for (const token of words) {
    const weight = Math.max(1.5, weightOf(token));
    total += weight;
    sum += weight * Math.max(...passages.map((passage) => regionOf(passage).covers(token, line.text).share));
  }
  return total === 0 ? 0 : sum / total;
}

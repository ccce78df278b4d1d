import { nearest } from "./things";

/** 「…しない方向で」, 「…する方針」: what is meant to be done or not, and the word for it. */
const intended =
  /(ない|ぬ|ません|[うくすつぬむるぐぶ])(?:という|との)?(?:方向|方針|予定|意向|考え|つもり|見込)(?!は(?:な|あり))/gu;
/** Wanted by who speaks, and what is held against it. */
const wanted = /たい(?:との|という|と[述の]|旨)|べき(?:との|という|だ|である)|賛成/u;
const reserved = /慎重|反対|控え|難し|避け/u;
const leastAlike = 0.3;

/** True when a line says that something is meant to be done that its sources mean not to do, or the other way round. */
export function turnsIntention(line: string, sentences: readonly string[]): boolean {
  const alike = nearest(line, sentences, leastAlike);
  if (wanted.test(line) && !reserved.test(line) && alike.length > 0 && alike.every((one) => reserved.test(one)))
    return true;
  const own = sidesOf(line);
  if (own.size !== 1) return false;
  const near = alike.map(sidesOf);
  return near.length > 0 && near.every((sides) => sides.size === 1 && [...sides][0] !== [...own][0]);
}

function sidesOf(sentence: string): Set<boolean> {
  return new Set([...sentence.matchAll(intended)].map(({ 1: end }) => /^(?:ない|ぬ|ません)$/u.test(end!)));
}

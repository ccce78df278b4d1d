import { splitSentences } from "../../../language";
import { likenessOf, letterPairs } from "../speech/letter-pairs";
import { mayBeSame } from "./name-spellings";
import { accepts, asksFor, isAsking, namesItself, promises } from "./roles";
import { segmentsOf } from "./segments";

/** Somebody who, by what was said, does a thing. */
export interface Doer {
  name: string;
  /** Share of the words of the thing to do that stand with the name. */
  likeness: number;
}

export interface Spoken {
  speaker: string;
  text: string;
}

export interface Scene {
  cited: readonly Spoken[];
  /** What was said right before and after the cited utterances. */
  before: readonly Spoken[];
  following: readonly Spoken[];
  /** Everyone who speaks in the meeting. */
  people: readonly string[];
}

/** Likeness, as a share of the best, from which on a doer is one of this thing. */
const nearlyAsLike = 0.6;

/** 「点検が済めば、」: what somebody waits for is not what they do. */
const awaited = /^[^。]{2,40}(?:済め|終われ|届け|決まれ|整え|そろえ|できれ)ば、/u;

/**
 * Who does a thing, by the utterances that are cited for it: who is asked by name, who promises it, and who takes up a request
 * that named nobody. Whoever only asks, is given something or speaks of something else is none of them.
 */
export function doersOf(task: string, scene: Scene): Doer[] {
  const wanted = letterPairs(task);
  const doers: Doer[] = [];
  let asked: { by: string; named: boolean; likeness: number } | undefined;
  const read = ({ speaker, text }: Spoken, isCited: boolean): boolean => {
    let took = false;
    const sentences = splitSentences(text).map(({ start, end }) => text.slice(start, end));
    for (const sentence of sentences) {
      const segments = segmentsOf(sentence, scene.people);
      const others = segments.filter(({ name }) => name !== "" && !mayBeSame(name, speaker));
      const ownLikeness = likenessOf(wanted, letterPairs(sentence.replace(awaited, "")));
      // 「はい、今週中に頼みます」 takes up what was asked, and asks somebody outside.
      const passesOn =
        asked !== undefined && asked.by !== speaker && accepts(sentence) && /頼みます|依頼します/u.test(sentence);
      if (isAsking(sentence) && !passesOn) {
        if (!isCited && !asksFor(sentence)) continue;
        const named = others.map(({ name, text: stretch }) => ({
          name,
          likeness: likenessOf(wanted, letterPairs(stretch)),
        }));
        if (isCited || ownLikeness > 0) {
          doers.push(
            ...named.map((one) =>
              named.length === 1 ? { ...one, likeness: Math.max(one.likeness, asked?.likeness ?? 0) } : one,
            ),
          );
          asked = { by: speaker, named: named.length > 0, likeness: Math.max(ownLikeness, asked?.likeness ?? 0) };
        }
        continue;
      }
      if (others.length > 0 && !namesItself(sentence)) {
        // 「安井さんが作ると聞いています」
        if (isCited)
          doers.push(
            ...others.map(({ name, text: stretch }) => ({ name, likeness: likenessOf(wanted, letterPairs(stretch)) })),
          );
        if (asked === undefined) asked = { by: speaker, named: true, likeness: ownLikeness };
        continue;
      }
      const takes = asked !== undefined && asked.by !== speaker && (accepts(sentence) || promises(sentence));
      const own = doers.filter(({ name }) => mayBeSame(name, speaker)).map(({ likeness }) => likeness);
      if (takes && (!asked!.named || namesItself(sentence) || own.length > 0)) {
        // Of several who were asked by name, each takes up their own.
        const taken = asked!.named && own.length > 0 ? Math.max(...own) : asked!.likeness;
        doers.push({ name: speaker, likeness: Math.max(taken, ownLikeness) });
        took = true;
      } else if (isCited && promises(sentence)) {
        const likeness = ownLikeness > 0 || !namesItself(sentence) ? ownLikeness : (asked?.likeness ?? 0);
        doers.push({ name: speaker, likeness });
        took = true;
      } else took ||= takes;
    }
    return took;
  };
  // A promise alone is cited often; what it answers tells what it is about.
  const [first] = scene.cited;
  const opener = first === undefined ? undefined : scene.before.findLast(({ speaker }) => speaker !== first.speaker);
  if (opener !== undefined && first !== undefined && (accepts(first.text) || namesItself(first.text))) {
    const before = splitSentences(opener.text).map(({ start, end }) => opener.text.slice(start, end));
    const likeness = Math.max(0, ...before.map((sentence) => likenessOf(wanted, letterPairs(sentence))));
    if (before.some((sentence) => isAsking(sentence))) asked = { by: opener.speaker, named: false, likeness };
  }
  for (const one of scene.cited) read(one, true);
  if (asked !== undefined && !doers.some(({ name }) => name !== asked?.by)) {
    for (const one of scene.following) if (!read(one, false)) break;
  }
  const best = Math.max(0, ...doers.map(({ likeness }) => likeness));
  return doers.filter(({ likeness }) => likeness >= best * nearlyAsLike);
}

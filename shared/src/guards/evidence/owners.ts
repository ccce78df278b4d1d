import type { Passage, Token } from "./reading/clause";
import { bareName, isPersonAt } from "./reading/names";
import { Region } from "./reading/region";

const body =
  /(?:[省庁局課室係班署市町村区県府都道国社党館院校]|委員会|協議会|審議会|協会|組合|団体|機構|法人|大学|銀行|大臣|知事|市長|町長|村長|事務局|センター)$/u;
/** Pairs compared, so that a long source costs no more than its length. */
const mostPairs = 200;
const there = 0.8;

interface Owned {
  owner: Token;
  thing: Token;
  passage: Passage;
}

/**
 * True when a line gives each of two bodies what is the other's: 「甲庁の助言と乙省の同意」 where 「乙省の助言を受け、甲庁の同意を
 * 得る」. Both things must stand in the sources with an owner each, and neither with the line's.
 */
export function exchangesOwners(line: Passage, sources: readonly Passage[]): boolean {
  if (line.language !== "ja") return false;
  const own = ownedIn(line);
  if (own.length < 2) return false;
  const given = sources.flatMap(ownedIn).slice(0, mostPairs);
  const has = (owner: Token, thing: Token): boolean =>
    given.some((one) => owner.text === one.owner.text && isThing(thing, one, line));
  return own.some(({ owner, thing }, at) =>
    own
      .slice(at + 1)
      .some(
        (other) =>
          other.owner.text !== owner.text &&
          other.thing.text !== thing.text &&
          has(other.owner, thing) &&
          has(owner, other.thing) &&
          !has(owner, thing) &&
          !has(other.owner, other.thing),
      ),
  );
}

function isThing(thing: Token, { thing: other, passage }: Owned, line: Passage): boolean {
  const region = new Region(passage.text.slice(other.start, other.end + 2), []);
  return region.covers(thing, line.text).share >= there;
}

const known = new WeakMap<Passage, Owned[]>();

/** 「甲庁の専門的助言」: a body or a person with what stands right behind its の. */
function ownedIn(passage: Passage): Owned[] {
  let owned = known.get(passage);
  if (owned === undefined) {
    const names = new Set(passage.speaker.map(bareName));
    owned = passage.clauses.flatMap(({ tokens }) =>
      tokens.flatMap((owner, at) => {
        const thing = tokens[at + 1];
        const isSomeone =
          body.test(owner.text) || isPersonAt(owner.text, passage.text.slice(owner.end, owner.end + 4), names);
        return owner.role === "of" && thing?.kind === "word" && thing.start - owner.end <= 1 && isSomeone
          ? [{ owner, thing, passage }]
          : [];
      }),
    );
    known.set(passage, owned);
  }
  return owned;
}

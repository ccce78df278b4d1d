import { compareFigures, figuresIn, type Figure } from "../../../guards";
import { areAlike } from "./inline-corrections";
import { letterPairs, likenessOf } from "./letter-pairs";
import { putOff } from "./put-off";
import type { Ruling } from "./rulings";

/** Likeness of a ruling's topic to a line from which on both are about the same. */
const aboutTheSame = 0.6;

/** Pairs of letters of a topic that names its thing; 「期限」 alone is that of anything. */
const namesThing = 2;

/** What a line that tells a decision is compared with. */
export interface DecisionClaim {
  line: string;
  /** Places of the utterances that it cites, in order. */
  places: readonly number[];
  /** Words of these utterances. */
  texts: readonly string[];
}

/**
 * "corrected" when the meeting settled something else later than what the line tells as decided; "another" when the ruling that
 * the line cites itself settles something else, or leaves it open; undefined otherwise.
 */
export function overruledBy(claim: DecisionClaim, rulings: readonly Ruling[]): "corrected" | "another" | undefined {
  const { line, places, texts } = claim;
  const last = places.at(-1);
  if (last === undefined || putOff(line) !== undefined) return undefined;
  const pairs = letterPairs(line);
  const figures = figuresIn(line).filter(({ weak }) => !weak);
  const cited = new Set(places);
  const tells = (one: Ruling): boolean => one.value !== "" && likenessOf(letterPairs(one.value), pairs) === 1;
  for (const ruling of rulings) {
    if (ruling.place <= last || ruling.putsOff) continue;
    const isTaken = ruling.revises.some((place) => cited.has(place));
    if (isTaken && !tells(ruling) && !agrees(figures, ruling.figures)) return "corrected";
    const isSame = ruling.topic.size >= namesThing && likenessOf(ruling.topic, pairs) === 1;
    if (isSame && differs(figures, ruling.figures)) return "corrected";
  }
  const own = rulings.filter(({ place }) => cited.has(place));
  const final = own.at(-1);
  if (final === undefined) return undefined;
  const others = texts.filter((_text, index) => places[index]! < final.place);
  if (final.putsOff) {
    const isOpen = own.every(({ putsOff }) => putsOff) && (final.topic.size === 0 || isAbout(final, pairs));
    return isOpen && final.place === last ? "another" : undefined;
  }
  if (final.topic.size > 0 && !isAbout(final, pairs)) return undefined;
  if (differs(figures, final.figures) && others.some((text) => agrees(figures, figuresIn(text)))) return "another";
  if (/のみ|だけ|に限/u.test(final.sentence) && /両方|併用|双方|いずれも/u.test(line)) return "another";
  if (final.value === "" || others.length === 0) return undefined;
  if (final.revises.some((place) => own.some((one) => one.place === place && tells(one))) && !tells(final))
    return "another";
  const [value, ruled] = [letterPairs(final.value), letterPairs(final.sentence)];
  const before = letterPairs(others.join("\n"));
  const isLeftOut = likenessOf(value, pairs) === 0;
  const hasOther = [...pairs].some((pair) => before.has(pair) && !ruled.has(pair));
  return isLeftOut && hasOther ? "another" : undefined;
}

function isAbout({ topic }: Ruling, pairs: ReadonlySet<string>): boolean {
  return topic.size > 0 && likenessOf(topic, pairs) >= aboutTheSame;
}

/** Both have a value of one kind, and none the same. */
function differs(own: readonly Figure[], other: readonly Figure[]): boolean {
  const alike = own.flatMap((figure) =>
    other.filter((one) => areAlike(figure, one)).map((one) => [figure, one] as const),
  );
  return alike.length > 0 && !alike.some(([a, b]) => compareFigures(a, b) === "same");
}

function agrees(own: readonly Figure[], other: readonly Figure[]): boolean {
  return own.some((figure) => other.some((one) => areAlike(figure, one) && compareFigures(figure, one) === "same"));
}

import type { Figure } from "./figure";
import { isMeasured } from "./freely-added";

/** Indexes of two figures of one text, the one said to be a part of the other. */
export interface PartOfWhole {
  part: number;
  whole: number;
  /** One in four, 4人に1人: the order is fixed, and either number may be the larger (three in two days). */
  isRate?: true;
}

/** The parts and wholes that a text names: 62のうち23, うち3か所, "23 of the 62", "of the 62, 23", "62, of which 23". Linear. */
export function partsOfWholes(text: string, figures: readonly Figure[], language: "ja" | "en"): PartOfWhole[] {
  return language === "ja" ? inJapanese(text, figures) : inEnglish(text, figures);
}

function inJapanese(text: string, figures: readonly Figure[]): PartOfWhole[] {
  const found: PartOfWhole[] = [];
  for (let index = 1; index < figures.length; index += 1) {
    const [whole, part] = [figures[index - 1]!, figures[index]!];
    const gap = text.slice(whole.span.end, Math.min(part.span.start, whole.span.end + 60));
    if (
      part.span.start - whole.span.end < 45 &&
      /^[^、。]{0,10}(?:の(?:うち|内)|うち|(?<!途)中(?!央|止|国|学|小|心))[、]?[^。]{0,30}$/.test(gap)
    ) {
      if (isCountable(whole, part)) found.push({ part: index, whole: index - 1 });
      continue;
    }
    if (/^(?:人|回|社|件|世帯|団体|自治体|か所|校)?に(?:約|およそ|ほぼ)?$/.test(gap) && isCountable(whole, part)) {
      found.push({ part: index, whole: index - 1, isRate: true });
      continue;
    }
    if (/^を含[むみめ]、?(?:て、?)?(?:最長|最大|合計|計|全)?$/.test(gap) && isCountable(whole, part)) {
      // 「3年を含む10年」
      found.push({ part: index - 1, whole: index });
      continue;
    }
    // 「12か所に1,850人が避難し、うち3か所」: the whole is the last of the same kind.
    if (
      !/[、。（(](?:その)?うち、?[^、。0-9０-９]{0,14}$/.test(
        text.slice(Math.max(0, part.span.start - 20), part.span.start),
      )
    )
      continue;
    for (let back = index - 1; back >= Math.max(0, index - 4); back -= 1) {
      if (figures[back]!.unit !== part.unit || !isCountable(figures[back]!, part)) continue;
      found.push({ part: index, whole: back });
      break;
    }
  }
  return found;
}

const articles =
  "(?:(?:the total(?: amount)? of|the|its|their|all|those|these|a total of|about|some|over|our|his|her) ){0,2}[$€£¥]?";
const ofTheWhole = new RegExp(`^[^.,;:0-9]{0,24}(?<![a-z])(?<!scale )(?:out )?of ${articles}$`);
const opensWithWhole = new RegExp(`(?:^|[.;:,] ?|["“(])(?:out )?of ${articles}$`);
const including = /^[^.;0-9]{0,24},? ?(?:including|inclusive of)(?: an?| the)? $/;
const relative = /(?:,|\() ?(?:[a-z]+ )?of (?:which|whom|these|them)[^.;0-9]{0,30}$/;
const relativeBehind = /^[^.,;0-9]{0,12} ?of (?:which|whom|these|them)(?![a-z])/;

function inEnglish(original: string, figures: readonly Figure[]): PartOfWhole[] {
  const text = original.toLowerCase();
  const found: PartOfWhole[] = [];
  for (let index = 1; index < figures.length; index += 1) {
    const [first, second] = [figures[index - 1]!, figures[index]!];
    if (!isCountable(first, second) || second.span.start - first.span.end > 90) continue;
    const gap = text.slice(first.span.end, second.span.start);
    if (/^(?: [a-z]+)? (?:in|out of|for|per)(?: every)? $/.test(gap))
      found.push({ part: index - 1, whole: index, isRate: true });
    else if (ofTheWhole.test(gap)) found.push({ part: index - 1, whole: index });
    else if (
      opensWithWhole.test(text.slice(Math.max(0, first.span.start - 24), first.span.start)) ||
      including.test(gap) ||
      relative.test(gap) ||
      (/,[^.;]*$/.test(gap) && relativeBehind.test(text.slice(second.span.end, second.span.end + 30)))
    )
      found.push({ part: index, whole: index - 1 });
  }
  return found;
}

/** Two counts or amounts that can be part and whole; a share is none. */
function isCountable(a: Figure, b: Figure): boolean {
  const counts = (figure: Figure): boolean =>
    figure.value !== undefined &&
    figure.kind !== "ratio" &&
    figure.kind !== "article" &&
    figure.kind !== "ordinal" &&
    figure.code === undefined;
  if (!counts(a) || !counts(b)) return false;
  // "9 exceeded the limit of 0.05 mg": a number of samples is no part of a mass.
  if (a.kind === "number" && a.unit !== b.unit && (isMeasured(a) || isMeasured(b))) return false;
  const isTime = ({ unit }: Figure): boolean => /^(?:year|month|week|day|hour|minute|second|decade)$/.test(unit ?? "");
  return (a.kind === "amount") === (b.kind === "amount") && (a.unit === b.unit || (!isTime(a) && !isTime(b)));
}

/** True where the part is said to be more than its whole. */
export function isMoreThanWhole(figures: readonly Figure[], { part, whole, isRate }: PartOfWhole): boolean {
  return isRate !== true && Math.abs(figures[part]!.value!) > Math.abs(figures[whole]!.value!);
}

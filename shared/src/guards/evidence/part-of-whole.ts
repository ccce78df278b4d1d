import type { Passage, Token } from "./reading/clause";

/** 「58名中42名」, 「58名のうち、42名」: the first is the whole. */
const joins = /^(?:の)?(?:中|うち|内)(?:の)?、?(?:約|およそ)?$/u;

const joinsEnglish = /^ of (?:the |its |their |all )?$/iu;

/** The wholes of a text with their parts, as figures of one unit that stand side by side. */
function wholesOf({ clauses, text, language }: Passage): { whole: Token; part: Token }[] {
  const figures = clauses.flatMap(({ tokens }) => tokens.filter(({ figure }) => figure !== undefined));
  return figures.flatMap((whole, at) => {
    const part = figures[at + 1];
    if (part === undefined || part.figure?.unit !== whole.figure?.unit) return [];
    const between = text.slice(whole.end, part.start);
    // 「45団体のうち30団体」: what is counted stands behind both.
    const counted = [undefined, "thing"].includes(whole.figure?.unit)
      ? (/^[\p{Script=Han}\p{Script=Katakana}]{1,4}/u.exec(between)?.[0] ?? "")
      : "";
    const rest = counted !== "" && text.startsWith(counted, part.end) ? between.slice(counted.length) : between;
    return (language === "ja" ? joins : joinsEnglish).test(rest) ? [{ whole, part }] : [];
  });
}

/** True when a part is more than the whole it is said to be of: 「42名中58名」. */
export function exceedsWhole(line: Passage): boolean {
  return wholesOf(line).some(({ whole, part }) => (part.figure?.value ?? 0) > (whole.figure?.value ?? Infinity));
}

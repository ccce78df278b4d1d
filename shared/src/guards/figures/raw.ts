import type { DateAt } from "./dates";
import type { Figure } from "./figure";

/** A figure on the folded text, before its span is brought back to the source. */
export interface Raw extends Omit<Figure, "span" | "text"> {
  start: number;
  end: number;
}

/** A figure that is meant as it is written. */
export const exact = { weak: false, approximate: false } as const;

/** End of what a sticky pattern matches at an offset. */
export function sticky(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match === null ? undefined : at + match[0].length;
}

export function dated({ date, other, end }: DateAt, at: number): Raw {
  return { ...exact, kind: "date", date, ...(other === undefined ? {} : { otherDate: other }), start: at, end };
}

export function codeAt(text: string, at: number, end: number, weak: boolean): Raw {
  return {
    kind: "code",
    code: text.slice(at, end).replace(/[^0-9a-z.]/g, ""),
    weak,
    approximate: false,
    start: at,
    end,
  };
}

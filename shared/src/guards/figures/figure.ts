import type { Span } from "../../vocabulary";

/** What a figure is; a date may be a year, a month or a day alone. */
export type FigureKind = "number" | "amount" | "ratio" | "date" | "time" | "weekday" | "article" | "ordinal" | "code";

export interface DateParts {
  year?: number;
  month?: number;
  day?: number;
}

/** A figure of a text as a value that can be compared across spellings, units and languages. */
export interface Figure {
  kind: FigureKind;
  /** The figure as written, with its unit. */
  text: string;
  /** UTF-16 offsets in the text it was found in. */
  span: Span;
  /** Plain value; of a ratio the share (30 % = 0.3). Absent for dates, times and weekdays. */
  value?: number;
  /** Second reading of a value: the 3 of 3～5万円 is 30,000 or 3. */
  otherValue?: number;
  /** The two numbers of a share with a slash: 5/7 may be said as 7つ中5. */
  parts?: readonly [number, number];
  /** Unit as a name of `units.ts`, when it is known. */
  unit?: string;
  date?: DateParts;
  /** Second reading of a date of digits: 10/02/2023 is the tenth of February or the second of October. */
  otherDate?: DateParts;
  /** Minutes of the day; two readings when the hour does not say before or after noon. */
  minutes?: number[];
  /** 0 = Sunday. */
  weekday?: number;
  /** Letters and digits of a code (telephone, version) or name (COVID-19, A4), compared literally. */
  code?: string;
  /** True for a name that holds digits; reported only where the source has the same name with other digits. */
  name?: boolean;
  /** True for the number of a list item at the start of a line. */
  marker?: boolean;
  /**
   * True for what good writing adds or drops freely, or what is no quantity: numbers of list items, digits inside names
   * (COVID-19, A4), "one", 一つ, 数十. It can confirm another figure but is never reported itself.
   */
  weak: boolean;
  /** True when the text itself says that the figure is not exact (約, about). */
  approximate: boolean;
}

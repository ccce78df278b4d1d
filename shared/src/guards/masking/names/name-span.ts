import type { Span } from "../../../vocabulary";

/** A name that was found. */
export interface NameSpan extends Span {
  /** End of the family name, where one is told from the given name; the same as `end` for a family name alone. */
  familyEnd?: number;
  /** True when something besides the name says that it is one, so that the same word elsewhere is believed as well. */
  sure: boolean;
  /** The name of somebody with a public office. */
  public?: boolean;
}

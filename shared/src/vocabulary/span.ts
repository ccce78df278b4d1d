/** A half-open stretch of a text: UTF-16 offsets, `end` not included. */
export interface Span {
  start: number;
  end: number;
}

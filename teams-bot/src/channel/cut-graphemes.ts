let segmenter: Intl.Segmenter | undefined;

/**
 * Cuts a text to at most so many UTF-16 units, which is how Teams counts, without cutting through a character as people see
 * it: 髙󠄀 with its variation, flags and families of emoji stay whole. What was cut ends in "…".
 */
export function cutGraphemes(text: string, most: number): string {
  if (text.length <= most) return text;
  segmenter ??= new Intl.Segmenter("ja", { granularity: "grapheme" });
  let end = 0;
  // The segmenter's time grows with the text; what is past the limit need not be looked at.
  for (const { index, segment } of segmenter.segment(text.slice(0, most + 64))) {
    if (index + segment.length > most - 1) break;
    end = index + segment.length;
  }
  return `${text.slice(0, end)}…`;
}

/** The last place at or before `most` where a text may be cut without cutting through a character; at least one character. */
export function graphemeEnd(text: string, most: number): number {
  segmenter ??= new Intl.Segmenter("ja", { granularity: "grapheme" });
  const from = Math.max(0, most - 256);
  let end = 0;
  for (const { index, segment } of segmenter.segment(text.slice(from, most + 64))) {
    const place = from + index + segment.length;
    if (place > most && end > 0) break;
    end = place;
    if (place >= most) break;
  }
  return end;
}

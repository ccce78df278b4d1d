/** Word's search takes at most 255 characters (office-pitfalls R6); some room is left for escapes. */
export const longestNeedle = 200;

/** Offsets at which Word's search finds a text: from left to right, not overlapping, case and width as written. */
export function occurrences(text: string, needle: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + needle.length)) found.push(at);
  return found;
}

/** Which occurrence of `needle` stands at `offset`; undefined when an overlapping one hides it. */
export function occurrenceAt(text: string, needle: string, offset: number): number | undefined {
  const index = occurrences(text, needle).indexOf(offset);
  return index === -1 ? undefined : index;
}

/** Escapes what Word's search would read as a code: "^p" is a paragraph mark there. */
export function searchText(needle: string): string {
  return needle.replaceAll("^", "^^");
}

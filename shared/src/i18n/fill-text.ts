import type { Locale } from "./locale";

/** What fills the `{name}` places of a text; numbers are written as the language writes them. */
export type MessageValues = Record<string, string | number>;

/**
 * Fills the places of a text: `{name}` becomes the value, `{name|one|many}` one of two words by the number; a place without
 * a value stays visible as `{name}`, so that the gap is seen.
 */
export function fillText(text: string, values: MessageValues, numbers: Intl.NumberFormat): string {
  return text.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (place, name: string, one?: string, many?: string) => {
    const value = values[name];
    if (value === undefined) return place;
    if (one !== undefined && many !== undefined) return value === 1 ? one : many;
    return typeof value === "number" ? numbers.format(value) : value;
  });
}

/** How a language writes numbers. */
export function numbersOf(locale: Locale): Intl.NumberFormat {
  return new Intl.NumberFormat(locale === "en" ? "en" : "ja");
}

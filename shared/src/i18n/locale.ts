/** Languages of the interface. "pseudo" is for tests: every text becomes longer and marked, so that a text that is not in the catalogue shows. */
export type Locale = "ja" | "en" | "pseudo";

/** The language to start with, from a BCP 47 tag such as Office or a browser gives it; Japanese unless it is English. */
export function localeOf(tag: string | undefined): "ja" | "en" {
  return tag?.toLowerCase().startsWith("en") === true ? "en" : "ja";
}

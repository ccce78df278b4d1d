/** `@import`, and every address that is not the data itself, also where it is written without `url()` (image-set). */
const remote = /@import[^;{}]*;?|url\(\s*(?!["']?\s*data:)(?:"[^"]*"|'[^']*'|[^)"']*)\s*\)|image-set\([^;{}]*\)/gi;

/**
 * Style sheets, or the declarations of a style attribute, without what they would fetch. The frame's policy stops what is
 * written in a way that this does not see.
 */
export function localStyles(css: string): string {
  return css.replace(remote, (found) => (found.startsWith("@") ? "" : "none"));
}

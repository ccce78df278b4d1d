/** A label with the subject of a mail and the names of its attachments; a longer one is a list that nobody reads. Characters. */
const longestStepLabel = 500;

/**
 * A block's label as a step takes it: subjects and names of files can be of any length, relays take labels up to twice this
 * length, and masking may lengthen them. No character is cut in two.
 */
export function stepLabel(label: string): string {
  return label.slice(0, longestStepLabel).replace(/[\ud800-\udbff]$/u, "");
}

/**
 * Words of a model or of a source as words in markdown: nothing in them becomes a heading, a link, an image that is
 * fetched from somewhere, HTML or a table. Line breaks stay.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~&]/g, "\\$&")
    .replace(/^(\s*)(#{1,6}|[-+=]+)(?=\s|$)/gm, "$1\\$2")
    .replace(/^(\s*)(-{3,}|={3,}|:{3,})/gm, "$1\\$2")
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/gm, "$1\\$2")
    .replace(/^ {4,}|^\t+/gm, "");
}

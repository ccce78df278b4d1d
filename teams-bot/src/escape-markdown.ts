/** Words of people, names of files among them, as they stand in Markdown: one line, and nothing of them is read as a mark. */
export function escapeMarkdown(words: string): string {
  return words.replace(/[\r\n]+/gu, " ").replace(/[\\`*_{}[\]()#+!|<>~]/gu, "\\$&");
}

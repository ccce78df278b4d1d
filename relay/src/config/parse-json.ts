/**
 * Parses the text of a configuration file. Editors of Windows begin a file with a byte order mark, which is no JSON
 * (RFC 8259 §8.1 lets a parser ignore it).
 * @throws SyntaxError, whose message quotes the text
 */
export function parseJson(text: string): unknown {
  return JSON.parse(text.replace(/^\ufeff/, "")) as unknown;
}

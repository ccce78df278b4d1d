/** What a comment holds. */
export interface CommentContent {
  /** Markup for one program alone, which the others do not show. */
  conditional?: string;
  /** Words of the comment itself. */
  text: string;
}

/**
 * Reads a comment's data. `[if mso]>…<![endif]` is markup for Outlook's old renderer. The halves of the form that other programs
 * show (`[if !mso]><!` and `<![endif]`) hold no words: what stands between them is part of the page.
 */
export function readComment(data: string): CommentContent {
  const opening = /^\s*\[if\s[^\]]{0,200}\]>/i.exec(data);
  if (opening !== null) {
    const rest = data.slice(opening[0].length).replace(/<!\[endif\]\s*$/i, "");
    return /^\s*(?:<!)?-?-?\s*$/.test(rest) ? { text: "" } : { conditional: rest, text: "" };
  }
  if (/^\s*(?:<!)?\s*\[(?:if\s[^\]]{0,200}|endif)\](?:>?\s*(?:<!)?(?:--)?)?\s*$/i.test(data)) return { text: "" };
  return { text: data.replace(/<!\[endif\]|\[if\s[^\]]{0,200}\]>?/gi, " ") };
}

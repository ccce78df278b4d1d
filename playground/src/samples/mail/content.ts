/** A paragraph, whose line breaks are kept, or rows of a table with the head first. */
export type Content = string | { readonly rows: readonly (readonly string[])[] };

/** What a person wrote, as plain text. */
export function plainText(content: readonly Content[]): string {
  return content
    .map((piece) => (typeof piece === "string" ? piece : piece.rows.map((row) => row.join("\t")).join("\n")))
    .join("\n\n");
}

/** The same as HTML, with the plain marks that mail programs make. */
export function htmlText(content: readonly Content[]): string {
  return content.map((piece) => (typeof piece === "string" ? paragraph(piece) : table(piece.rows))).join("\n");
}

export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

function paragraph(text: string): string {
  return `<p>${escapeHtml(text).replaceAll("\n", "<br>\n")}</p>`;
}

function table([head, ...body]: readonly (readonly string[])[]): string {
  const border = "border:1px solid #7f7f7f;padding:3px 8px";
  const cells = (row: readonly string[], tag: "th" | "td") =>
    `<tr>${row.map((cell) => `<${tag} style="${border}">${escapeHtml(cell)}</${tag}>`).join("")}</tr>`;
  return `<table style="border-collapse:collapse">${cells(head ?? [], "th")}${body.map((row) => cells(row, "td")).join("")}</table>`;
}

/** A whole HTML body, in the fonts of an office. */
export function htmlBody(content: string): string {
  return `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head>
<body style="font-family:'游ゴシック','Yu Gothic',sans-serif;font-size:10.5pt">
${content}
</body></html>
`;
}

/** What stands between the body's tags. */
export function insideBody(html: string): string {
  return /<body[^>]*>([\s\S]*)<\/body>/.exec(html)?.[1]?.trim() ?? html;
}

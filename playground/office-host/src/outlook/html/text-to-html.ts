const address = /\bhttps?:\/\/[^\s<>"'「」『』（）、。\u3000]+|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** Text as it stands in HTML; line ends and spaces as they are. */
export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** Lines of text as the inside of an HTML body. */
export function textToFragment(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map((line) => spaces(escapeHtml(line)))
    .join("<br>");
}

/** A mail in plain text as Exchange answers it when it is asked for HTML: its lines, with links. (Believed in its details.) */
export function textToPage(text: string): string {
  const lines = text.split(/\r\n?|\n/).map((line) => spaces(linked(line)));
  return [
    "<html><head>",
    '<meta name="Generator" content="Microsoft Exchange Server">',
    "<!-- converted from text -->",
    "<style><!-- .EmailQuote { margin-left: 1pt; padding-left: 4pt; border-left: #800000 2px solid; } --></style></head>",
    `<body><font size="2"><span style="font-size:11pt;"><div class="PlainText">${lines.join("<br>\r\n")}</div></span></font></body></html>`,
  ].join("\r\n");
}

function linked(line: string): string {
  let html = "";
  let end = 0;
  for (const match of line.matchAll(address)) {
    const found = match[0].replace(/[.,;:!?)\]]+$/, "");
    const target = found.includes("://") ? found : `mailto:${found}`;
    html += `${escapeHtml(line.slice(end, match.index))}<a href="${escapeHtml(target)}">${escapeHtml(found)}</a>`;
    end = match.index + found.length;
  }
  return html + escapeHtml(line.slice(end));
}

/** HTML would collapse more than one space, and those at the beginning of a line. */
function spaces(html: string): string {
  return html.replace(/^ +| {2,}/g, (run) => "&nbsp;".repeat(run.length - 1) + (run.length === 1 ? "&nbsp;" : " "));
}

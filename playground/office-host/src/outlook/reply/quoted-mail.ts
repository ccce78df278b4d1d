import { escapeHtml, textToPage, type HtmlTools } from "../html";
import type { Mail } from "../store";
import { personText, quoteWords, type QuoteLanguage } from "./quote-words";

export interface QuoteOptions {
  readonly language: QuoteLanguage;
  /** Minutes east of Greenwich in which dates are written. */
  readonly timeZoneOffset: number;
  readonly html: HtmlTools;
}

/**
 * The thread below an answer, as Outlook on the web builds it: `#appendonsend`, a rule, `#divRplyFwdMsg` with the head of the
 * mail, and its body. Ids and classes of the quoted mail get the prefix "x_", so that they are nobody else's.
 */
export function quotedMail(mail: Mail, options: QuoteOptions): string {
  return [
    '<div id="appendonsend"></div>',
    '<hr style="display:inline-block;width:98%" tabindex="-1">',
    `<div id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif" style="font-size:11pt" color="#000000">${head(mail, options)}</font><div>&nbsp;</div></div>`,
    quotedBody(mail, options.html),
  ].join("\n");
}

function head(mail: Mail, { language, timeZoneOffset }: QuoteOptions): string {
  const words = quoteWords[language];
  const people = (list: Mail["to"]) => list.map(personText).join("; ");
  const lines: (readonly [string, string])[] = [
    [words.from, mail.from === undefined ? "" : personText(mail.from)],
    [words.sent, words.date(mail.received, timeZoneOffset)],
    [words.to, people(mail.to)],
    ...(mail.cc.length > 0 ? [[words.cc, people(mail.cc)] as const] : []),
    [words.subject, mail.subject],
  ];
  return lines.map(([label, value]) => `<b>${label}</b> ${escapeHtml(value)}`).join("<br>");
}

function quotedBody(mail: Mail, html: HtmlTools): string {
  if (mail.protection !== undefined) return "<div></div>";
  const page = html.parse(html.page(mail.html ?? textToPage(mail.text)));
  for (const element of page.querySelectorAll("[id]")) element.id = `x_${element.id}`;
  for (const element of page.querySelectorAll("[class]")) {
    element.setAttribute("class", [...element.classList].map((name) => `x_${name}`).join(" "));
  }
  const sheets = [...page.querySelectorAll("style")].map((sheet) => {
    sheet.remove();
    return prefixed(sheet.textContent ?? "");
  });
  const style = sheets.length === 0 ? "" : `<style type="text/css">${sheets.join("\n")}</style>`;
  return `<div>${style}${page.body.innerHTML}</div>`;
}

/** Selectors of a style sheet with the prefix before each id and class; declarations stay as they are. */
function prefixed(sheet: string): string {
  return sheet.replace(/([^{}]*)(\{|\})/g, (_, before: string, brace: string) =>
    brace === "{" && !/^\s*(?:<!--\s*)?@/.test(before)
      ? before.replace(/([.#])([A-Za-z_][\w-]*)/g, "$1x_$2") + brace
      : before + brace,
  );
}

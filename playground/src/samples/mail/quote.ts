import { escapeHtml, htmlText, insideBody } from "./content";
import type { Mail, MailPerson } from "./mime/write-mail";

/** With > before each line, below a line that says whose words they are. */
export function bracketed(mail: Mail, introduction: string): string {
  const lines = mail.text.trimEnd().split("\n");
  return `${introduction}\n${lines.map((line) => (line.startsWith(">") ? `>${line}` : `> ${line}`.trimEnd())).join("\n")}`;
}

/** As Outlook in English does in plain text. */
export function originalMessage(mail: Mail): string {
  const lines = [
    "-----Original Message-----",
    `From: ${person(mail.from)}`,
    `Sent: ${englishDate(mail.sent)}`,
    `To: ${mail.to.map(person).join("; ")}`,
    ...(mail.cc === undefined ? [] : [`Cc: ${mail.cc.map(person).join("; ")}`]),
    `Subject: ${mail.subject}`,
  ];
  return `${lines.join("\n")}\n\n${mail.text.trimEnd()}`;
}

/** As Outlook in Japanese does in plain text. */
export function originalJapanese(mail: Mail): string {
  return `________________________________\n${japaneseHead(mail)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n")}\n\n${mail.text.trimEnd()}`;
}

/** As Outlook in Japanese does in HTML: a line above the head of the mail before, no indent. */
export function originalHtml(mail: Mail): string {
  const head = japaneseHead(mail)
    .map(([name, value]) => `<b>${name}:</b> ${escapeHtml(value)}`)
    .join("<br>\n");
  return `<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0mm 0mm 0mm">
<p class="MsoNormal">${head}</p>
</div>
${htmlOf(mail)}`;
}

/** As webmail does: a line with the name, then a block quotation. */
export function quotedHtml(mail: Mail): string {
  const { year, month, day, time } = clock(mail.sent);
  return `<div class="gmail_quote"><div dir="ltr" class="gmail_attr">${year}年${month}月${day}日(${weekday(mail.sent)}) ${time} ${escapeHtml(mail.from.name)} &lt;${mail.from.address}&gt;:<br></div>
<blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">
${htmlOf(mail)}
</blockquote></div>`;
}

/** The line before a quotation, as Japanese programs write it. */
export function saidOn(mail: Mail): string {
  const { year, month, day, time } = clock(mail.sent);
  return `${year}年${month}月${day}日(${weekday(mail.sent)}) ${time} ${mail.from.name} <${mail.from.address}>:`;
}

export function weekday(sent: string): string {
  return "日月火水木金土"[new Date(`${sent.slice(0, 10)}T00:00:00Z`).getUTCDay()]!;
}

function htmlOf(mail: Mail): string {
  return mail.html === undefined ? htmlText(mail.text.trimEnd().split("\n\n")) : insideBody(mail.html);
}

function japaneseHead(mail: Mail): [string, string][] {
  const { year, month, day, time } = clock(mail.sent);
  return [
    ["差出人", person(mail.from)],
    ["送信日時", `${year}年${month}月${day}日 ${time}`],
    ["宛先", mail.to.map(person).join("; ")],
    ...(mail.cc === undefined ? [] : ([["CC", mail.cc.map(person).join("; ")]] as [string, string][])),
    ["件名", mail.subject],
  ];
}

function person({ name, address }: MailPerson): string {
  return `${name} <${address}>`;
}

function englishDate(sent: string): string {
  const options = { weekday: "long", month: "long", day: "numeric", year: "numeric", timeZone: "UTC" } as const;
  const date = new Date(`${sent.slice(0, 19)}Z`);
  const time = date.toLocaleTimeString("en-US", { hour: "numeric", minute: "2-digit", timeZone: "UTC" });
  return `${date.toLocaleDateString("en-US", options)} ${time}`;
}

function clock(sent: string): { year: number; month: number; day: number; time: string } {
  const [year, month, day] = sent.slice(0, 10).split("-").map(Number) as [number, number, number];
  return { year, month, day, time: sent.slice(11, 16).replace(/^0/, "") };
}

import type { Mail, MailAttachment, MailPerson } from "@genai-office/office-host/outlook";
import { download } from "../../download";
import { wholeDate } from "../dates";
import { button, element, icon, paths } from "../element";
import { texts } from "../texts";
import { showNotifications } from "./notifications";
import { passEventsOn, safeFrame } from "./safe-frame";
import { shownBody } from "./shown-body";

export interface MailViewActions {
  reply(mail: Mail, all: boolean): void;
}

/** The reading pane: head, attachments and body of one mail. */
export class MailView {
  private shown: Mail | undefined;
  private readonly notifications = element("div", "notifications");

  constructor(
    private readonly area: HTMLElement,
    private readonly actions: MailViewActions,
  ) {
    this.notifications.setAttribute("role", "status");
    this.show(undefined);
  }

  show(mail: Mail | undefined): void {
    const before = this.shown;
    this.shown = mail;
    if (mail === undefined) {
      this.area.replaceChildren(element("p", "reading-empty", texts.nothingSelected));
      return;
    }
    showNotifications(this.notifications, mail.notifications);
    // A mark as read changes nothing that is shown here.
    if (before !== undefined && before.id === mail.id && before.html === mail.html && before.text === mail.text) return;
    const { page, blockedPictures } = shownBody(mail);
    const subject = mail.subject || texts.noSubject;
    const frame = safeFrame(texts.mailBody(subject), page, (content) => passEventsOn(content, document.body));
    frame.className = "mail-body";
    const notes: HTMLElement[] = [];
    if (blockedPictures > 0) notes.push(element("p", "mail-note", texts.blockedPictures(blockedPictures)));
    if (mail.protection !== undefined) notes.push(element("p", "mail-note", texts.protectedBody));
    this.area.replaceChildren(
      this.notifications,
      this.head(mail, subject),
      ...attachmentRow(mail.attachments),
      ...notes,
      ...(mail.protection === undefined ? [frame] : []),
    );
  }

  private head(mail: Mail, subject: string): HTMLElement {
    const from = mail.from ?? { name: texts.nobody, address: "" };
    const people = element("div", "mail-people", element("div", "mail-from", ...personNodes(from)));
    people.append(peopleLine(texts.to, mail.to));
    if (mail.cc.length > 0) people.append(peopleLine(texts.cc, mail.cc));
    const reply = button(texts.reply, "plain-button", () => this.actions.reply(mail, false));
    reply.prepend(icon(paths.reply));
    const replyAll = button(texts.replyAll, "plain-button", () => this.actions.reply(mail, true));
    replyAll.prepend(icon(paths.replyAll));
    const avatar = element("span", "avatar", [...(from.name || from.address || "？")][0] ?? "");
    avatar.setAttribute("aria-hidden", "true");
    return element(
      "header",
      "mail-head",
      element("h2", "mail-subject", subject),
      element(
        "div",
        "mail-sender",
        avatar,
        people,
        element("div", "mail-side", element("div", "mail-actions", reply, replyAll), dateNode(mail.received)),
      ),
    );
  }
}

/** What is attached, each a button that downloads it; nothing when a mail has no files. */
export function attachmentRow(
  attachments: readonly MailAttachment[],
  remove?: (attachment: MailAttachment) => void,
): HTMLElement[] {
  const files = attachments.filter(({ isInline }) => !isInline);
  if (files.length === 0) return [];
  const row = element("ul", "attachments");
  row.setAttribute("aria-label", texts.attachments);
  for (const file of files) {
    const size = element("span", "size", sizeText(file.bytes.length));
    const save = button("", "attachment", () => download(file.bytes, file.name, "application/octet-stream"));
    save.title = texts.download(file.name);
    save.append(icon(paths.clip), element("span", "name", file.name), size);
    const line = element("li", "", save);
    if (remove !== undefined) {
      const away = button("", "icon-button", () => remove(file));
      away.setAttribute("aria-label", texts.removeAttachment(file.name));
      away.append(icon(paths.close));
      line.append(away);
    }
    row.append(line);
  }
  return [row];
}

function dateNode(date: Date): HTMLElement {
  const node = element("time", "mail-date", wholeDate(date));
  if (!Number.isNaN(date.getTime())) node.dateTime = date.toISOString();
  return node;
}

function personNodes({ name, address }: MailPerson): HTMLElement[] {
  if (name === "" || name === address) return [element("strong", "", address)];
  return [element("strong", "", name), ...(address === "" ? [] : [element("span", "address", `<${address}>`)])];
}

function peopleLine(label: string, people: readonly MailPerson[]): HTMLElement {
  const list = people.map(({ name, address }) => name || address).join("、");
  const line = element("div", "mail-recipients", `${label}：${list || texts.noRecipients}`);
  line.title = people.map(({ name, address }) => `${name} <${address}>`).join("\n");
  return line;
}

function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

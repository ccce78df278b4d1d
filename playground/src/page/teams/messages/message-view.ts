import { button, element, icon } from "../../mailbox/element";
import { attachMenu } from "../../shell/menu";
import { texts } from "../texts";
import { isRecord, type Attachment, type Choice, type StandingActivity } from "../wire";
import { drawCard, type CardActions } from "./card-view";
import { drawCitations } from "./citations";
import { consentType, downloadInfoType, drawConsent, drawFile, fileInfoType } from "./file-cards";
import { markdownNodes } from "./markdown";
import { readMessageEntity } from "./message-entity";

/** What people do with a message. */
export interface MessageHandlers {
  readonly messageActions: readonly Choice[];
  cardActions(activity: string): CardActions;
  messageAction(activity: string, command: Choice): void;
  feedback(activity: string, reaction: "like" | "dislike"): void;
  answerFile(activity: string, answer: "accept" | "decline"): void;
  /** What was answered to it: a thumb, or whether a file was taken. */
  answered(activity: string): string | undefined;
  openUrl(address: string): void;
}

export interface MessageAuthor {
  readonly name: string;
  readonly kind: "me" | "person" | "bot";
}

const adaptiveCard = "application/vnd.microsoft.card.adaptive";
const thumbs = {
  like: "M6 9h-3v8h3M6 9l3.5-6.5a1.8 1.8 0 0 1 2 2L11 8h4.6a1.6 1.6 0 0 1 1.5 2l-1.5 5.6a2 2 0 0 1-2 1.4H6z",
  dislike: "M6 11h-3v-8h3M6 11l3.5 6.5a1.8 1.8 0 0 0 2-2L11 12h4.6a1.6 1.6 0 0 0 1.5-2l-1.5-5.6a2 2 0 0 0-2-1.4H6z",
} as const;

/** One message; what stands in it is drawn anew when it changes, the message itself stays where it is. */
export class MessageView {
  readonly root: HTMLElement;
  private readonly head = element("div", "message-head");
  private readonly marks = element("span", "marks");
  private readonly body = element("div", "message-body");
  private readonly foot = element("div", "message-foot");
  private readonly menu: HTMLElement;
  private standing: StandingActivity;

  constructor(
    standing: StandingActivity,
    private readonly author: MessageAuthor,
    private readonly handlers: MessageHandlers,
  ) {
    this.standing = standing;
    const avatar = element("span", "avatar", [...author.name][0] ?? "");
    avatar.setAttribute("aria-hidden", "true");
    const time = element("time", "", timeOf(standing.at));
    time.dateTime = new Date(standing.at).toISOString();
    this.menu = this.createMenu();
    this.head.append(element("strong", "author", author.name), time, this.marks);
    this.head.append(this.menu);
    const bubble = element("div", "bubble", this.head, this.body, this.foot);
    this.root = element("article", `message ${author.kind}`, avatar, bubble);
    this.root.dataset["activity"] = standing.id;
    this.root.setAttribute("aria-label", author.name);
    this.body.addEventListener("click", (event) => {
      const link = (event.target as Element).closest("a");
      if (link === null || link.hasAttribute("download") || link.closest(".card") !== null) return;
      event.preventDefault();
      handlers.openUrl(link.href);
    });
    this.update(standing);
  }

  update(standing: StandingActivity): void {
    this.standing = standing;
    const { activity, streaming, editedAt } = standing;
    const { isGenerated, citations } = readMessageEntity(activity);
    this.root.dataset["streaming"] = streaming ?? "";
    this.root.setAttribute("aria-busy", String(streaming !== undefined));
    // Message actions are about words that are there.
    this.menu.hidden = streaming !== undefined || textOf(standing) === "";
    this.marks.replaceChildren();
    if (isGenerated) {
      const label = element("span", "generated", texts.generated);
      label.title = texts.generatedHint;
      this.marks.append(label);
    }
    if (editedAt !== undefined) this.marks.append(element("span", "quiet", texts.edited));
    if (streaming !== undefined) this.marks.append(element("span", "writing", texts.writing));
    this.body.replaceChildren(this.words());
    if (citations.length > 0) this.body.append(drawCitations(this.body, citations, standing.id));
    for (const attachment of activity.attachments ?? []) this.body.append(...this.attachment(attachment));
    this.drawFoot();
  }

  private words(): Node {
    const text = textOf(this.standing);
    if (text === "") return document.createTextNode("");
    if (this.author.kind === "bot") {
      const words = element("div", "words markdown");
      words.append(markdownNodes(text));
      return words;
    }
    const words = element("div", "words plain");
    for (const [at, piece] of text.split(/<at>([^<]*)<\/at>/).entries())
      words.append(at % 2 === 1 ? element("span", "mention", texts.mention(piece)) : piece);
    return words;
  }

  private attachment(attachment: Attachment): HTMLElement[] {
    const { id } = this.standing;
    switch (attachment.contentType) {
      case adaptiveCard:
        return [drawCard(attachment.content, this.handlers.cardActions(id))];
      case consentType:
        return [drawConsent(attachment, this.handlers.answered(id), (answer) => this.handlers.answerFile(id, answer))];
      case fileInfoType:
      case downloadInfoType:
        return [drawFile(attachment)];
      default:
        return [element("p", "quiet", `${texts.attachedFile}：${attachment.name ?? attachment.contentType}`)];
    }
  }

  private drawFoot(): void {
    const { activity, id } = this.standing;
    const loop = activity.channelData?.["feedbackLoop"];
    this.foot.replaceChildren();
    if (!isRecord(loop) || loop["type"] !== "default") return;
    const given = this.handlers.answered(id);
    this.foot.append(
      ...(["like", "dislike"] as const).map((reaction) => {
        const thumb = button("", "icon-button thumb", () => this.handlers.feedback(id, reaction));
        thumb.append(icon(thumbs[reaction]));
        thumb.title = texts[reaction];
        thumb.setAttribute("aria-label", texts[reaction]);
        thumb.setAttribute("aria-pressed", String(given === reaction));
        return thumb;
      }),
    );
    if (given !== undefined) this.foot.append(element("span", "quiet", texts.thanks));
  }

  private createMenu(): HTMLElement {
    const list = element("div", "menu");
    list.hidden = true;
    const opener = button("", "icon-button more", () => undefined);
    opener.id = `more-${this.standing.id}`;
    opener.append(icon("M4 10h.01M10 10h.01M16 10h.01"));
    opener.setAttribute("aria-label", texts.more(this.author.name));
    attachMenu(
      opener,
      list,
      this.handlers.messageActions.map((action) => ({
        title: action.title,
        description: action.description,
        choose: () => this.handlers.messageAction(this.standing.id, action),
      })),
    );
    return element("div", "menu-holder", opener, list);
  }
}

export function textOf({ activity }: StandingActivity): string {
  return activity.text ?? "";
}

function timeOf(at: number): string {
  return new Intl.DateTimeFormat("ja", { hour: "2-digit", minute: "2-digit" }).format(at);
}

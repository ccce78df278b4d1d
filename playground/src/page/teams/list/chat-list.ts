import { button, element } from "../../mailbox/element";
import { texts } from "../texts";
import type { Chat } from "../wire";

/** The chats of a person, in the groups of Teams; those with something new say how much. */
export class ChatList {
  constructor(
    private readonly area: HTMLElement,
    private readonly nameOf: (chat: Chat) => string,
    private readonly choose: (id: string) => void,
  ) {}

  show(chats: readonly Chat[], openId: string, unread: ReadonlyMap<string, number>): void {
    const hadFocus = this.area.contains(document.activeElement);
    const kinds = [...new Set(chats.map(kindOf))];
    this.area.replaceChildren(
      ...kinds.flatMap((kind) => [
        element("h2", "chat-kind", texts.chats[kind]),
        ...chats
          .filter((chat) => kindOf(chat) === kind)
          .map((chat) => this.entry(chat, chat.id === openId, unread.get(chat.id) ?? 0)),
      ]),
    );
    if (hadFocus) this.area.querySelector<HTMLElement>("[aria-current]")?.focus();
  }

  private entry(chat: Chat, isOpen: boolean, unread: number): HTMLButtonElement {
    const name = this.nameOf(chat);
    const avatar = element("span", "avatar", [...name][0] ?? "");
    avatar.setAttribute("aria-hidden", "true");
    const last = chat.activities.at(-1)?.activity;
    const preview = element("span", "chat-preview", plain(last?.text ?? last?.attachments?.[0]?.name ?? ""));
    const entry = button("", "chat-entry", () => this.choose(chat.id));
    entry.append(avatar, element("span", "chat-lines", element("span", "chat-name", name), preview));
    if (unread > 0) entry.append(element("span", "count", String(unread)));
    entry.title = name;
    if (isOpen) entry.setAttribute("aria-current", "true");
    entry.dataset["kind"] = kindOf(chat);
    return entry;
  }
}

function kindOf({ kind, meeting }: Chat): keyof typeof texts.chats {
  return meeting === undefined ? kind : "meeting";
}

/** The beginning of a message without its marks. */
function plain(text: string): string {
  return text
    .replace(/<at>([^<]*)<\/at>/g, "@$1")
    .replace(/[*_#`>|]|^\s*[-\d.]+\s/gm, "")
    .replace(/\s+/g, " ")
    .slice(0, 80);
}

import type { StandingActivity } from "../wire";
import { MessageView, type MessageAuthor, type MessageHandlers } from "./message-view";

/** How near to its end a log counts as being read at its end. Pixels. */
const nearEnd = 120;

/** The messages of the chat that is open, oldest first. Who reads further up is not moved by what comes in. */
export class MessageLog {
  private readonly views = new Map<string, MessageView>();

  constructor(
    private readonly area: HTMLElement,
    private readonly handlers: MessageHandlers,
    private readonly authorOf: (account: string) => MessageAuthor,
  ) {}

  /** Another chat, or the same one for somebody else. */
  open(activities: readonly StandingActivity[]): void {
    this.views.clear();
    this.area.replaceChildren();
    for (const activity of activities) this.put(activity);
    this.area.scrollTop = this.area.scrollHeight;
  }

  put(standing: StandingActivity): void {
    const isAtEnd = this.area.scrollHeight - this.area.scrollTop - this.area.clientHeight < nearEnd;
    const known = this.views.get(standing.id);
    if (known !== undefined) known.update(standing);
    else {
      const view = new MessageView(standing, this.authorOf(standing.from), this.handlers);
      this.views.set(standing.id, view);
      this.area.append(view.root);
    }
    if (isAtEnd) this.area.scrollTop = this.area.scrollHeight;
  }

  remove(id: string): void {
    this.views.get(id)?.root.remove();
    this.views.delete(id);
  }
}

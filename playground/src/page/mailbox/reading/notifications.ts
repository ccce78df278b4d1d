import type { MailNotification } from "@genai-office/office-host/outlook";
import { element } from "../element";

/** What an add-in shows above a mail (`item.notificationMessages`): its words as text, and its kind by colour. */
export function showNotifications(area: HTMLElement, notifications: readonly MailNotification[]): void {
  area.replaceChildren(
    ...notifications.map(({ message, type }) => {
      const line = element("p", "notification", message);
      line.dataset["kind"] = type;
      return line;
    }),
  );
}

import { MailboxError, mailboxError } from "../mailbox-error";
import type { MailNotification } from "../store";
import { anyItem, changeItem, done, text, type MethodParameters, type RunMethod } from "./method";

/** Outlook shows no more than five messages of an add-in on one item. */
const mostNotifications = 5;
const types = ["informationalMessage", "progressIndicator", "errorMessage", "insightMessage"] as const;

/** Messages above an item. The lengths of key (32) and message (150) are checked by office.js before. */
export const notificationMethods: Readonly<Record<number, RunMethod>> = {
  33: (call) => {
    const item = anyItem(call);
    const added = notification(call.parameters);
    if (item.notifications.some(({ key }) => key === added.key))
      throw new MailboxError(mailboxError.duplicateNotificationKey);
    if (item.notifications.length >= mostNotifications)
      throw new MailboxError(mailboxError.numberOfNotificationsExceeded);
    changeItem(call, item, { notifications: [...item.notifications, added] });
    return done;
  },
  34: (call) => ({ data: anyItem(call).notifications }),
  35: (call) => {
    const item = anyItem(call);
    const replaced = notification(call.parameters);
    const others = item.notifications.filter(({ key }) => key !== replaced.key);
    if (others.length >= mostNotifications) throw new MailboxError(mailboxError.numberOfNotificationsExceeded);
    changeItem(call, item, { notifications: [...others, replaced] });
    return done;
  },
  36: (call) => {
    const item = anyItem(call);
    const wanted = text(call.parameters, "key");
    const others = item.notifications.filter(({ key }) => key !== wanted);
    if (others.length === item.notifications.length) throw new MailboxError(mailboxError.notificationKeyNotFound);
    changeItem(call, item, { notifications: others });
    return done;
  },
};

function notification(parameters: MethodParameters): MailNotification {
  const { icon, persistent } = parameters;
  const type = types[Number(parameters["type"])];
  if (type === undefined) throw new MailboxError(mailboxError.invalidParameterValue);
  return {
    key: text(parameters, "key"),
    type,
    message: text(parameters, "message"),
    ...(typeof icon === "string" && { icon }),
    ...(typeof persistent === "boolean" && { persistent }),
  };
}

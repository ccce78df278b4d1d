import { labelsOfMailHeader } from "@genai-office/shared/guards";
import type { MailHeaders } from "./read-headers";

/**
 * Stands for labels that Outlook could not tell although it says that it can: the gate takes the name for one that a person
 * has to answer for.
 */
export const unreadLabel = "（確認できない秘密度ラベル）";

/**
 * Names of the sensitivity labels of a received message, from its header `msip_labels`. Empty where this Outlook offers no
 * headers. `item.sensitivityLabel` (Mailbox 1.13) exists only while a message is being written.
 */
export function labelsOf(headers: MailHeaders): string[] {
  if (headers === "not offered") return [];
  if (headers === "untold") return [unreadLabel];
  return [...headers.told.matchAll(/^msip_labels[ \t]*:(.*)$/gim)].flatMap(([, value]) => labelsOfMailHeader(value!));
}

import type { Activity, ConversationAccount, ConversationReference } from "botbuilder";
import type { Conversation } from "./conversation";
import { tenantOf } from "./read-activity";

/** Where an activity came from, in our own shape. Emulators leave the kind of conversation out; Teams never does. */
export function conversationOf(activity: Activity): Conversation {
  const { conversation, from, recipient, channelId, serviceUrl, locale } = activity;
  const kind = (conversation.conversationType as string | undefined) ?? "personal";
  return {
    channelId: channelId ?? "",
    serviceUrl,
    id: conversation.id,
    kind: kind === "personal" ? "personal" : kind === "channel" ? "channel" : "group",
    tenant: tenantOf(activity) ?? "",
    bot: { id: recipient?.id ?? "", name: recipient?.name ?? "" },
    person: { id: from?.id ?? "", name: from?.name ?? "", objectId: from?.aadObjectId ?? "" },
    locale: locale ?? "",
  };
}

/** What the SDK needs to speak into a conversation; its own shape differs from one SDK to the next. */
export function referenceOf(conversation: Conversation): Partial<ConversationReference> {
  const { channelId, serviceUrl, id, kind, tenant, bot, person, locale } = conversation;
  const account: Partial<ConversationAccount> = {
    id,
    conversationType: kind === "group" ? "groupChat" : kind,
    isGroup: kind !== "personal",
    ...(tenant === "" ? {} : { tenantId: tenant }),
  };
  return {
    channelId,
    serviceUrl,
    conversation: account as ConversationAccount,
    bot: { ...bot, role: "bot" },
    user: { id: person.id, name: person.name, ...(person.objectId === "" ? {} : { aadObjectId: person.objectId }) },
    ...(locale === "" ? {} : { locale }),
  };
}

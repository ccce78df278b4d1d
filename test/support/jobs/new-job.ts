import { randomUUID } from "node:crypto";
import type { NewJob } from "../../../teams-bot/src/jobs/job-port";
import type { Conversation } from "../../../teams-bot/src/channel/conversation";

export function conversationOf(change: Partial<Conversation> & { objectId?: string } = {}): Conversation {
  const { objectId = "object-hanako", ...rest } = change;
  return {
    channelId: "msteams",
    serviceUrl: "http://127.0.0.1:1/",
    id: "a:conversation-1",
    kind: "personal",
    tenant: "tenant-1",
    bot: { id: "28:bot", name: "AIアシスト" },
    person: { id: "29:hanako", name: "山田 花子", objectId },
    locale: "ja-JP",
    ...rest,
  };
}

/** A job of one person, and the activity that brings it, which nobody has seen. */
export function newJob(change: Partial<NewJob> & { objectId?: string } = {}) {
  const { objectId, ...rest } = change;
  const conversation = conversationOf(objectId === undefined ? {} : { objectId });
  const job: NewJob = { kind: "minutes", title: "定例会議", conversation, input: { steps: 3 }, ...rest };
  return { activity: { conversation: conversation.id, id: randomUUID() }, job };
}

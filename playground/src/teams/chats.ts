import { randomBytes } from "node:crypto";
import type { ConnectorConversation, ConnectorPerson } from "./connector";

/**
 * The chats of the page: one with the bot for each person, a group and a meeting. Their ids are new at each start: the bot
 * keeps what it was asked by conversation and number of the activity, and the connector counts from the beginning again.
 */
export function newChats(people: readonly ConnectorPerson[]): Omit<ConnectorConversation, "activities">[] {
  const run = randomBytes(6).toString("hex");
  const members = [...people];
  return [
    ...people.map((person) => ({
      id: `a:1${run}${person.id.slice(3)}`,
      kind: "personal" as const,
      name: person.name,
      members: [person],
    })),
    { id: `19:group${run}@thread.v2`, kind: "groupChat", name: "調査担当", members },
    {
      id: `19:meeting_${run}@thread.v2`,
      kind: "groupChat",
      name: "窓口業務改善 検討会",
      meeting: { id: Buffer.from(`meeting-${run}`).toString("base64"), title: "窓口業務改善 検討会" },
      members,
    },
  ];
}

/** Somebody in a conversation. */
export interface ConnectorPerson {
  /** Account in the channel, e.g. "29:takasaki". */
  id: string;
  name: string;
  /** Object id in the directory (UUID). */
  objectId: string;
  email: string;
}

/** Nobody of these exists. One name has characters that careless code loses (髙 and 﨑). */
export const people: readonly ConnectorPerson[] = [
  person(1, "takasaki", "髙﨑 美咲"),
  person(2, "mihon", "見本 一郎"),
  person(3, "reiji", "例示 花子"),
  person(4, "kakuu", "架空 健太"),
];

/** Tenant of the fake Teams. */
export const connectorTenant = "0f0f0f0f-aaaa-4bbb-8ccc-000000000100";

/** Application id that the fake Teams knows the bot under. */
export const connectorBotId = "0f0f0f0f-aaaa-4bbb-8ccc-000000000200";

function person(number: number, account: string, name: string): ConnectorPerson {
  return {
    id: `29:${account}`,
    name,
    objectId: `0f0f0f0f-aaaa-4bbb-8ccc-00000000000${number}`,
    email: `${account}@ministry.example`,
  };
}

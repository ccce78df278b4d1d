/** The tenant, applications and people of the stand-in. All ids are made up. */
export const testTenant = "11111111-aaaa-4bbb-8ccc-000000000001";
export const otherTenant = "22222222-aaaa-4bbb-8ccc-000000000002";
export const relayApplication = "33333333-aaaa-4bbb-8ccc-000000000003";
export const relayAudience = `api://${relayApplication}`;
export const paneApplication = "44444444-aaaa-4bbb-8ccc-000000000004";
export const botApplication = "55555555-aaaa-4bbb-8ccc-000000000005";
export const botSecret = "secret-of-the-bot-for-tests-only";
export const serviceApplication = "66666666-aaaa-4bbb-8ccc-000000000006";

export interface TestPerson {
  objectId: string;
  name: string;
  userName: string;
  groups: string[];
  roles: string[];
}

export const hanako: TestPerson = {
  objectId: "77777777-aaaa-4bbb-8ccc-000000000007",
  name: "架空 花子",
  userName: "hanako@ministry.example",
  groups: ["99999999-aaaa-4bbb-8ccc-000000000001"],
  roles: [],
};

export const taro: TestPerson = {
  objectId: "88888888-aaaa-4bbb-8ccc-000000000008",
  name: "架空 太郎",
  userName: "taro@ministry.example",
  groups: [],
  roles: ["GenAI.Admin.Operator"],
};

/** Object ids of the applications' service principals. */
export const principalOf: Readonly<Record<string, string>> = {
  [botApplication]: "55555555-aaaa-4bbb-8ccc-00000000000b",
  [serviceApplication]: "66666666-aaaa-4bbb-8ccc-00000000000b",
};

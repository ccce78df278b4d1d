import type { Profile } from "../profiles";

/** Outlook on the web, as far as the npm office.js knows its members. */
export const outlookWeb: Profile = {
  id: "web",
  name: "Outlook on the web",
  platform: "OfficeOnline",
  requirements: { Mailbox: "1.10", DialogApi: "1.2", IdentityAPI: "1.3" },
  behaviours: { syncLatency: 0 },
};

import type { Profile } from "../profiles";
import type { MailboxFaults } from "./faults";

export type OutlookProfileId = "web" | "new-windows" | "windows" | "mac" | "ltsc-2021" | "mobile";

/** An Outlook edition: what it announces, what it can do, and the misbehaviour that was reported of it. */
export interface OutlookProfile extends Omit<Profile, "id" | "behaviours"> {
  readonly id: OutlookProfileId;
  /** A pane can stay open while other items are selected (office-pitfalls O5, O7). */
  readonly pinning: boolean;
  /** Add-ins run where mails are written (O12). */
  readonly compose: boolean;
  /** Faults that belong to the edition. Tests set others on the mailbox. */
  readonly faults: MailboxFaults;
}

const dialogs = { DialogApi: "1.2" };

/**
 * The editions. Mailbox is announced up to 1.11, as far as the npm office.js has the members, whatever the edition knows beyond;
 * lower where it is older (README, "believed / verified").
 */
export const outlookProfiles: Readonly<Record<OutlookProfileId, OutlookProfile>> = {
  web: {
    id: "web",
    name: "Outlook on the web",
    platform: "OfficeOnline",
    requirements: { ...dialogs, Mailbox: "1.11", IdentityAPI: "1.3" },
    pinning: true,
    compose: true,
    faults: { replyAllDropsAttachments: true },
  },
  "new-windows": {
    id: "new-windows",
    name: "New Outlook on Windows",
    platform: "PC",
    requirements: { ...dialogs, Mailbox: "1.11", IdentityAPI: "1.3" },
    pinning: true,
    compose: true,
    faults: { replyAllDropsAttachments: true },
  },
  windows: {
    id: "windows",
    name: "Outlook for Microsoft 365 (Windows)",
    platform: "PC",
    requirements: { ...dialogs, Mailbox: "1.11", IdentityAPI: "1.3" },
    pinning: true,
    compose: true,
    faults: { replyGap: 200, plainReplies: true },
  },
  mac: {
    id: "mac",
    name: "Outlook for Microsoft 365 (Mac)",
    platform: "Mac",
    requirements: { ...dialogs, Mailbox: "1.11", IdentityAPI: "1.3" },
    pinning: true,
    compose: true,
    faults: {},
  },
  "ltsc-2021": {
    id: "ltsc-2021",
    name: "Outlook LTSC 2021 (Windows)",
    platform: "PC",
    requirements: { ...dialogs, Mailbox: "1.9" },
    pinning: false,
    compose: true,
    faults: { plainReplies: true },
  },
  mobile: {
    id: "mobile",
    name: "Outlook for iOS and Android",
    platform: "OfficeOnline",
    requirements: { Mailbox: "1.5" },
    pinning: false,
    compose: false,
    faults: {},
  },
};

export function findOutlookProfile(profile: OutlookProfileId | OutlookProfile): OutlookProfile {
  return typeof profile === "string" ? outlookProfiles[profile] : profile;
}

import { bootOffice, type OfficeSurroundings } from "@genai-office/shared/pane/office";
import type { MailboxPort } from "./mailbox";

/** What the pane has of Outlook once it has booted. */
export interface OutlookConnection extends OfficeSurroundings {
  port: MailboxPort;
}

/** Boots office.js and opens the mailbox. Rejects as `bootOffice` does. */
export async function connectOutlook(page: Document): Promise<OutlookConnection> {
  const loadMailbox = () => import(/* webpackChunkName: "mailbox" */ "./mailbox");
  const { surroundings, room } = await bootOffice(page, "Outlook", loadMailbox);
  return { ...surroundings, port: room.createOutlookMailbox() };
}

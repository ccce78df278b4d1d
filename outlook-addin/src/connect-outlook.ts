import { bootOffice, type OfficeSurroundings } from "@genai-office/shared/pane/office";
import type { MailboxPort } from "./mailbox";

/** What the pane has of Outlook once it has booted. */
export interface OutlookConnection extends OfficeSurroundings {
  port: MailboxPort;
}

/** Boots office.js and opens the mailbox. Rejects as `bootOffice` does. */
export async function connectOutlook(page: Document): Promise<OutlookConnection> {
  const mailboxRoom = import(/* webpackChunkName: "mailbox" */ "./mailbox");
  // Office's scripts take longest; a failure of the chunk is reported after them, not as an unhandled rejection.
  mailboxRoom.catch(() => undefined);
  const surroundings = await bootOffice(page, "Outlook");
  const { createOutlookMailbox } = await mailboxRoom;
  return { ...surroundings, port: createOutlookMailbox() };
}

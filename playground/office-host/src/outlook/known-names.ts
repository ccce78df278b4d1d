/** Methods of the Common API that panes of mail add-ins call, by their numbers: for the report that they are not emulated. */
export const commonMembers: Readonly<Record<number, string>> = {
  94: "Event.completed",
  98: "OfficeRuntime.auth.getAccessToken",
};

/** What a page may ask to be told of. Those of commands, dialogs and batches are asked for by office.js itself. */
export const knownEvents = new Set([
  "olkItemSelectedChanged",
  "olkRecipientsChanged",
  "olkAttachmentsChanged",
  "appCommandInvoked",
  "richApiMessage",
  "dialogNotificationShown",
  "dialogMessageReceived",
  "dialogParentMessageReceived",
]);

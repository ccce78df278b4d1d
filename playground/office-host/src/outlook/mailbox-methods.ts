/**
 * Numbers of the mailbox methods on the wire and the members behind them (reference: office-host-protocol 8.3), so that
 * what is not emulated fails by its name.
 */
const members: Readonly<Record<number, string>> = {
  2: "Mailbox.getUserIdentityTokenAsync",
  3: "Item.loadCustomPropertiesAsync",
  4: "CustomProperties.saveAsync",
  5: "Mailbox.makeEwsRequestAsync",
  7: "Mailbox.displayNewAppointmentForm",
  8: "Mailbox.displayMessageForm",
  9: "Mailbox.displayAppointmentForm",
  10: "Item.displayReplyForm",
  11: "Item.displayReplyAllForm",
  12: "Mailbox.getCallbackTokenAsync",
  13: "Body.setSelectedDataAsync",
  14: "Body.getTypeAsync",
  30: "Item.displayReplyForm",
  31: "Item.displayReplyAllForm",
  33: "NotificationMessages.addAsync",
  34: "NotificationMessages.getAllAsync",
  35: "NotificationMessages.replaceAsync",
  36: "NotificationMessages.removeAsync",
  37: "Body.getAsync",
  38: "Body.setAsync",
  43: "Mailbox.displayPersonaCard",
  44: "Mailbox.displayNewMessageForm",
  99: "Item.getInitializationContextAsync",
  108: "Item.getSharedPropertiesAsync",
  149: "Item.getAttachmentsAsync",
  150: "Item.getAttachmentContentAsync",
  157: "Categories.getAsync",
  168: "Item.getAllInternetHeadersAsync",
  177: "Mailbox.displayNewAppointmentFormAsync",
  178: "Mailbox.displayNewMessageFormAsync",
  179: "Mailbox.displayMessageFormAsync",
  181: "Item.displayReplyFormAsync",
  182: "Item.displayReplyAllFormAsync",
  404: "RoamingSettings.saveAsync",
};

export const mailboxMethod = { getBody: 37, getAllInternetHeaders: 168 } as const;

/** `Type.member` of a method; its number where the list does not know it. */
export function memberOf(dispatchId: number): string {
  return members[dispatchId] ?? `mailbox method ${dispatchId}`;
}

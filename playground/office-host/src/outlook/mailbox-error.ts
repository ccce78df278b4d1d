/** A mailbox method that nobody has emulated: told by its name, so that a test fails loudly. */
export class MailboxNotImplemented extends Error {
  constructor(readonly member: string) {
    super(`NotImplemented: ${member}`);
    this.name = "NotImplemented";
  }
}

/** An answer other than success, by its number in Outlook's table. */
export class MailboxError extends Error {
  constructor(readonly code: number) {
    super(`The mailbox answers with error ${code}.`);
    this.name = "MailboxError";
  }
}

/** Outlook's numbers, as office.js names them (outlook-web, `getErrorArgs`). */
export const mailboxError = {
  coercionTypeNotSupported: 1000,
  operationNotSupported: 5000,
  attachmentSizeExceeded: 9000,
  numberOfAttachmentsExceeded: 9001,
  internalFormatError: 9002,
  invalidAttachmentId: 9003,
  invalidAttachmentPath: 9004,
  attachmentUploadGeneralFailure: 9007,
  attachmentToDeleteDoesNotExist: 9008,
  numberOfRecipientsExceeded: 9012,
  noValidRecipientsProvided: 9013,
  invalidSelection: 9016,
  accessRestricted: 9017,
  genericSettingsError: 9019,
  genericResponseError: 9020,
  duplicateNotificationKey: 9023,
  notificationKeyNotFound: 9024,
  numberOfNotificationsExceeded: 9025,
  apiCallFailedDueToItemChange: 9030,
  invalidParameterValue: 9031,
  invalidCategory: 9044,
  duplicateCategory: 9045,
  itemNotSaved: 9046,
  itemNotFound: 9049,
  keyNotFound: 9050,
  sessionObjectMaxLengthExceeded: 9051,
} as const;

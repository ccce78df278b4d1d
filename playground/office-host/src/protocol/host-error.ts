/**
 * Error codes with which a host answers a call of the Common API (office.js: OSF.DDA.ErrorCodeManager.errorCodes).
 * On a rich API batch the add-in sees: noCapability -> AccessDenied, activityLimitReached -> ActivityLimitReached,
 * invalidOrTimedOutSession -> InvalidOrTimedOutSession, the payload limits and the modal dialog by their names,
 * everything else -> GeneralException.
 */
export const hostError = {
  coercionTypeNotSupported: 1000,
  cannotWriteToSelection: 2001,
  dataNotMatchCoercionType: 2007,
  settingsCannotSave: 4001,
  operationNotSupported: 5000,
  internalError: 5001,
  documentReadOnly: 5002,
  eventHandlerNotExist: 5003,
  invalidApiCallInContext: 5004,
  indexOutOfRange: 5008,
  invalidParameter: 5010,
  requestTimeout: 5011,
  invalidOrTimedOutSession: 5012,
  writeNotSupportedWhenModalDialogOpen: 5016,
  tooManyIncompleteRequests: 5100,
  activityLimitReached: 5102,
  requestPayloadSizeLimitExceeded: 5103,
  responsePayloadSizeLimitExceeded: 5104,
  noCapability: 7000,
  specifiedIdNotExist: 7002,
  memoryFileLimit: 11000,
  invalidSliceSize: 11002,
} as const;

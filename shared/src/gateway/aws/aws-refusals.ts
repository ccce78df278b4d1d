import type { Refusal } from "../transport/refusals";

const final = (code: Refusal["code"]): Refusal => ({ code, retryable: false });
const passing = (code: Refusal["code"]): Refusal => ({ code, retryable: true });

/** Names of errors of Lambda, Cognito and AWS in general (their API references, common errors included). */
const namedRefusals: Readonly<Record<string, Refusal>> = {
  TooManyRequestsException: passing("rate-limited"),
  ThrottlingException: passing("rate-limited"),
  Throttling: passing("rate-limited"),
  RequestLimitExceeded: passing("rate-limited"),
  LimitExceededException: final("rate-limited"),
  AccessDeniedException: final("forbidden"),
  AccessDenied: final("forbidden"),
  InvalidIdentityPoolConfigurationException: final("forbidden"),
  NotAuthorizedException: final("unauthorized"),
  PasswordResetRequiredException: final("unauthorized"),
  UserNotConfirmedException: final("unauthorized"),
  UserNotFoundException: final("unauthorized"),
  ExpiredTokenException: final("unauthorized"),
  ExpiredToken: final("unauthorized"),
  UnrecognizedClientException: final("unauthorized"),
  InvalidClientTokenId: final("unauthorized"),
  InvalidSignatureException: final("unauthorized"),
  IncompleteSignature: final("unauthorized"),
  MissingAuthenticationToken: final("unauthorized"),
  MissingAuthenticationTokenException: final("unauthorized"),
  RequestExpired: final("unauthorized"),
  ResourceNotFoundException: final("not-found"),
  RequestTooLargeException: final("input-too-large"),
  SerializedRequestEntityTooLargeException: final("input-too-large"),
  RequestEntityTooLargeException: final("input-too-large"),
  InvalidParameterValueException: final("bad-request"),
  InvalidParameterException: final("bad-request"),
  InvalidRequestContentException: final("bad-request"),
  UnsupportedMediaTypeException: final("bad-request"),
  ValidationException: final("bad-request"),
  InternalErrorException: passing("server-error"),
  InternalFailure: passing("server-error"),
  InternalServerException: passing("server-error"),
  ExternalServiceException: passing("server-error"),
  ServiceException: passing("server-error"),
  EC2ThrottledException: passing("unavailable"),
  ResourceConflictException: passing("unavailable"),
  ResourceNotReadyException: passing("unavailable"),
  ServiceUnavailable: passing("unavailable"),
  ServiceUnavailableException: passing("unavailable"),
  SnapStartNotReadyException: passing("unavailable"),
  SnapStartTimeoutException: passing("unavailable"),
};

/** What an error of AWS means, by its name; undefined for a name that is not known. */
export function refusalOfAwsError(name: string): Refusal | undefined {
  return Object.hasOwn(namedRefusals, name) ? namedRefusals[name] : undefined;
}

/** Keys that were good once: fetching new ones may help. */
const staleKeys = new Set([
  "ExpiredTokenException",
  "ExpiredToken",
  "UnrecognizedClientException",
  "InvalidClientTokenId",
  "RequestExpired",
]);

/** True for an error that says that the keys are not, or no longer, known. */
export function isStaleKeyError(name: string): boolean {
  return staleKeys.has(name);
}

import { GenaiError, type GenaiErrorCode } from "../vocabulary";

/** Codes of msal and of OAuth 2.0 that say what to do; nothing else of such an error is kept, since they quote much. */
const codes: Readonly<Record<string, GenaiErrorCode>> = {
  user_cancelled: "aborted",
  user_canceled: "aborted",
  popup_window_error: "host-error",
  empty_window_error: "host-error",
  popup_timeout: "timeout",
  no_network_connectivity: "connection-failed",
  network_error: "connection-failed",
  post_request_failed: "connection-failed",
  get_request_failed: "connection-failed",
  endpoints_resolution_error: "connection-failed",
  openid_config_error: "connection-failed",
  temporarily_unavailable: "connection-failed",
  // The registration or the configuration is wrong: no click of the person mends it.
  invalid_client: "unauthorized",
  unauthorized_client: "unauthorized",
  invalid_scope: "unauthorized",
  invalid_request: "unauthorized",
  access_denied: "forbidden",
};

/**
 * Makes one of our errors of what a sign-in library threw. What is not known means that the person has to sign in: trying is
 * all they can do. Message and cause are dropped.
 */
export function signInError(thrown: unknown): GenaiError {
  if (GenaiError.isInstance(thrown)) return thrown;
  const stated =
    typeof thrown === "object" && thrown !== null ? (thrown as { errorCode?: unknown }).errorCode : undefined;
  const code = (typeof stated === "string" ? codes[stated] : undefined) ?? "sign-in-required";
  return new GenaiError(code, "no token for the relay", { retryable: code === "connection-failed" });
}

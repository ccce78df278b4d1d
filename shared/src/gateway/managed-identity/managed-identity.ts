import { GenaiError } from "../../vocabulary";
import type { TokenPort } from "../credentials";
import { RenewedValue, type RenewalOptions } from "../renewed-value";
import { connectionError } from "../transport/connection-error";
import { refusalOfStatus } from "../transport/refusals";

export interface ManagedIdentityOptions extends RenewalOptions {
  /** What the tokens are for, such as `https://cognitiveservices.azure.com`. */
  resource: string;
  /** Client id of a user-assigned identity; the system-assigned one when left out. */
  clientId?: string;
}

/**
 * Tokens of the identity that Azure gives to the machine or app this process runs on. MSAL finds out which kind of place
 * it is (App Service, virtual machine, Arc, …) by the environment variables that Azure sets there, and by the metadata
 * address of virtual machines when there are none. It is loaded with the first call: it is large, and most relays need
 * none of it.
 */
export function createManagedIdentity(options: ManagedIdentityOptions): TokenPort {
  const { resource, clientId } = options;
  const token = new RenewedValue<string>(async () => {
    const msal = await import("@azure/msal-node");
    try {
      const application = new msal.ManagedIdentityApplication(
        clientId === undefined ? {} : { managedIdentityIdParams: { userAssignedClientId: clientId } },
      );
      const { accessToken, expiresOn } = await application.acquireToken({ resource, forceRefresh: true });
      if (accessToken === "" || expiresOn === null) throw new GenaiError("unauthorized", "there is no token");
      return { value: accessToken, expiresAt: expiresOn.getTime() };
    } catch (thrown) {
      throw identityError(thrown);
    }
  }, options);
  return () => token.get();
}

/** MSAL's messages quote what the endpoint said, so none is kept. It has repeated what can be repeated by then. */
function identityError(thrown: unknown): GenaiError {
  if (GenaiError.isInstance(thrown)) return thrown;
  const { errorCode, status, error } = thrown as { errorCode?: unknown; status?: unknown; error?: unknown };
  if (errorCode === "network_error") return connectionError("connection-failed", error);
  if (typeof status === "number" && status >= 300) {
    const { code, retryable } = refusalOfStatus(status);
    // A 400 is about an identity or a resource that the endpoint does not know: our settings, not the request.
    const named = code === "bad-request" ? "unauthorized" : code;
    return new GenaiError(named, `the identity endpoint answered with status ${status}`, { status, retryable });
  }
  return new GenaiError("unauthorized", "there is no managed identity here, or it got no token");
}

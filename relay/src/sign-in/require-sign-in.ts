import { GenaiError } from "@genai-office/shared/vocabulary";
import type { MiddlewareHandler } from "hono";
import type { RelayEnvironment, RelayServices } from "../server/relay-services";
import { bearerToken } from "./bearer-token";
import type { EntraSettings } from "./entra-settings";
import { createPseudonyms } from "./pseudonym";
import { rolesOf, sectionOf } from "./roles-and-section";
import type { TokenIdentity } from "./signed-in-person";
import type { TokenVerifier } from "./verify-token";

/** Header by which the bot says for whom it asks: the object id of a person of the token's own tenant. */
export const onBehalfOfHeader = "x-genai-on-behalf-of";

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Lets in who brings a good token, and leaves for the routes who it is (policy/caller.ts). Whatever is wrong, the answer is
 * one of two: 401 `sign-in-required` or 403 `forbidden`, with the same headers; 503 while keys cannot be fetched.
 */
export function requireSignIn(
  verify: TokenVerifier,
  settings: EntraSettings,
  ministry: RelayServices["settings"],
): MiddlewareHandler<RelayEnvironment> {
  const pseudonymOf = createPseudonyms(settings.pseudonymSecret);
  return async (context, next) => {
    const token = bearerToken(context.req.header("authorization"));
    try {
      if (token === undefined) throw new GenaiError("sign-in-required", "no token");
      const identity = await verify(token);
      const objectId = personOf(identity, context.req.header(onBehalfOfHeader));
      const section = sectionOf(identity, ministry());
      context.set("person", {
        pseudonym: pseudonymOf(identity.tenantId, objectId),
        ...(section === undefined ? {} : { section }),
        roles: identity.kind === "person" ? rolesOf(identity, ministry()) : [],
        ...(identity.kind === "person" ? { owner: { person: objectId, tenant: identity.tenantId } } : {}),
      });
    } catch (thrown) {
      // RFC 6750, 3: without an error parameter, since that would tell what was wrong.
      if (GenaiError.isInstance(thrown) && thrown.code === "sign-in-required") {
        context.header("WWW-Authenticate", "Bearer");
      }
      throw thrown;
    }
    await next();
  };
}

/** Only a bot speaks for others, and it always does: one that could leave it out would put everybody into one account. */
function personOf({ kind, objectId }: TokenIdentity, stated: string | undefined): string {
  if (kind !== "bot") {
    if (stated === undefined) return objectId;
  } else if (stated !== undefined && guid.test(stated)) return stated.toLowerCase();
  throw new GenaiError("forbidden", "this application cannot speak for that person");
}

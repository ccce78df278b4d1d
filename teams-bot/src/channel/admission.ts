import type { Activity } from "botbuilder";
import { AuthenticationError, type BotFrameworkAuthentication } from "botframework-connector";
import { isOfTenants, readActivity } from "./read-activity";
import { isServiceAddress } from "./service-hosts";

/** Why an activity with a good token is refused. */
export type Refusal = "tenant" | "service-address";

export interface AdmissionOptions {
  authentication: BotFrameworkAuthentication;
  /** `iss` of the tokens that Teams sends. */
  issuer: string;
  /** Tenants whose people may write, lower case; undefined for a bot without registration, which verifies nobody. */
  tenants: readonly string[] | undefined;
  /** Hosts that the bot may post to; undefined as above. */
  hosts: readonly string[] | undefined;
  onDefect(error: unknown): void;
  onRefused(reason: Refusal): void;
}

/** Who may hand an activity to the bot: its token, then its tenant and its address. */
export interface Admission {
  /** @returns the activity, or the status that refuses it; nobody is told why */
  admit(authorization: string, body: unknown): Promise<Activity | number>;
}

export function createAdmission(options: AdmissionOptions): Admission {
  const { authentication, issuer, tenants, hosts, onDefect, onRefused } = options;
  const verifies = tenants !== undefined;

  /** Says nothing of why a token is no good: the SDK's reasons are for nobody outside. */
  async function isGenuine(activity: Activity, authorization: string): Promise<boolean> {
    try {
      const { claimsIdentity: claims } = await authentication.authenticateRequest(activity, authorization);
      // The SDK also takes tokens of emulators and of other bots, and tokens without an end; Teams sends none of these.
      return !verifies || (claims.getClaimValue("iss") === issuer && Number(claims.getClaimValue("exp")) > 0);
    } catch (error) {
      if (!isRefusal(error)) onDefect(error);
      return false;
    }
  }

  return {
    async admit(authorization, body) {
      const activity = readActivity(body);
      // What cannot be read cannot have a good token either: one answer for both.
      if (activity === undefined) return verifies ? 401 : 400;
      if (!(await isGenuine(activity, authorization))) return 401;
      const reason = refusalOf(activity, tenants, hosts);
      if (reason === undefined) return activity;
      onRefused(reason);
      // As a wrong token is answered: who has a good one learns nothing of our rules either.
      return 401;
    },
  };
}

function refusalOf(
  activity: Activity,
  tenants: readonly string[] | undefined,
  hosts: readonly string[] | undefined,
): Refusal | undefined {
  if (tenants !== undefined && !isOfTenants(activity, tenants)) return "tenant";
  return isServiceAddress(activity.serviceUrl, hosts) ? undefined : "service-address";
}

/** What the SDK and its token library throw at tokens; anything else, such as keys that cannot be fetched, is a defect. */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof AuthenticationError ||
    ["JsonWebTokenError", "TokenExpiredError", "NotBeforeError"].includes((error as Error).name)
  );
}

import type { AccountInfo, AuthenticationResult } from "@azure/msal-browser";

type TenantProfile = NonNullable<AccountInfo["tenantProfiles"]> extends Map<string, infer Profile> ? Profile : never;

const kind = "genai-signed-in";

/** What the page of the dialog says to the pane: a token and whose it is, or that it did not work. */
export function dialogMessage(result: AuthenticationResult | undefined): string {
  if (result === undefined) return JSON.stringify({ type: kind, failed: true });
  const profiles = [...(result.account.tenantProfiles ?? [])];
  return JSON.stringify({ type: kind, result, profiles });
}

/** Reads it; undefined for any other message. */
export function readDialogMessage(told: unknown): AuthenticationResult | "failed" | undefined {
  if (typeof told !== "string") return undefined;
  let message: unknown;
  try {
    message = JSON.parse(told);
  } catch {
    // Some other message of the dialog.
    return undefined;
  }
  if (typeof message !== "object" || message === null) return undefined;
  const { type, failed, result, profiles } = message as Record<string, unknown>;
  if (type !== kind) return undefined;
  if (failed === true) return "failed";
  if (!isResult(result) || !Array.isArray(profiles)) return undefined;
  const tenantProfiles = new Map(profiles as [string, TenantProfile][]);
  return withDates({ ...result, account: { ...result.account, tenantProfiles } });
}

function isResult(value: unknown): value is AuthenticationResult {
  if (typeof value !== "object" || value === null) return false;
  const { accessToken, idToken, account, expiresOn } = value as Record<string, unknown>;
  const texts = [accessToken, idToken, expiresOn].every((text) => typeof text === "string" && text !== "");
  return texts && typeof account === "object" && account !== null;
}

/** JSON has no dates, and no maps. */
function withDates(result: AuthenticationResult): AuthenticationResult {
  const date = (value: unknown): Date | null => (typeof value === "string" ? new Date(value) : null);
  const { extExpiresOn, refreshOn, ...rest } = result;
  return {
    ...rest,
    expiresOn: date(result.expiresOn),
    ...(extExpiresOn === undefined ? {} : { extExpiresOn: date(extExpiresOn)! }),
    ...(refreshOn === undefined ? {} : { refreshOn: date(refreshOn)! }),
  };
}

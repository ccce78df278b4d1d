import { dialogPagePath } from "./msal-configuration";
import { askInDialog } from "./office-dialog";

/** Who Office says is signed in to it. */
export interface OfficeAccount {
  /** Object id in the directory. */
  userObjectId: string;
  /** What leads the login service to that account. */
  loginHint: string;
}

/**
 * Opens a page of our own that signs people in, and waits for its answer; `read` says which message is one.
 * @returns undefined when the person has closed it
 * @throws GenaiError "host-error" when no window opens, "timeout"
 */
export type SignInWindow = <Answer>(read: (told: unknown) => Answer | undefined) => Promise<Answer | undefined>;

/** What a sign-in must know of the program around the page: Office, or Teams. */
export interface SignInSurroundings {
  /** True where the program signs people in for its pages (nested app authentication). */
  isNested(): boolean;
  /** The window that the program opens for a sign-in; undefined where the page may open one itself (office-pitfalls D3). */
  window(): SignInWindow | undefined;
  /** Who is signed in to the program; undefined where it does not tell. */
  account(): Promise<OfficeAccount | undefined>;
}

interface OfficeScript {
  context?: { requirements?: { isSetSupported(name: string, version: string): boolean }; ui?: object };
  auth?: { getAuthContext?(): Promise<{ userObjectId?: string; loginHint?: string; userPrincipalName?: string }> };
}

function office(): OfficeScript | undefined {
  return (window as { Office?: OfficeScript }).Office;
}

/** True where Office signs people in for its add-ins (nested app authentication); asked at run time, never assumed. */
export function hasNestedSignIn(): boolean {
  return office()?.context?.requirements?.isSetSupported("NestedAppAuth", "1.1") === true;
}

/** True inside of Office: windows are opened by Office then (office-pitfalls D3). */
export function isInOffice(): boolean {
  const ui = office()?.context?.ui as { displayDialogAsync?: unknown } | undefined;
  return typeof ui?.displayDialogAsync === "function";
}

/** Undefined where Office does not tell. The hint names a person: it is never logged or stored. */
export async function officeAccount(): Promise<OfficeAccount | undefined> {
  if (!hasNestedSignIn()) return undefined;
  try {
    const told = await office()?.auth?.getAuthContext?.();
    const loginHint = told?.loginHint ?? told?.userPrincipalName;
    return loginHint === undefined ? undefined : { loginHint, userObjectId: told?.userObjectId ?? "" };
  } catch {
    // Not every host that has the set has this; without it the login service asks for the account.
    return undefined;
  }
}

/** Office, asked anew at each question: it may not be there yet. */
export const officeSurroundings: SignInSurroundings = {
  isNested: hasNestedSignIn,
  window: () => (isInOffice() ? (read) => askInDialog(window.location.origin + dialogPagePath, read) : undefined),
  account: officeAccount,
};

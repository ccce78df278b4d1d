import type { ConnectionsClient } from "../relay-client";
import { GenaiError } from "../vocabulary";
import type { SignInMessage } from "./office/sign-in-dialog";

/** The relay's sign-ins, as far as a pane uses them. */
export type SignIns = Pick<ConnectionsClient, "list" | "start" | "finish">;

/**
 * Signs a person in: to the named connection, or to the first that is missing. False when they have closed the page.
 * @throws GenaiError, "unauthorized" when the answer belongs to another sign-in
 */
export async function signInTo(
  connections: SignIns,
  open: (url: string) => Promise<SignInMessage | undefined>,
  named?: string,
): Promise<boolean> {
  const name = named ?? (await connections.list()).find(({ signedIn }) => !signedIn)?.name;
  if (name === undefined) throw new GenaiError("not-found", "no sign-in is missing");
  const { openUrl, state } = await connections.start(name);
  const answer = await open(openUrl);
  if (answer === undefined) return false;
  if (answer.state !== state) throw new GenaiError("unauthorized", "the sign-in answered for another one");
  await connections.finish(name, answer);
  return true;
}

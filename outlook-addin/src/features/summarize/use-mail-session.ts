import { useLatest } from "@genai-office/shared/pane";
import { useEffect, useMemo, useReducer } from "react";
import type { MailboxPort } from "../../mailbox";
import { createMailSession, type MailSession, type MailSessionOptions } from "./mail-session";
import { initialMailState, reduceMail, type MailState } from "./mail-state";

/** The message shown, the state of its summary, and what can be done. */
export function useMailSession(
  options: Omit<MailSessionOptions, "dispatch">,
  mailbox: MailboxPort | undefined,
): [MailState, MailSession] {
  const [state, dispatch] = useReducer(reduceMail, initialMailState);
  const latest = useLatest(options);
  const session = useMemo(() => createMailSession({ ...latest, dispatch }), [latest]);
  useEffect(() => (mailbox === undefined ? undefined : session.follow(mailbox)), [mailbox, session]);
  return [state, session];
}

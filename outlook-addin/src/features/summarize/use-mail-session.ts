import { useEffect, useMemo, useReducer, useRef } from "react";
import type { MailboxPort } from "../../mailbox";
import { createMailSession, type MailSession, type MailSessionOptions } from "./mail-session";
import { initialMailState, reduceMail, type MailEvent, type MailState } from "./mail-state";

/** The message shown, the state of its summary, what can be done, and how to report an event of the pane's own. */
export function useMailSession(
  options: Omit<MailSessionOptions, "dispatch">,
  mailbox: MailboxPort | undefined,
): [MailState, MailSession, (event: MailEvent) => void] {
  const [state, dispatch] = useReducer(reduceMail, initialMailState);
  // The session lives as long as the pane and asks for the latest choices at each click.
  const latest = useRef(options);
  latest.current = options;
  const session = useMemo(
    () =>
      createMailSession({
        engine: () => latest.current.engine(),
        gate: () => latest.current.gate(),
        offer: () => latest.current.offer(),
        connect: () => latest.current.connect(),
        choices: () => latest.current.choices(),
        today: () => latest.current.today(),
        dispatch,
      }),
    [],
  );
  useEffect(() => (mailbox === undefined ? undefined : session.follow(mailbox)), [mailbox, session]);
  return [state, session, dispatch];
}

import { useLatest } from "@genai-office/shared/pane";
import { useMemo, useReducer } from "react";
import type { MailSelection } from "../selection/mail-selection";
import { createMailSession, type MailSession, type MailSessionOptions } from "./mail-session";
import { initialMailState, reduceMail, type MailState } from "./mail-state";

export interface MailSummary {
  state: MailState;
  session: MailSession;
  /** The message has gone. */
  leave(): void;
}

/** The state of the summary of the message shown, and what can be done. */
export function useMailSession(
  options: Omit<MailSessionOptions, "dispatch" | "selection"> & Pick<MailSelection, "read" | "requireCurrent">,
): MailSummary {
  const [state, dispatch] = useReducer(reduceMail, initialMailState);
  const latest = useLatest(options);
  const made = useMemo(() => {
    const session = createMailSession({ ...latest, selection: latest, dispatch });
    const leave = () => {
      session.abandon();
      dispatch({ type: "left" });
    };
    return { session, leave };
  }, [latest]);
  return { state, ...made };
}

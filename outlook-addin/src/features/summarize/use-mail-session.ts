import { useLatest } from "@genai-office/shared/pane";
import { useMemo, useReducer } from "react";
import type { MailSelection } from "../selection/mail-selection";
import type { SummaryEngine } from "@genai-office/shared/pane/summary";
import { lazyFlow } from "@genai-office/shared/pane/task";
import type { SummarizeResult } from "@genai-office/shared/tasks";
import type { MailSource } from "../parts/mail-source";
import type { MailSession, MailSessionOptions } from "./mail-session";
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
    const load = async () => {
      const { createMailSession } = await import(/* webpackChunkName: "mail-flow" */ "./mail-session");
      return createMailSession({ ...latest, selection: latest, dispatch });
    };
    const session: MailSession = lazyFlow<"summarize" | "look", MailSource, SummarizeResult, SummaryEngine>(
      load,
      dispatch,
    );
    const leave = () => {
      session.abandon();
      dispatch({ type: "left" });
    };
    return { session, leave };
  }, [latest]);
  return { state, ...made };
}

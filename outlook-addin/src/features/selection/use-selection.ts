import { useLatest } from "@genai-office/shared/pane";
import { useEffect, useMemo, useReducer } from "react";
import type { MailboxPort } from "../../mailbox";
import { createMailSelection, type MailSelection, type MailSelectionOptions } from "./mail-selection";
import { initialSelection, reduceSelection, type SelectionState } from "./selection-state";

/** The message that the pane is about, and the way to read it. */
export function useSelection(
  options: Omit<MailSelectionOptions, "dispatch">,
  mailbox: MailboxPort | undefined,
): [SelectionState, MailSelection] {
  const [state, dispatch] = useReducer(reduceSelection, initialSelection);
  const latest = useLatest(options);
  const selection = useMemo(() => createMailSelection({ ...latest, dispatch }), [latest]);
  useEffect(() => (mailbox === undefined ? undefined : selection.follow(mailbox)), [mailbox, selection]);
  return [state, selection];
}

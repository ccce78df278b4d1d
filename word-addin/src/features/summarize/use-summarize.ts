import { useLatest } from "@genai-office/shared/pane";
import { useMemo, useReducer } from "react";
import { createSummarizeController, type ControllerOptions, type SummarizeController } from "./summarize-controller";
import { initialState, reduceSummarize, type SummarizeState } from "./summarize-state";

/** State of the summary and what can be done with it. */
export function useSummarize(options: Omit<ControllerOptions, "dispatch">): [SummarizeState, SummarizeController] {
  const [state, dispatch] = useReducer(reduceSummarize, initialState);
  const latest = useLatest(options);
  const controller = useMemo(() => createSummarizeController({ ...latest, dispatch }), [latest]);
  return [state, controller];
}

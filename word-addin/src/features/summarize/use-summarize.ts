import { useLatest } from "@genai-office/shared/pane";
import { useEffect, useMemo, useReducer } from "react";
import { createSummarizeController, type ControllerOptions, type SummarizeController } from "./summarize-controller";
import { initialState, reduceSummarize, type SummarizeState } from "./summarize-state";

/** State of the summary and what can be done with it. */
export function useSummarize(
  options: Omit<ControllerOptions, "dispatch" | "watch">,
): [SummarizeState, SummarizeController] {
  const [state, dispatch] = useReducer(reduceSummarize, initialState);
  const latest = useLatest(options);
  const controller = useMemo(() => createSummarizeController({ ...latest, dispatch }), [latest]);
  useEffect(() => {
    // A pane that is put out of sight may be closed next.
    const look = () => {
      if (document.visibilityState === "hidden") void controller.look();
    };
    document.addEventListener("visibilitychange", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      controller.release();
    };
  }, [controller]);
  return [state, controller];
}

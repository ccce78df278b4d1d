import { useMemo, useReducer, useRef } from "react";
import { createSummarizeController, type ControllerOptions, type SummarizeController } from "./summarize-controller";
import { initialState, reduceSummarize, type SummarizeState } from "./summarize-state";

/** State of the summary and what can be done with it. */
export function useSummarize(options: Omit<ControllerOptions, "dispatch">): [SummarizeState, SummarizeController] {
  const [state, dispatch] = useReducer(reduceSummarize, initialState);
  // The controller lives as long as the pane and asks for the latest choices at each click.
  const latest = useRef(options);
  latest.current = options;
  const controller = useMemo(
    () =>
      createSummarizeController({
        services: options.services,
        offer: () => latest.current.offer(),
        choices: () => latest.current.choices(),
        translator: () => latest.current.translator(),
        today: () => latest.current.today(),
        dispatch,
      }),
    [options.services],
  );
  return [state, controller];
}

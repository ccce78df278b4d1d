import { useLayoutEffect, useRef } from "react";
import type { EarlyStart } from "./early-start";

/**
 * Carries on with what was begun on the skeleton: gives the focus to the pane's own start button and starts the task, once.
 *
 * @param early undefined where the page had no button of its own
 */
export function useEarlyStart(early: EarlyStart | undefined, start: () => void): void {
  const first = useRef(start);
  // Before the first frame of the pane: a button that had turned into 中止 does not turn back in between.
  useLayoutEffect(() => {
    if (early?.hadFocus === true) document.querySelector<HTMLElement>("[data-part=primary]")?.focus();
    if (early?.take() === true) first.current();
  }, [early]);
}

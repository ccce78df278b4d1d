import { useEffect, useRef } from "react";

/** Brings an element into view when something finished is there to be seen: on a narrow pane it stands below the fold. */
export function useInView<Target extends HTMLElement>(isFinished: boolean) {
  const target = useRef<Target>(null);
  useEffect(() => {
    // Not every surroundings can scroll.
    if (isFinished) target.current?.scrollIntoView?.({ block: "start" });
  }, [isFinished]);
  return target;
}

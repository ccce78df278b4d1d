import { useSyncExternalStore } from "react";

const query = "(min-width: 640px)";

function subscribe(changed: () => void): () => void {
  const list = window.matchMedia?.(query);
  list?.addEventListener("change", changed);
  return () => list?.removeEventListener("change", changed);
}

/** True while the pane is at least 640 px wide: columns then fit side by side. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia?.(query).matches === true);
}

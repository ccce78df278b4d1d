import { useSyncExternalStore } from "react";
import type { ThemeName } from "./pane-theme";

const darkQuery = "(prefers-color-scheme: dark)";

function subscribe(changed: () => void): () => void {
  const query = window.matchMedia?.(darkQuery);
  query?.addEventListener("change", changed);
  return () => query?.removeEventListener("change", changed);
}

function isDark(): boolean {
  return window.matchMedia?.(darkQuery).matches === true;
}

/** The theme Office told, else the one the person prefers; follows a change of either. */
export function useThemeName(told: ThemeName | undefined): ThemeName {
  const preferred = useSyncExternalStore(subscribe, isDark) ? "dark" : "light";
  return told ?? preferred;
}

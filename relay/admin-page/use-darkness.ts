import { useEffect, useState } from "react";

const question = "(prefers-color-scheme: dark)";

/** True while the person prefers dark pages. */
export function useDarkness(): boolean {
  const [dark, setDark] = useState(() => window.matchMedia(question).matches);
  useEffect(() => {
    const list = window.matchMedia(question);
    const change = (): void => setDark(list.matches);
    list.addEventListener("change", change);
    return () => list.removeEventListener("change", change);
  }, []);
  return dark;
}

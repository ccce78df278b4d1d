import { useCallback, useEffect, useRef, useState } from "react";
import { diagnose } from "@genai-office/shared/pane";
import type { DocumentPort, ScopeSummary } from "./document/document-port";

/** Selections arrive with every key; the line above follows when the hand rests. */
const restMs = 300;

/**
 * Follows what is selected: one look at a time, the latest wins. A look that fails leaves the line as it was.
 * The second value asks for a fresh look.
 */
export function useScope(port: DocumentPort | undefined): [ScopeSummary | undefined, () => void] {
  const [summary, setSummary] = useState<ScopeSummary>();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const looking = useRef(false);
  const again = useRef(false);
  const look = useCallback(async () => {
    if (port === undefined) return;
    if (looking.current) {
      again.current = true;
      return;
    }
    looking.current = true;
    try {
      do {
        again.current = false;
        setSummary(await port.summarizeScope());
      } while (again.current);
    } catch (thrown) {
      diagnose("the selection could not be looked at", thrown);
    } finally {
      looking.current = false;
    }
  }, [port]);
  const refresh = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void look(), restMs);
  }, [look]);
  useEffect(() => {
    if (port === undefined) return undefined;
    void look();
    const stop = port.onSelectionChanged(refresh);
    return () => {
      clearTimeout(timer.current);
      stop();
    };
  }, [port, look, refresh]);
  return [summary, refresh];
}

import { useCallback, useEffect, useRef, useState } from "react";
import { diagnose } from "../diagnostics";

export type OfficeState<Office> =
  { status: "connecting" } | { status: "ready"; office: Office } | { status: "failed"; error: unknown };

/** Connects to Office once the pane stands. The second value waits for the same connection; after a failure it tries again. */
export function useOffice<Office>(open: () => Promise<Office>): [OfficeState<Office>, () => Promise<Office>] {
  const [state, setState] = useState<OfficeState<Office>>({ status: "connecting" });
  const pending = useRef<Promise<Office>>();
  const connect = useCallback(() => {
    pending.current ??= open().then(
      (office) => {
        setState({ status: "ready", office });
        return office;
      },
      (error: unknown) => {
        pending.current = undefined;
        setState({ status: "failed", error });
        throw error;
      },
    );
    return pending.current;
  }, [open]);
  useEffect(() => {
    // The failure is shown from the state.
    connect().catch((error: unknown) => diagnose("Office is not connected", error));
  }, [connect]);
  return [state, connect];
}

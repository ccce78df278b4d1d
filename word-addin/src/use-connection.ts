import { useCallback, useEffect, useRef, useState } from "react";
import { diagnose } from "@genai-office/shared/pane";
import type { OfficeConnection } from "./office/connect-office";
import type { PaneServices } from "./pane-services";

export type Connection =
  { status: "connecting" } | { status: "ready"; office: OfficeConnection } | { status: "failed"; error: unknown };

/** Connects to Office once the pane stands. The second value waits for the same connection; after a failure it tries again. */
export function useConnection(services: PaneServices): [Connection, () => Promise<OfficeConnection>] {
  const [connection, setConnection] = useState<Connection>({ status: "connecting" });
  const pending = useRef<Promise<OfficeConnection>>();
  const connect = useCallback(() => {
    pending.current ??= services.connect().then(
      (office) => {
        setConnection({ status: "ready", office });
        return office;
      },
      (error: unknown) => {
        pending.current = undefined;
        setConnection({ status: "failed", error });
        throw error;
      },
    );
    return pending.current;
  }, [services]);
  useEffect(() => {
    // The failure is shown from the state.
    connect().catch((error: unknown) => diagnose("Office is not connected", error));
  }, [connect]);
  return [connection, connect];
}

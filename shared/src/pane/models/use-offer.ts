import { useCallback, useEffect, useRef, useState } from "react";
import { diagnose } from "../diagnostics";
import type { ModelOffer } from "../summary/summary-engine";

/** The models the relay offers: undefined while asking, "missing" when it could not be reached. */
export type OfferState = ModelOffer | "missing" | undefined;

/** Asks the relay for its models once the pane stands; `offer()` asks again after a failure, and rejects with it. */
export function useOffer(fetch: () => Promise<ModelOffer>): [OfferState, () => Promise<ModelOffer>] {
  const [state, setState] = useState<OfferState>();
  const pending = useRef<Promise<ModelOffer>>();
  const offer = useCallback(() => {
    pending.current ??= fetch().then(
      (found) => {
        setState(found);
        return found;
      },
      (thrown: unknown) => {
        pending.current = undefined;
        setState("missing");
        throw thrown;
      },
    );
    return pending.current;
  }, [fetch]);
  useEffect(() => {
    // The chip then says that no model is there; the reason is shown when the person presses the button.
    offer().catch((thrown: unknown) => diagnose("no models yet", thrown));
  }, [offer]);
  return [state, offer];
}

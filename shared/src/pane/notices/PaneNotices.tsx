import { useCallback, useEffect, useRef, useState } from "react";
import type { ClientSettings } from "../../relay-client";
import type { ModelCard } from "../../vocabulary";
import { diagnose } from "../diagnostics";
import { LazyPart } from "../LazyPart";
import { lazyView } from "../lazy-view";

/** The bars come with the first notice: most days there is none. */
const NoticeBars = lazyView(() => import(/* webpackChunkName: "notices" */ "./NoticeBars"));

/** How often an open pane asks again. Milliseconds. */
const askAgainMs = 5 * 60_000;
/** The same while something is switched off, which comes back by itself. Milliseconds. */
const askSoonMs = 30_000;
/** A pane gets the focus at every click beside it: it then asks at most so often. Milliseconds. */
const restMs = 5_000;

export interface PaneNoticesProps {
  /** Asks the relay what the ministry has set; a pane without one has no notices. */
  load: (() => Promise<ClientSettings>) | undefined;
  /** The models, for the names of those that are switched off. */
  models: readonly ModelCard[];
  /** Asks again when this turns true: a step was refused because something is switched off. */
  refused: boolean;
  /** Told each time the relay has answered. */
  onTold?: (settings: ClientSettings) => void;
}

/** Notices of the ministry and what is switched off, at the top of a pane. One that cannot ask says nothing here. */
export function PaneNotices({ load, models, refused, onTold }: PaneNoticesProps) {
  const [settings, setSettings] = useState<ClientSettings>();
  const told = useRef(onTold);
  told.current = onTold;
  const isOff = settings !== undefined && settings.switchedOff.length > 0;
  const askedAt = useRef(-Infinity);
  const ask = useCallback((): void => {
    askedAt.current = performance.now();
    load?.().then(
      (answer) => {
        setSettings(answer);
        told.current?.(answer);
      },
      // Whoever starts a task is told that the relay cannot be reached.
      (thrown: unknown) => diagnose("the notices could not be fetched", thrown),
    );
  }, [load]);
  useEffect(() => ask(), [ask, refused]);
  useEffect(() => {
    const timer = setInterval(ask, isOff ? askSoonMs : askAgainMs);
    return () => clearInterval(timer);
  }, [ask, isOff]);
  useEffect(() => {
    // Whoever comes back to the pane is not to wait for what was released meanwhile.
    const comeBack = () => {
      if (document.visibilityState === "visible" && performance.now() - askedAt.current > restMs) ask();
    };
    window.addEventListener("focus", comeBack);
    document.addEventListener("visibilitychange", comeBack);
    return () => {
      window.removeEventListener("focus", comeBack);
      document.removeEventListener("visibilitychange", comeBack);
    };
  }, [ask]);
  if (settings === undefined || settings.notices.length + settings.switchedOff.length === 0) return null;
  return (
    <LazyPart onBack={() => setSettings(undefined)}>
      <NoticeBars settings={settings} models={models} />
    </LazyPart>
  );
}

import { useEffect, useState } from "react";
import type { ClientSettings } from "../../relay-client";
import type { ModelCard } from "../../vocabulary";
import { diagnose } from "../diagnostics";
import { LazyPart } from "../LazyPart";
import { lazyView } from "../lazy-view";

/** The bars come with the first notice: most days there is none. */
const NoticeBars = lazyView(() => import(/* webpackChunkName: "notices" */ "./NoticeBars"));

/** How often an open pane asks again. Milliseconds. */
const askAgainMs = 5 * 60_000;

export interface PaneNoticesProps {
  /** Asks the relay what the ministry has set; a pane without one has no notices. */
  load: (() => Promise<ClientSettings>) | undefined;
  /** The models, for the names of those that are switched off. */
  models: readonly ModelCard[];
  /** Asks again when this turns true: a step was refused because something is switched off. */
  refused: boolean;
}

/** Notices of the ministry and what is switched off, at the top of a pane. One that cannot ask says nothing here. */
export function PaneNotices({ load, models, refused }: PaneNoticesProps) {
  const [settings, setSettings] = useState<ClientSettings>();
  useEffect(() => {
    if (load === undefined) return;
    let current = true;
    const ask = () =>
      void load().then(
        (told) => {
          if (current) setSettings(told);
        },
        // Whoever starts a task is told that the relay cannot be reached.
        (thrown: unknown) => diagnose("the notices could not be fetched", thrown),
      );
    ask();
    const timer = setInterval(ask, askAgainMs);
    return () => {
      current = false;
      clearInterval(timer);
    };
  }, [load, refused]);
  if (settings === undefined || settings.notices.length + settings.switchedOff.length === 0) return null;
  return (
    <LazyPart onBack={() => setSettings(undefined)}>
      <NoticeBars settings={settings} models={models} />
    </LazyPart>
  );
}

import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { asGenaiError, type GenaiError } from "../../vocabulary";
import { diagnose } from "../diagnostics";
import { ErrorMessage } from "../ErrorMessage";
import { LazyPart } from "../LazyPart";
import { Progress } from "../Progress";
import { switchedOffText } from "../models/model-choices";
import { switchFor, type SwitchedOff } from "../../relay-client/switch-for";
import { retryable } from "../retryable";
import type { ResearchPart } from "../summary/SummaryPane";
import { useTranslation } from "../translation";
import { isPending, pendingStored } from "./jobs/inquiry-store";
import type * as chunkTypes from "./research-chunk";
import type { SignInMessage } from "../office/sign-in-dialog";
import type { ResearchBackend } from "./research-backend";
import type { ResearchHost } from "./research-host";
import type { ResearchSession } from "./research-session";

/** What 調べる stands on besides Office. */
export interface ResearchServices {
  research(): Promise<ResearchBackend>;
  /** Opens the page of a sign-in; resolves with what it answers, undefined when the person has closed it. */
  openSignIn(url: string): Promise<SignInMessage | undefined>;
  /** Signs in to what a model asked for; false when the person has closed the page. */
  signIn(): Promise<boolean>;
}

export interface UseResearchOptions {
  services: ResearchServices;
  source: "document" | "mail";
  host(): Promise<ResearchHost>;
  /** What operators have switched off. */
  switchedOff?: readonly SwitchedOff[];
  /** False when this Office cannot be written to; undefined while it is not connected. */
  canInsert: boolean | undefined;
}

type Chunk = typeof chunkTypes;

const loadChunk = retryable(() => import(/* webpackChunkName: "research" */ "./research-chunk"));

/**
 * 調べる as a task of a pane. Its code comes when it is opened for the first time, or at once when this machine waits for
 * an inquiry; what it does goes on while another task is shown.
 */
export function useResearch(options: UseResearchOptions): ResearchPart {
  const t = useTranslation();
  const latest = useRef(options);
  latest.current = options;
  const [loaded, setLoaded] = useState<{ chunk: Chunk; session: ResearchSession }>();
  const [failure, setFailure] = useState<GenaiError>();
  const [stored] = useState(pendingStored);
  const session = useRef<ResearchSession>();
  const left = useRef(false);

  const open = useCallback(() => {
    if (session.current !== undefined) return;
    loadChunk().then(
      (chunk) => {
        if (session.current !== undefined || left.current) return;
        session.current = chunk.createResearchSession({
          backend: () => latest.current.services.research(),
          host: () => latest.current.host(),
          openSignIn: (url) => latest.current.services.openSignIn(url),
          signIn: () => latest.current.services.signIn(),
        });
        setFailure(undefined);
        setLoaded({ chunk, session: session.current });
      },
      (thrown: unknown) => {
        diagnose("the part for research could not be loaded", thrown);
        setFailure(asGenaiError(thrown));
      },
    );
  }, []);

  useEffect(() => {
    left.current = false;
    if (stored > 0) open();
    return () => {
      left.current = true;
      session.current?.close();
      session.current = undefined;
    };
  }, [stored, open]);

  const subscribe = useCallback(
    (changed: () => void) => loaded?.session.subscribe(changed) ?? (() => undefined),
    [loaded],
  );
  const pending = useSyncExternalStore(subscribe, () =>
    loaded === undefined ? stored : loaded.session.state().inquiries.filter(isPending).length,
  );
  const off = switchFor(options.switchedOff, { task: "research" });
  const host = useCallback(() => latest.current.host(), []);
  const view =
    loaded !== undefined ? (
      <LazyPart onBack={() => loaded.session.go({ page: "apps" })}>
        <loaded.chunk.ResearchView
          session={loaded.session}
          source={options.source}
          off={off && switchedOffText(t, off)}
          canInsert={options.canInsert}
          host={host}
        />
      </LazyPart>
    ) : failure !== undefined ? (
      <ErrorMessage error={failure} onRetry={open} />
    ) : (
      <Progress label={t("task.loading")} />
    );
  return { pending, view, onOpen: open };
}

import { asGenaiError, type GenaiError } from "@genai-office/shared/vocabulary";
import type { JobsClient, JobView } from "@genai-office/shared/relay-client";
import { useCallback, useEffect, useRef, useState } from "react";

/** While something is being written, the list is asked for this often. Milliseconds. */
const pollMs = 4_000;

export interface JobsState {
  /** Undefined until the first answer. */
  jobs: JobView[] | undefined;
  /** Why the last request failed; the list of before stays. */
  error: GenaiError | undefined;
  /** Jobs whose end was asked for and has not come yet. */
  cancelling: ReadonlySet<string>;
}

export interface JobsActions {
  refresh(): Promise<void>;
  cancel(id: string): Promise<void>;
  /** Resolves to false when it did not work. */
  remove(id: string): Promise<boolean>;
}

const isOpen = ({ state }: JobView): boolean => state === "waiting" || state === "running";

/** The person's jobs, asked for again as long as one of them is being worked on and the tab is looked at. */
export function useJobs(load: () => Promise<JobsClient>): [JobsState, JobsActions] {
  const [state, setState] = useState<JobsState>({ jobs: undefined, error: undefined, cancelling: new Set() });
  // An answer that comes after a later one is not shown.
  const asked = useRef(0);
  const failed = useCallback((thrown: unknown) => {
    setState((before) => ({ ...before, error: asGenaiError(thrown) }));
  }, []);

  const refresh = useCallback(async () => {
    const number = ++asked.current;
    try {
      const jobs = await (await load()).list();
      if (number !== asked.current) return;
      const open = new Set(jobs.filter(isOpen).map(({ id }) => id));
      setState(({ cancelling }) => ({
        jobs,
        error: undefined,
        cancelling: new Set([...cancelling].filter((id) => open.has(id))),
      }));
    } catch (thrown) {
      if (number === asked.current) failed(thrown);
    }
  }, [load, failed]);

  useEffect(() => void refresh(), [refresh]);
  const working = state.jobs?.some(isOpen) === true;
  useEffect(() => {
    if (!working) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") void refresh();
    }, pollMs);
    const seen = () => void refresh();
    document.addEventListener("visibilitychange", seen);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", seen);
    };
  }, [working, refresh]);

  return [
    state,
    {
      refresh,
      async cancel(id) {
        setState((before) => ({ ...before, cancelling: new Set([...before.cancelling, id]) }));
        try {
          await (await load()).cancel(id);
        } catch (thrown) {
          setState((before) => ({
            ...before,
            cancelling: new Set([...before.cancelling].filter((one) => one !== id)),
          }));
          failed(thrown);
          return;
        }
        await refresh();
      },
      async remove(id) {
        try {
          await (await load()).remove(id);
        } catch (thrown) {
          failed(thrown);
          return false;
        }
        setState((before) => ({ ...before, jobs: before.jobs?.filter((job) => job.id !== id) }));
        await refresh();
        return true;
      },
    },
  ];
}

import { asGenaiError, type GenaiError } from "@genai-office/shared/vocabulary";
import { useCallback, useEffect, useRef, useState } from "react";

export interface Loaded<Value> {
  /** What was loaded last; stays while it is loaded again, and when that fails. */
  value: Value | undefined;
  /** Why the last try failed. */
  error: GenaiError | undefined;
  loading: boolean;
  reload(): void;
  /** Takes the answer of a change as what is there now. */
  take(value: Value): void;
}

/**
 * Loads when `load` changes, and every `everyMs` while the page is in view. The newest question wins: an answer to an older
 * one is dropped.
 */
export function useLoaded<Value>(load: () => Promise<Value>, everyMs?: number): Loaded<Value> {
  const [value, setValue] = useState<Value>();
  const [error, setError] = useState<GenaiError>();
  const [loading, setLoading] = useState(true);
  const newest = useRef(0);

  const reload = useCallback(() => {
    newest.current += 1;
    const own = newest.current;
    setLoading(true);
    load().then(
      (loaded) => {
        if (own !== newest.current) return;
        setValue(loaded);
        setError(undefined);
        setLoading(false);
      },
      (thrown: unknown) => {
        if (own !== newest.current) return;
        setError(asGenaiError(thrown));
        setLoading(false);
      },
    );
  }, [load]);

  const take = useCallback((taken: Value) => {
    newest.current += 1;
    setValue(taken);
    setError(undefined);
    setLoading(false);
  }, []);

  useEffect(() => {
    reload();
    return () => {
      newest.current += 1;
    };
  }, [reload]);

  useEffect(() => {
    if (everyMs === undefined) return undefined;
    const timer = setInterval(() => {
      if (!document.hidden) reload();
    }, everyMs);
    return () => clearInterval(timer);
  }, [reload, everyMs]);

  return { value, error, loading, reload, take };
}

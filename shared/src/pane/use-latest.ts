import { useMemo, useRef } from "react";

/**
 * The same functions in an object that never changes, each going to the function of the latest rendering: for something
 * that lives as long as the pane and asks for the latest choices at each click.
 */
export function useLatest<
  Functions extends Record<Name, (...values: never[]) => unknown>,
  Name extends keyof Functions,
>(functions: Functions): Functions {
  const latest = useRef(functions);
  latest.current = functions;
  return useMemo(() => {
    const forward = (name: Name) => [name, (...values: never[]) => latest.current[name](...values)];
    return Object.fromEntries((Object.keys(latest.current) as Name[]).map(forward)) as Functions;
  }, []);
}

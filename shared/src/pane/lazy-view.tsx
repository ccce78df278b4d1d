import { createElement, useEffect, useState, type ComponentType } from "react";
import { retryable } from "./retryable";

type View = ComponentType<never>;

/**
 * A component that comes with its first use. Unlike React's `lazy` it can be asked for again after it did not come: it
 * then throws `connection-failed` for the `LazyPart` around it, and is fetched anew when it is drawn the next time.
 */
export function lazyView<Loaded extends View>(load: () => Promise<{ default: Loaded }>): Loaded {
  const fetch = retryable(load);
  let known: Loaded | undefined;
  function LazyView(props: object) {
    const [loaded, setLoaded] = useState<{ view?: Loaded | undefined; failure?: unknown }>({ view: known });
    useEffect(() => {
      if (known !== undefined) return;
      let current = true;
      fetch().then(
        (module) => {
          known = module.default;
          if (current) setLoaded({ view: known });
        },
        (failure: unknown) => {
          if (current) setLoaded({ failure });
        },
      );
      return () => {
        current = false;
      };
    }, []);
    if (loaded.failure !== undefined) throw loaded.failure as Error;
    return loaded.view === undefined ? null : createElement(loaded.view as ComponentType, props);
  }
  return LazyView as unknown as Loaded;
}

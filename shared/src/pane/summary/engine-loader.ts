import type { SummaryEngine } from "./summary-engine";

/** Loads the engine with the first call; after a failure the next call tries again. */
export function engineLoader(baseUrl: string): () => Promise<SummaryEngine> {
  let engine: Promise<SummaryEngine> | undefined;
  return () => {
    engine ??= import(/* webpackChunkName: "engine" */ "./create-summary-engine").then(
      ({ createSummaryEngine }) => createSummaryEngine(baseUrl),
      (failed: unknown) => {
        engine = undefined;
        throw failed;
      },
    );
    return engine;
  };
}

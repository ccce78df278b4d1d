import type { AppList } from "../../relay-client";
import type { GenerateEvent, ResearchStep, RunReport } from "../../vocabulary";
import type { SignIns } from "../sign-in-to";
import type { ModelOffer, SummaryGate } from "../summary/summary-engine";

/** The way to AI apps, over the relay. All rejections are GenaiErrors. */
export interface ResearchBackend extends SummaryGate {
  apps(signal: AbortSignal): Promise<AppList>;
  models(): Promise<ModelOffer>;
  run(step: ResearchStep, signal: AbortSignal): AsyncIterable<GenerateEvent>;
  /** Tells what became of an answer; counts and choices only. Never throws: nobody waits for it. */
  report?(report: RunReport): void;
  connections: SignIns;
}

import type { AppList, SignInStart } from "../../relay-client";
import type { GenerateEvent, ResearchStep } from "../../vocabulary";
import type { ModelOffer, SummaryGate } from "../summary/summary-engine";

/** What comes back from the page of a sign-in. */
export interface SignInAnswer {
  state: string;
  code: string;
}

/** The way to AI apps, over the relay. All rejections are GenaiErrors. */
export interface ResearchBackend extends SummaryGate {
  apps(signal: AbortSignal): Promise<AppList>;
  models(): Promise<ModelOffer>;
  run(step: ResearchStep, signal: AbortSignal): AsyncIterable<GenerateEvent>;
  signIn: {
    /** Names of the sign-ins that this person has not gone through. */
    missing(): Promise<string[]>;
    start(connection: string): Promise<SignInStart>;
    finish(connection: string, answer: SignInAnswer): Promise<void>;
  };
}

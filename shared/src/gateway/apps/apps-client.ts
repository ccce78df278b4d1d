import type { AppCard, StepRunner } from "../../vocabulary";
import type { CredentialPort } from "../credentials";
import type { TransportOptions } from "../transport/transport-options";
import type { LookRhythm } from "./wait/look-rhythm";

/** A service of AI apps: which there are for the person of the credentials, and the runner of `research` steps. */
export interface AppsClient extends StepRunner {
  /**
   * The apps this person may use, in the order of the service; one that cannot be run from here has an `obstacle`.
   * @throws GenaiError; code "aborted" when the signal ended it
   */
  listApps(signal?: AbortSignal): Promise<AppCard[]>;
}

/** What both services of AI apps ask for. */
export interface AppsClientOptions extends TransportOptions {
  /** Card of the service: its id is the `service` of its apps, and the `model` of their steps. */
  card: { id: string };
  credentials?: CredentialPort;
  /** How often an accepted invocation is looked at; GENAI's own rhythm when left out. */
  rhythm?: LookRhythm;
}

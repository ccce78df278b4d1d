import type { HttpBindings } from "@hono/node-server";
import type { ModelCard, StepRunner } from "@genai-office/shared/vocabulary";
import type { RelayConfig } from "../config/relay-config";
import type { Logger } from "../logging/logger";
import type { Caller } from "../policy/caller";
import type { OpenStreams } from "../streams/open-streams";

/** What the routes share; made once per relay. */
export interface RelayServices {
  config: RelayConfig;
  logger: Logger;
  openStreams: OpenStreams;
  /** The runner that speaks the card's contract, with the keys of the caller where the connection asks for them. */
  runnerFor(card: ModelCard, caller: Caller): StepRunner;
  /** Host names with port under which this relay may be addressed. */
  ownHosts(): Set<string>;
  /** True since the server was told to stop. */
  isStopping(): boolean;
}

/** What middleware leaves for the routes (Hono variables), and the sockets of the server where there are some. */
export interface RelayEnvironment {
  Bindings: Partial<HttpBindings>;
  Variables: { requestId: string };
}

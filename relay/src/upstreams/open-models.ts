import type { ModelCatalogue } from "@genai-office/shared/models/catalogue";
import type { ModelCard, StepRunner } from "@genai-office/shared/vocabulary";
import type { RelayConfig } from "../config/relay-config";
import { localCaller } from "../policy/caller";
import { connectedCatalogue } from "./connections/connected-catalogue";
import { createConnections } from "./connections/connections";
import { createRunners } from "./create-runners";

/** The models a configuration leads to, without a server in front of them. */
export interface OpenModels {
  /** Those that have a connection. */
  catalogue: ModelCatalogue;
  runnerFor(card: ModelCard): StepRunner;
}

/**
 * Reaches the models as a relay of this configuration would, for programs that run steps on their own (the evaluation of
 * models). Nobody is signed in: connections that want a person's own sign-in fail with "sign-in-required".
 * @throws ConfigurationError when the configuration cannot be used
 */
export function openModels(config: RelayConfig): OpenModels {
  const connections = createConnections(config);
  const catalogue = connectedCatalogue(config.catalogue, connections);
  const runners = createRunners({ catalogue }, connections);
  return { catalogue, runnerFor: (card) => runners.runnerFor(card, localCaller) };
}

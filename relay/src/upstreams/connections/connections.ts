import type { CognitoSignIn } from "@genai-office/shared/gateway/cognito";
import type { ModelCard } from "@genai-office/shared/vocabulary";
import { ConfigurationError } from "@genai-office/shared/database";
import type { RelayConfig } from "../../config/relay-config";
import type { OpenaiUpstream, Upstream } from "../../config/upstream-settings";
import { createSignIns } from "../credentials/sign-ins";
import type { SignInTable } from "../credentials/credential-source";

/** The ways out of this relay. */
export interface Connections {
  /** The connection a card leads over; undefined when it is not configured. */
  of(card: ModelCard): Upstream | undefined;
  /** Sign-ins of people, by name. */
  signIns: ReadonlyMap<string, CognitoSignIn>;
  table: SignInTable;
}

/**
 * Reads the connections of a configuration. Nothing is requested.
 * @throws ConfigurationError when a card speaks another contract than the connection it names
 */
export function createConnections(config: Pick<RelayConfig, "catalogue" | "upstream" | "connections">): Connections {
  const { upstreams, signIns: settings } = config.connections ?? { upstreams: new Map(), signIns: new Map() };
  const only = onlyServer(config);
  const of = (card: ModelCard): Upstream | undefined => {
    if (card.upstream === undefined) return card.contract === "openai" ? only : undefined;
    return (upstreams as ReadonlyMap<string, Upstream>).get(card.upstream);
  };
  for (const card of config.catalogue.models) {
    const contract = of(card)?.contract;
    if (contract !== undefined && contract !== card.contract) {
      throw new ConfigurationError(
        `model ${card.id}: its contract is ${card.contract}, but the connection ${card.upstream} speaks ${contract}`,
      );
    }
  }
  const signIns = createSignIns(settings);
  return { of, signIns, table: { settings, signIns } };
}

/** The server that the environment names, as a connection. */
function onlyServer({ upstream }: Pick<RelayConfig, "upstream">): OpenaiUpstream | undefined {
  if (upstream === undefined) return undefined;
  const { baseUrl, keyFile, keyHeader } = upstream;
  return {
    contract: "openai",
    baseUrl,
    credentials: keyFile === undefined ? { kind: "none" } : { kind: "key-file", file: keyFile, header: keyHeader },
  };
}

import type { BotConfiguration } from "@genai-office/teams-bot";
import { connectorBotId, connectorTenant, type Connector } from "../../../playground/src/teams/connector";

type Service = NonNullable<BotConfiguration["channelService"]>;

/** What a process is told of a connector that signs what it sends, in its environment. */
export async function environmentOf({ service }: Connector): Promise<Record<string, string>> {
  if (service === undefined) return {};
  const { ownToken, ...addresses } = service;
  return { SIGNED_SERVICE: JSON.stringify({ ...addresses, token: await ownToken?.() }) };
}

/** The part of a bot's configuration that such a process reads of it; empty for a connector that signs nothing. */
export function channelServiceOf(environment: NodeJS.ProcessEnv): Partial<BotConfiguration> {
  const told = environment["SIGNED_SERVICE"];
  if (told === undefined) return {};
  const { token, ...addresses } = JSON.parse(told) as Omit<Service, "ownToken"> & { token: string };
  return {
    channelService: { ...addresses, ownToken: () => Promise.resolve(token) },
    credentials: { appId: connectorBotId, appPassword: "of no use to anybody", tenantId: connectorTenant },
    serviceHosts: ["127.0.0.1"],
  };
}

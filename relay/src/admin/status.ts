import { isRetired } from "@genai-office/shared/models";
import { promptVersions } from "@genai-office/shared/prompts";
import { taskNames, type ModelCard, type TaskName } from "@genai-office/shared/vocabulary";
import { relayVersion } from "../config/relay-version";
import { todayInJapan } from "../policy/accept-step";
import type { RelayServices } from "../server/relay-services";
import { promptTasks, type MinistrySettings } from "../settings/ministry-settings";
import { wordedVersion } from "../settings/worded-step";
import { killSwitchState } from "./kill-switch-routes";
import type { NodeReports } from "./node-reports";
import { ownCertificateStatus } from "./reachability/certificate-status";
import { endpointsOf } from "./reachability/endpoints";
import type { Reachability } from "./reachability/reachability";
import { settingsWarnings } from "./settings-warnings";
import type { AdminStatus, ModelStatus, SettingsState } from "./shapes";

type StatusServices = Pick<
  RelayServices,
  "auditState" | "config" | "connections" | "killSwitch" | "listedModels" | "settings" | "settingsSource"
>;

/** How the relay and what lies behind it are doing, as far as this node knows without asking the upstreams. */
export async function adminStatus(
  services: StatusServices,
  { nodes, reachability }: { nodes: NodeReports; reachability: Reachability },
): Promise<AdminStatus> {
  const { config, killSwitch, listedModels } = services;
  const settings = services.settings();
  const database = await nodes.databaseStatus();
  // A database that does not answer is what the page has to show, not a reason for showing nothing.
  const isSilent = database.kind !== "none" && database.answersInMs === undefined;
  const seen = isSilent ? [] : await nodes.list().catch(() => []);
  const last = reachability.last();
  const { fault, chain } = services.auditState();
  return {
    version: relayVersion,
    now: new Date().toISOString(),
    settings: settingsState(services),
    prompts: promptsOf(settings),
    models: listedModels.map((card) => modelStatus(card, services)),
    nodes: seen,
    database: { ...database, ...(fault === undefined ? {} : { fault }) },
    ...(chain === undefined ? {} : { audit: chain }),
    ...(config.tls === undefined ? {} : { certificate: ownCertificateStatus(config.tls.cert) }),
    ...(last === undefined ? {} : { reachability: last }),
    killSwitch: killSwitchState(killSwitch),
  };
}

export function settingsState({
  settings,
  settingsSource,
  listedModels,
}: Pick<RelayServices, "settings" | "settingsSource" | "listedModels">): SettingsState {
  const problem = settingsSource.problem();
  return {
    version: settings().version,
    since: new Date(settingsSource.since()).toISOString(),
    ...(problem === undefined ? {} : { problem: { ...problem, since: new Date(problem.since).toISOString() } }),
    warnings: settingsWarnings(settings(), listedModels),
  };
}

function promptsOf({ prompts }: MinistrySettings): Record<TaskName, string> {
  const versions = taskNames.map((task) => {
    const own = promptTasks.find((name) => name === task);
    return [task, wordedVersion(promptVersions[task], own === undefined ? undefined : prompts[own])] as const;
  });
  return Object.fromEntries(versions) as Record<TaskName, string>;
}

function modelStatus(card: ModelCard, services: StatusServices): ModelStatus {
  const { connections, config } = services;
  const { models } = services.settings();
  const own = Object.hasOwn(models.cards, card.id) ? models.cards[card.id] : undefined;
  const [endpoint] = endpointsOf([card], connections);
  return {
    id: card.id,
    name: card.name,
    contract: card.contract,
    region: card.region,
    clearance: own?.clearance ?? card.clearance,
    tasks: card.tasks,
    state: stateOf(card, own?.enabled !== false, config.catalogue.models, services),
    ...(own?.sections === undefined ? {} : { sections: [...own.sections] }),
    ...(endpoint === undefined ? {} : { endpoint: endpoint.origin }),
  };
}

function stateOf(
  card: ModelCard,
  enabled: boolean,
  connected: readonly ModelCard[],
  { killSwitch }: Pick<RelayServices, "killSwitch">,
): ModelStatus["state"] {
  if (!connected.some(({ id }) => id === card.id)) return "unconnected";
  if (isRetired(card, todayInJapan())) return "retired";
  if (!enabled) return "disabled";
  const off = killSwitch
    .thrown()
    .some(({ subject }) => subject.scope === "whole" || (subject.scope === "model" && subject.model === card.id));
  return off ? "switched-off" : "offered";
}

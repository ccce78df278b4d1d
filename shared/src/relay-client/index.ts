/** StepRunner over the relay, for panes and the Teams tab (DESIGN 3). */
export type { AppList, AppService } from "./app-list";
export {
  createConnectionsClient,
  type ConnectionsClient,
  type RelayConnection,
  type SignInStart,
} from "./connections-client";
export type { ClientSettings, OfferedTemplate, PersonLimits, ShownNotice } from "./client-settings";
export { switchFor, type SwitchedOff } from "./switch-for";
export type { JobDetails, JobView } from "./job-views";
export { createJobsClient, type JobsClient } from "./jobs-client";
export type { ModelList } from "./model-list";
export { createRelayClient, type RelayClient, type RelayClientOptions } from "./relay-client";
export { relayUnreached } from "./relay-unreached";

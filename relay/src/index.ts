/** The relay as a part of another process: the playground, measures and tests start it from here. */
export { ConfigurationError, type DatabaseSettings, FolderInUseError } from "@genai-office/shared/database";
export { readEnvironment, type Environment } from "./config/read-environment";
export { defaultModelsFile, readModelsFile } from "./config/read-catalogue";
export { readUpstreamsFile } from "./config/read-upstreams";
export {
  officeJsCdnUrl,
  relayDefaults,
  type RelayConfig,
  type ServedFolder,
  type TlsSettings,
  type UpstreamSettings,
} from "./config/relay-config";
export type { SignInSettings, Upstream, UpstreamsConfig } from "./config/upstream-settings";
export { upstreamCard, withCardInFront, type EnvironmentModel } from "./config/upstream-card";
export { createLogger, logDestination, type Logger } from "./logging/logger";
export { exposureNotice } from "./policy/exposure";
export { createRelay, type Relay, type RelayOptions } from "./server/create-relay";
export { closeServers } from "./server/close-servers";
export { AddressUnusableError, listen, PortInUseError, type ListeningServer } from "./server/listen";
export { startFailure } from "./server/start-failure";
export { stopOnSignal } from "./server/stop-on-signal";
export { openModels, type OpenModels } from "./upstreams/open-models";
export { createStaticFiles, type StaticFiles, type StaticFilesOptions } from "./static-files/static-files";
export { maskingByRelay } from "./masking/masked-by-relay";
export { morphologicalNames } from "./masking/morphological-names";

import type { TokenRatios } from "@genai-office/shared/models";
import type { ModelCard } from "@genai-office/shared/vocabulary";
import type { HttpBindings } from "@hono/node-server";
import type { NodeReports } from "../admin/node-reports";
import type { SharedSecret } from "../admin/shared-secret";
import type { RelayConfig } from "../config/relay-config";
import type { SignedInPerson } from "../policy/caller";
import type { TokenVerifier } from "../sign-in/verify-token";
import type { Audit } from "../audit/audit";
import type { AuditState } from "../audit/audit-watch";
import type { Database } from "@genai-office/shared/database";
import type { KillSwitch } from "../kill-switch/kill-switch";
import type { Limits } from "../limits/limits";
import type { RefusalRecord } from "../run/refusal-record";
import type { Logger } from "../logging/logger";
import type { SectionCatalogue } from "../settings/effective-catalogue";
import type { MinistrySettings } from "../settings/ministry-settings";
import type { SettingsSource } from "../settings/settings-source";
import type { OpenStreams } from "../streams/open-streams";
import type { Connections } from "../upstreams/connections/connections";
import type { Runners } from "../upstreams/create-runners";

/** What the routes share; made once per relay. */
export interface RelayServices extends Runners {
  /** Its catalogue holds the cards that can be reached. */
  config: RelayConfig;
  connections: Connections;
  /** Opens when it is first asked; undefined in a relay without one (tests). */
  database?: Database;
  /** Puts on record what leaves, and what may not. */
  audit: Audit;
  /** Whether the database answers and the audit can be written, as far as this node knows. */
  auditState(): AuditState;
  refusals: RefusalRecord;
  logger: Logger;
  openStreams: OpenStreams;
  /** What characters cost the models, learned from the runs of this process. */
  ratios: TokenRatios;
  /** The catalogue as the settings make it for the people of a section. */
  catalogueFor: SectionCatalogue;
  settingsSource: Pick<SettingsSource, "since" | "problem">;
  /** All cards of the catalogue, also those without a connection. */
  listedModels: readonly ModelCard[];
  nodeReports: NodeReports;
  /** Signs the tokens of the admin page. */
  csrfSecret: SharedSecret;
  killSwitch: KillSwitch;
  limits: Limits;
  /** The settings of the ministry as they are now; asked for anew for every request, because the file may change. */
  settings(): MinistrySettings;
  /** Says who a token is of; none in development mode. */
  verifyToken?: TokenVerifier;
  /** Host names with port under which this relay may be addressed. */
  ownHosts(): Set<string>;
  /** True since the server was told to stop. */
  isStopping(): boolean;
}

/** What middleware leaves for the routes (Hono variables), and the sockets of the server where there are some. */
export interface RelayEnvironment {
  Bindings: Partial<HttpBindings>;
  Variables: { requestId: string; person?: SignedInPerson };
}

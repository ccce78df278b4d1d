import type { SentFile } from "./activity";
import type { ConnectorEvent } from "./connector";
import type { ConversationStore } from "./conversation-store";
import type { ExchangeLog } from "./exchange-log";
import type { FaultList } from "./faults";
import type { ConnectorPerson } from "./people";
import type { TokenService } from "./token-service";

/** What the routes of a connector share. */
export interface RouteContext {
  store: ConversationStore;
  people: readonly ConnectorPerson[];
  tokens: TokenService | undefined;
  faults: FaultList;
  log: ExchangeLog;
  files: Map<string, SentFile>;
  /** Places for files that people have consented to, with the name of the file. */
  uploads: Map<string, { name: string; bytes: number }>;
  origin: () => string;
  botAccount: string;
  now: () => number;
  newId: () => string;
  emit: (event: ConnectorEvent) => void;
}

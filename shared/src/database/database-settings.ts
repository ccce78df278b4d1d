/** Where the relay keeps its state. */
export type DatabaseSettings = EmbeddedSettings | PostgresqlSettings;

/** In this process, in a folder of its own that one process uses at a time. */
export interface EmbeddedSettings {
  kind: "embedded";
  /** Made when it is missing. */
  directory: string;
}

/** A server or cluster that many nodes share. */
export interface PostgresqlSettings {
  kind: "postgresql";
  host: string;
  port: number;
  database: string;
  user: string;
  /** File with the password; read anew for every connection, so that it can be changed without a restart. */
  passwordFile?: string;
  /** Undefined: not encrypted, for this machine only unless asked for by name. */
  tls?: { ca?: string; checkHost: boolean };
  /** Connections of this node at most. */
  connections: number;
}

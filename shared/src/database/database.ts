/**
 * What a statement may be given. Objects are not among them, because drivers disagree on what an object means: JSON is
 * handed over as text and cast in the statement (`$1::jsonb`). Arrays become PostgreSQL arrays (`$1::text[]`).
 */
export type SqlValue = string | number | boolean | null | Date | Uint8Array | readonly string[] | readonly number[];

export interface Queries {
  /**
   * Runs one statement. Rows come the same from both kinds: `bigint` and `numeric` as number, `timestamptz` as Date,
   * `date` as text, `jsonb` parsed, `bytea` as Uint8Array.
   * @throws DatabaseError
   */
  query<Row = Record<string, unknown>>(sql: string, values?: readonly SqlValue[]): Promise<Row[]>;
}

/** The inside of a transaction. */
export interface Transaction extends Queries {
  /** Runs several statements without values, as a migration has them. */
  script(sql: string): Promise<void>;
}

/** PostgreSQL, embedded in this process or a server of its own; the same SQL for both. */
export interface Database extends Queries {
  readonly kind: "embedded" | "postgresql";
  /** `query` for the few statements that every step asks: prepared once for each connection, under the text itself. */
  queryOften<Row = Record<string, unknown>>(sql: string, values: readonly SqlValue[]): Promise<Row[]>;
  /**
   * For reports, exports and verifications, which read much: on a server through a connection of its own whose statements may
   * not take long, so that no step waits for a connection; embedded, the same thread as everything, so ask for little at once.
   */
  readonly aside: Queries;
  /** Commits when `work` resolves, rolls back when it throws. Embedded, all other statements wait meanwhile: keep it short. */
  transaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>;
  /** Waits for what is running, then lets the data go. Nothing can be asked afterwards. */
  close(): Promise<void>;
}

/**
 * A statement that failed. `code` is the SQLSTATE of PostgreSQL, or "CONNECTION" when the database could not be reached.
 * The message of the database is left out: it quotes values.
 */
export class DatabaseError extends Error {
  constructor(
    readonly code: string,
    options?: ErrorOptions,
  ) {
    super(`the database answered ${code}`, options);
    this.name = "DatabaseError";
  }
}

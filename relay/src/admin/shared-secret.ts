import { randomBytes } from "node:crypto";
import { GenaiError } from "@genai-office/shared/vocabulary";
import { within } from "../audit/within";
import type { Queries } from "@genai-office/shared/database";

/**
 * A secret that all nodes of a database share; each process asks for it once, when it starts: who has to switch something off
 * while the database is away can be let in.
 * @throws GenaiError "unavailable" when it is not known and the database does not tell it soon
 */
export type SharedSecret = () => Promise<Uint8Array>;

/** Longer than the first opening of an embedded database takes. Milliseconds. */
const longestMs = 15_000;

/** 256 bits, made by the first node that needs it. Without a database the process has one of its own. */
export function sharedSecret(name: string, database: Queries | undefined): SharedSecret {
  const own = randomBytes(32);
  let known: Promise<Uint8Array> | undefined;

  async function ask(from: Queries): Promise<Uint8Array> {
    await from.query("insert into shared_secrets (name, secret) values ($1, $2) on conflict (name) do nothing", [
      name,
      own,
    ]);
    const [row] = await from.query<{ secret: Uint8Array }>("select secret from shared_secrets where name = $1", [name]);
    // Removed in between: the next question makes another one.
    if (row === undefined) throw new Error("the shared secret is gone");
    return row.secret;
  }

  return () => {
    if (database === undefined) return Promise.resolve(own);
    known ??= ask(database).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return within(longestMs, known).catch((cause: unknown) => {
      throw new GenaiError("unavailable", "the secret of the nodes is not known", { retryable: true, cause });
    });
  };
}

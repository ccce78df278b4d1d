import type { Context } from "hono";
import type { RelayEnvironment } from "../server/relay-services";

/** The call that cuts the connection of a request; does nothing where the request came without a socket. */
export function disconnectOf(context: Context<RelayEnvironment>): () => void {
  return () => context.env.outgoing?.destroy();
}

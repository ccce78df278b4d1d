import type { Context } from "hono";
import type { RelayEnvironment, RelayServices } from "../server/relay-services";

/**
 * The origin this request was addressed to, as people see it: the answer has to come back to the page that asked. The
 * guard has checked that the name is ours.
 */
export function ownAddress(context: Context<RelayEnvironment>, config: RelayServices["config"]): string {
  const host = context.req.header("host") ?? "";
  const { publicOrigin } = config;
  if (publicOrigin !== undefined && new URL(publicOrigin).host === host.toLowerCase()) return publicOrigin;
  return `${config.tls === undefined ? "http" : "https"}://${host}`;
}

import type { MiddlewareHandler } from "hono";
import type { RelayEnvironment } from "../server/relay-services";
import type { Logger } from "./logger";

/** One line per request when its answer begins; a stream's end has a line of its own (run-log.ts). */
export function requestLog(logger: Logger): MiddlewareHandler<RelayEnvironment> {
  return async (context, next) => {
    const startedAt = performance.now();
    await next();
    // The route's pattern, not the path: a path is typed by the client and may hold anything.
    const api = ["/api/", "/v1/", "/ai-apps/"].some((prefix) => context.req.path.startsWith(prefix));
    const line = {
      requestId: context.get("requestId"),
      method: context.req.method,
      route: api ? context.req.routePath : "static",
      status: context.res.status,
      ms: Math.round(performance.now() - startedAt),
    };
    if (api && context.res.status >= 400) logger.warn(line, "request refused");
    else logger.debug(line, "request");
  };
}

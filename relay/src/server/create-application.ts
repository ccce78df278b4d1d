import { randomUUID } from "node:crypto";
import { asGenaiError, GenaiError } from "@genai-office/shared/vocabulary";
import { Hono, type MiddlewareHandler } from "hono";
import { adminRoutes } from "../admin/admin-routes";
import { aiAppRoutes } from "../ai-app-server/ai-app-routes";
import { describeError } from "../logging/describe-error";
import { requestLog } from "../logging/request-log";
import { isOwnRequest } from "../policy/request-origin";
import { appRoutes } from "../routes/apps";
import { chatCompletionRoutes } from "../routes/chat-completions";
import { connectionRoutes } from "../routes/connections";
import { signInOpenRoutes } from "../routes/sign-in-open";
import { signInPageRoutes } from "../routes/sign-in-page";
import { errorResponse } from "../routes/error-response";
import { healthRoutes } from "../routes/health";
import { httpStatus } from "../routes/http-status";
import { jobRoutes } from "../routes/jobs";
import { modelRoutes } from "../routes/models";
import { openaiError } from "../routes/openai-error";
import { openaiModelRoutes } from "../routes/openai-models";
import { settingsRoutes } from "../routes/settings";
import { runReportRoutes } from "../routes/run-reports";
import { stepRoutes } from "../routes/steps";
import { adminHeaders, securityHeaders } from "../static-files/security-headers";
import { requireSignIn } from "../sign-in/require-sign-in";
import { signInRoutes } from "../sign-in/sign-in-routes";
import { createStaticFiles, type StaticFiles } from "../static-files/static-files";
import type { RelayEnvironment, RelayServices } from "./relay-services";

/** Everything the relay answers: API for our panes, API for foreign clients, and the panes themselves. */
export function createApplication(services: RelayServices): Hono<RelayEnvironment> {
  const { config, logger } = services;
  const application = new Hono<RelayEnvironment>();

  application.use(async (context, next) => {
    const requestId = randomUUID();
    context.set("requestId", requestId);
    await next();
    context.header("X-Request-Id", requestId);
  });
  application.use(requestLog(logger));
  application.use(fixedHeaders(securityHeaders(config)));

  // Health is asked by load balancers under any name; it tells nothing that depends on who asks.
  application.route("/api/health", healthRoutes(services));

  // A sign-in service sends the browser here from its own site; the page has no secret and does nothing by itself.
  application.route("/api/connections/callback", signInPageRoutes(services));
  application.route("/api/connections/open", signInOpenRoutes(services));

  // Says where to sign in, so it cannot ask for that.
  application.route("/api/sign-in", signInRoutes(services));

  const guard = apiGuard(services);
  application.use("/api/*", guard);
  application.use("/v1/*", guard);
  if (config.entra !== undefined) {
    // Fail closed: a relay that was told to sign people in never answers without being able to.
    if (services.verifyToken === undefined) throw new Error("a sign-in is configured, but nothing verifies tokens");
    const signedIn = requireSignIn(services.verifyToken, config.entra, services.settings);
    application.use("/api/*", signedIn);
    application.use("/v1/*", signedIn);
  }
  application.route("/api/steps", stepRoutes(services));
  application.route("/api/runs", runReportRoutes(services));
  application.route("/api/models", modelRoutes(services));
  application.route("/api/admin", adminRoutes(services));
  application.route("/api/settings", settingsRoutes(services));
  application.route("/api/apps", appRoutes(services));
  application.route("/api/jobs", jobRoutes(services));
  application.route("/api/connections", connectionRoutes(services));
  application.route("/v1/chat/completions", chatCompletionRoutes(services));
  application.route("/v1/models", openaiModelRoutes(services));
  // Called by GENAI's server, not by our pages: these routes have a guard of their own.
  if (config.aiApps !== undefined) application.route("/ai-apps", aiAppRoutes(services, config.aiApps));
  application.all("/api/*", () => notFound());
  application.all("/v1/*", () => notFound());

  const folders = staticFolders(services);
  application.get("/admin", (context) => context.redirect("/admin/"));
  application.on(["GET", "HEAD"], "*", async (context) => {
    const path = new URL(context.req.url).pathname;
    // A separator in disguise would reach a page under the rules (and headers) of another path.
    if (/%2f|%5c/i.test(path)) return context.text("Not found\n", 404);
    for (const { prefix, files } of folders) {
      if (!path.startsWith(prefix)) continue;
      const found = await files(context.req.raw, path.slice(prefix.length - 1));
      if (found !== undefined) return found;
    }
    return context.text("Not found\n", 404);
  });

  application.onError((thrown, context) => {
    const error = asGenaiError(thrown);
    const requestId = context.get("requestId");
    if (error.code === "internal") logger.error({ requestId, error: describeError(error) }, "unexpected error");
    else logger.info({ requestId, error: describeError(error) }, "request error");
    if (!context.req.path.startsWith("/v1/")) return errorResponse(context, error);
    return context.json(openaiError(error, requestId), httpStatus(error.code));
  });
  return application;
}

function notFound(): never {
  throw new GenaiError("not-found", "no such route");
}

function fixedHeaders(headers: Record<string, string>): MiddlewareHandler<RelayEnvironment> {
  const ofAdmin = adminHeaders(headers);
  return async (context, next) => {
    await next();
    const own = /^\/+admin(?:\/|$)/i.test(context.req.path) ? ofAdmin : headers;
    for (const [name, value] of Object.entries(own)) context.header(name, value);
  };
}

/** Who may use the API at all: our pages and programs on this machine, as long as the server is not going down. */
function apiGuard({ config, ownHosts, isStopping }: RelayServices): MiddlewareHandler<RelayEnvironment> {
  return async (context, next) => {
    const request = {
      host: context.req.header("host"),
      origin: context.req.header("origin"),
      fetchSite: context.req.header("sec-fetch-site"),
    };
    if (!isOwnRequest(request, ownHosts(), config.allowedOrigins)) {
      throw new GenaiError("forbidden", "the request came from, or was addressed to, another site");
    }
    if (isStopping()) throw new GenaiError("unavailable", "the relay is being stopped", { retryable: true });
    await next();
  };
}

interface StaticFolder {
  /** Path the folder stands under, with a slash at both ends. */
  prefix: string;
  files: StaticFiles;
}

function staticFolders({ config }: RelayServices): StaticFolder[] {
  const folders: StaticFolder[] = config.folders.map(({ path, directory }) => ({
    prefix: path,
    files: createStaticFiles({ root: directory }),
  }));
  if (config.staticRoot !== undefined) {
    const { officeJsUrl, displayName } = config;
    const signIn = config.entra === undefined ? ("development" as const) : ("entra" as const);
    const template = { officeJsUrl, displayName, officeScripts: config.officeScripts.join(" "), signIn };
    // The playground's host page is built beside the panes, and belongs to another origin.
    const templateOf = Object.fromEntries(
      Object.entries(config.officeScriptsOf ?? {}).map(([pane, scripts]) => [
        pane,
        { officeScripts: scripts.join(" ") },
      ]),
    );
    const files = createStaticFiles({ root: config.staticRoot, hiddenFolders: ["playground"], template, templateOf });
    folders.push({ prefix: "/", files });
  }
  return folders;
}

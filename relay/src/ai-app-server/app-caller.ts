import { createHash } from "node:crypto";
import { GenaiError } from "@genai-office/shared/vocabulary";
import type { Context } from "hono";
import type { Caller } from "../policy/caller";
import type { RelayEnvironment, RelayServices } from "../server/relay-services";
import { findKey, readAppKeys } from "./app-keys";
import { aiApps } from "./apps";
import type { AiApp } from "./apps/ai-app";
import type { AiAppSettings } from "./ai-app-settings";
import type { JobOwner } from "./jobs/job-id";

/** GENAI's pseudonym of a person: base64url of an HMAC. Anything printable of a sane length is taken. */
const pseudonym = /^[\x21-\x7e]{1,256}$/;

/** The app that was called, the key that opened it, and all that would have. */
export interface OpenedApp {
  app: AiApp;
  key: string;
  keys: readonly string[];
}

/**
 * Lets in who holds the key of the app that is called, under a name of ours, and no browser: pages have no business with
 * these keys, so a request that says it comes from a page is refused even with the right one.
 * @throws GenaiError "forbidden", "unavailable", "not-found", "unauthorized"
 */
export async function openApp(
  context: Context<RelayEnvironment>,
  { ownHosts }: Pick<RelayServices, "ownHosts">,
  settings: AiAppSettings,
): Promise<OpenedApp> {
  const host = context.req.header("host")?.toLowerCase();
  if (host === undefined || !ownHosts().has(host)) throw new GenaiError("forbidden", "addressed to another host");
  if (context.req.header("origin") !== undefined || context.req.header("sec-fetch-site") !== undefined)
    throw new GenaiError("forbidden", "a browser called an AI app");
  const keys = await readAppKeys(settings.keysFile);
  const app = aiApps.get(context.req.param("task") ?? "");
  if (app === undefined || !keys.has(app.task)) throw new GenaiError("not-found", "no such AI app");
  const key = findKey(keys, app.task, context.req.header("x-api-key"));
  if (key === undefined) throw new GenaiError("unauthorized", "the key of the AI app is missing or wrong");
  return { app, key, keys: keys.get(app.task) ?? [] };
}

/**
 * The person behind a request, whom GENAI names by a pseudonym.
 * @throws GenaiError "bad-request" without one: the outcome of a job would belong to nobody
 */
export function ownerOf(context: Context<RelayEnvironment>, { app }: OpenedApp): JobOwner {
  const user = context.req.header("x-user-id");
  if (user === undefined || !pseudonym.test(user)) throw new GenaiError("bad-request", "x-user-id is missing");
  return { app: app.task, user };
}

/** The caller of the steps: a digest, so that neither log nor token store holds the pseudonym itself. */
export function callerOf({ app, user }: JobOwner): Caller {
  const id = createHash("sha256")
    .update(JSON.stringify(["ai-app", app, user]))
    .digest("hex");
  return { id, pseudonym: id, roles: [] };
}

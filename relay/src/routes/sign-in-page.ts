import { readFileSync } from "node:fs";
import { GenaiError } from "@genai-office/shared/vocabulary";
import { Hono } from "hono";
import type { RelayEnvironment, RelayServices } from "../server/relay-services";

/** Where a sign-in service sends the browser back to; this address has to be registered there. */
export const signInPagePath = "/api/connections/callback";

const script = readFileSync(new URL("../upstreams/connections/sign-in-page.js", import.meta.url), "utf8");

/**
 * GET /api/connections/callback: the page that a sign-in ends on. It hands code and state to the window that opened it,
 * if that is of this very origin, and shows one sentence. It needs no script of its own inside it, keeps nothing, and the
 * code is worth something only to the session that started the sign-in.
 */
export function signInPageRoutes({ config, ownHosts }: RelayServices): Hono<RelayEnvironment> {
  const page = pageOf(config.displayName, config.officeJsUrl);
  return new Hono<RelayEnvironment>()
    .use(async (context, next) => {
      const host = context.req.header("host")?.toLowerCase() ?? "";
      if (!ownHosts().has(host)) throw new GenaiError("forbidden", "the request was addressed to another site");
      context.header("Cache-Control", "no-store");
      await next();
    })
    .get("/", (context) => context.html(page))
    .get("/page.js", (context) => context.body(script, 200, { "Content-Type": "text/javascript; charset=utf-8" }));
}

function pageOf(displayName: string, officeJsUrl: string): string {
  return `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(displayName)}</title>
<script src="${signInPagePath}/page.js" data-office-js="${escapeHtml(officeJsUrl)}" defer></script>
</head>
<body>
<main>
<p id="done" hidden>サインインしました。この画面は閉じてかまいません。<br><span lang="en">You are signed in. You may close this window.</span></p>
<p id="failed" hidden>サインインできませんでした。この画面を閉じて、もう一度試してください。<br><span lang="en">Signing in did not work. Close this window and try again.</span></p>
</main>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

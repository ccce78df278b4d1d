import { GenaiError } from "@genai-office/shared/vocabulary";
import { Hono, type Context } from "hono";
import * as v from "valibot";
import type { CognitoSignIn } from "@genai-office/shared/gateway/cognito";
import { callerOf, localCaller, type Caller } from "../policy/caller";
import type { RelayEnvironment, RelayServices } from "../server/relay-services";
import { ownAddress } from "./own-address";
import { readJsonBody } from "./read-json-body";
import { signInPagePath } from "./sign-in-page";

/** A state and a code are short; what is longer is neither. */
const answer = v.strictObject({
  state: v.pipe(v.string(), v.nonEmpty(), v.maxLength(512)),
  code: v.pipe(v.string(), v.nonEmpty(), v.maxLength(4096)),
});
const maximumAnswerBytes = 16 * 1024;

/**
 * Signing in to what lies behind the relay, for the session that asks (header X-Relay-Session):
 * GET / the sign-ins and whether this session has one; POST /:name/start the address to open and the state to expect;
 * POST /:name/finish what came back, by the session that started; POST /:name/sign-out.
 */
export function connectionRoutes(services: RelayServices): Hono<RelayEnvironment> {
  const { connections, config, logger } = services;

  function signInOf(context: Context<RelayEnvironment>): { name: string; signIn: CognitoSignIn } {
    const name = context.req.param("name") ?? "";
    const signIn = connections.signIns.get(name);
    if (signIn === undefined) throw new GenaiError("not-found", "no sign-in of that name");
    return { name, signIn };
  }

  return new Hono<RelayEnvironment>()
    .get("/", (context) => {
      context.header("Cache-Control", "no-store");
      const caller = callerOf(context);
      const list = [...connections.signIns].map(([name, signIn]) => ({
        name,
        kind: connections.table.settings.get(name)!.kind,
        signedIn: caller.id !== localCaller.id && signIn.isSignedIn(caller.id),
      }));
      return context.json(list);
    })
    .post("/:name/start", async (context) => {
      context.header("Cache-Control", "no-store");
      const { signIn } = signInOf(context);
      const caller = personOf(context);
      await readJsonBody(context.req.raw, maximumAnswerBytes);
      return context.json(await signIn.start(caller.id, ownAddress(context, config) + signInPagePath));
    })
    .post("/:name/finish", async (context) => {
      context.header("Cache-Control", "no-store");
      const { name, signIn } = signInOf(context);
      const caller = personOf(context);
      const parsed = v.safeParse(answer, await readJsonBody(context.req.raw, maximumAnswerBytes));
      if (!parsed.success) throw new GenaiError("bad-request", "not the answer of a sign-in");
      await signIn.finish(caller.id, parsed.output);
      logger.info({ requestId: context.get("requestId"), connection: name }, "signed in");
      return context.json({ name, signedIn: true });
    })
    .post("/:name/sign-out", async (context) => {
      context.header("Cache-Control", "no-store");
      const { name, signIn } = signInOf(context);
      const caller = personOf(context);
      await readJsonBody(context.req.raw, maximumAnswerBytes);
      const revoked = await signIn.signOut(caller.id);
      logger.info({ requestId: context.get("requestId"), connection: name, revoked }, "signed out");
      return context.json({ name, signedIn: false, revoked });
    });
}

/** @throws GenaiError "forbidden" for a request without a session: its sign-in would be everybody's */
function personOf(context: Context<RelayEnvironment>): Caller {
  const caller = callerOf(context);
  if (caller.id === localCaller.id) throw new GenaiError("forbidden", "signing in needs a session");
  return caller;
}

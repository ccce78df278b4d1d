import { Hono } from "hono";
import { createHash } from "node:crypto";
import { callerOf } from "../../../../relay/src/policy/caller";
import type { RelayEnvironment } from "../../../../relay/src/server/relay-services";

describe("callerOf", () => {
  const application = new Hono<RelayEnvironment>()
    .get("/", (context) => context.json(callerOf(context)))
    .onError((error, context) => context.text((error as Error & { code: string }).code, 400));
  async function ask(session?: string): Promise<Response> {
    const headers: Record<string, string> = session === undefined ? {} : { "X-Relay-Session": session };
    return application.request("/", { headers });
  }
  const session = Buffer.alloc(32, 7).toString("base64url");

  test("without a session everybody is the same local caller", async () => {
    expect(await (await ask()).json()).toMatchObject({ id: "local", pseudonym: "local" });
  });

  test("a session is told by its hash, which is stable and does not hold it", async () => {
    const caller = (await (await ask(session)).json()) as { id: string };
    expect(caller.id).toBe(createHash("sha256").update(session).digest("hex"));
    expect(await (await ask(session)).json()).toEqual(caller);
    const other = Buffer.alloc(32, 8).toString("base64url");
    expect(await (await ask(other)).json()).not.toEqual(caller);
  });

  test.each(["", "local", "short", "x".repeat(42), "x".repeat(129), "x".repeat(43) + ";y"])(
    "%j is no session",
    async (text) => {
      expect(await (await ask(text)).text()).toBe("bad-request");
    },
  );
});

describe("callerOf with a sign-in", () => {
  const signedIn = (pseudonym: string, roles: readonly ("viewer" | "operator" | "officer")[] = []) =>
    new Hono<RelayEnvironment>()
      .use(async (context, next) => {
        context.set("person", { pseudonym, section: "budget-1", roles });
        await next();
      })
      .get("/", (context) => context.json(callerOf(context)));
  const ask = async (application: Hono<RelayEnvironment>, session?: string) =>
    (await (
      await application.request("/", { headers: session === undefined ? {} : { "X-Relay-Session": session } })
    ).json()) as { id: string };
  const session = Buffer.alloc(32, 7).toString("base64url");

  test("a person is told by the pseudonym, with section and the roles of the token, never by default", async () => {
    expect(await ask(signedIn("p1"))).toEqual({ id: "p1", pseudonym: "p1", section: "budget-1", roles: [] });
    expect(await ask(signedIn("p1", ["viewer"]))).toMatchObject({ roles: ["viewer"] });
  });

  test("a session narrows what is one's own, and opens nothing for somebody else", async () => {
    const own = await ask(signedIn("p1"), session);
    expect(own).toMatchObject({ pseudonym: "p1" });
    expect(own.id).not.toBe("p1");
    expect((await ask(signedIn("p1"), session)).id).toBe(own.id);
    expect((await ask(signedIn("p2"), session)).id).not.toBe(own.id);
    expect(own.id).not.toBe(createHash("sha256").update(session).digest("hex"));
  });
});

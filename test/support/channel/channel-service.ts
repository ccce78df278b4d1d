import type { ChannelService } from "../../../teams-bot/src/channel";
import { startModelServer, type ModelServer } from "../model-server";
import { makeSigningKey, publishedKey, signToken, type Claims, type SigningKey } from "../entra/signing-key";
import { botApplication, hanako, testTenant } from "../entra/tenant";

/** A stand-in for the service between Teams and a bot: its keys, its tokens, its activities, and what the bot posts. */
export interface ChannelStandIn extends ModelServer {
  service: ChannelService;
  key: SigningKey;
  /** Claims of a good token for an activity of this stand-in. */
  claims(change?: Claims): Claims;
  token(change?: Claims): string;
  activity(change?: Record<string, unknown>): Record<string, unknown>;
  /** What the bot has posted. */
  posted: Record<string, unknown>[];
  /** Resolves when so many were posted. */
  posts(count: number): Promise<Record<string, unknown>[]>;
}

export async function startChannelService(): Promise<ChannelStandIn> {
  const key = makeSigningKey();
  const posted: Record<string, unknown>[] = [];
  let notify: () => void = () => undefined;
  const server = await startModelServer((response, request) => {
    const json = (body: unknown, status = 200): void => {
      response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
    };
    const path = request.path.split("?")[0]!;
    if (path === "/openid") {
      return json({ issuer, jwks_uri: `${server.origin}/keys`, id_token_signing_alg_values_supported: ["RS256"] });
    }
    if (path === "/keys") return json({ keys: [{ ...publishedKey(key, issuer), endorsements: ["msteams"] }] });
    if (path.endsWith("/token")) return json({ token_type: "Bearer", expires_in: 3600, access_token: "own-token" });
    posted.push(request.json);
    json({ id: `posted-${posted.length}` }, 201);
    notify();
  });
  const issuer = "https://api.botframework.com";
  const now = (): number => Math.floor(Date.now() / 1000);
  return Object.assign(server, {
    service: {
      issuer,
      openIdMetadataUrl: `${server.origin}/openid`,
      loginUrl: `${server.origin}/login`,
      oauthScope: issuer,
      // Without a login service: the stand-in takes any token.
      ownToken: () => Promise.resolve("own-token"),
    },
    key,
    posted,
    claims: (change: Claims = {}): Claims => ({
      serviceurl: server.origin,
      iss: issuer,
      aud: botApplication,
      nbf: now() - 60,
      exp: now() + 3600,
      ...change,
    }),
    token: (change: Claims = {}) => signToken(Object.assign(server as ChannelStandIn).claims(change), key),
    activity: (change: Record<string, unknown> = {}) => ({
      type: "message",
      id: "message-1",
      text: "こんにちは",
      channelId: "msteams",
      serviceUrl: server.origin,
      from: { id: "29:hanako", aadObjectId: hanako.objectId },
      recipient: { id: `28:${botApplication}` },
      conversation: { id: "conversation-1", conversationType: "personal", tenantId: testTenant },
      ...change,
    }),
    posts: (count: number) =>
      new Promise<Record<string, unknown>[]>((resolve) => {
        notify = () => {
          if (posted.length >= count) resolve(posted);
        };
        notify();
      }),
  });
}

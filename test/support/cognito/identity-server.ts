import { randomBytes } from "node:crypto";
import type { KnownKeys } from "../lambda/signature-v4";
import { startModelServer, type ModelServer, type Reply } from "../model-server";
import { verifyToken } from "./id-tokens";

export const testIdentityPool = "ap-northeast-1:11111111-2222-3333-4444-555555555555";
export const testProvider = "cognito-idp.ap-northeast-1.amazonaws.com/ap-northeast-1_TestPool1";

export interface IdentityServer extends ModelServer {
  /** Keys that were given out, and whose they are; a stand-in Lambda takes these. */
  keys: Map<KnownKeys, string>;
  calls: string[];
  /** How long keys live, in seconds. */
  seconds: number;
  /** Answers in the place of the identity pool. */
  fault: Reply | undefined;
}

/** A stand-in for an identity pool of Amazon Cognito: GetId and GetCredentialsForIdentity (JSON 1.1, unsigned). */
export async function startIdentityPool(): Promise<IdentityServer> {
  const server = await startModelServer((response, request) => {
    if (identity.fault !== undefined) return identity.fault(response, request);
    const operation = String(request.headers["x-amz-target"] ?? "").replace("AWSCognitoIdentityService.", "");
    identity.calls.push(operation);
    const answer = (status: number, body: object): void => {
      response.writeHead(status, { "Content-Type": "application/x-amz-json-1.1" }).end(JSON.stringify(body));
    };
    const { Logins, IdentityPoolId, IdentityId } = request.json as {
      Logins?: Record<string, string>;
      IdentityPoolId?: string;
      IdentityId?: string;
    };
    const claims = verifyToken(Logins?.[testProvider] ?? "");
    if (claims === undefined) return answer(400, { __type: "NotAuthorizedException", message: "秘密の説明" });
    const id = `ap-northeast-1:identity-of-${claims.sub}`;
    if (operation === "GetId" && IdentityPoolId === testIdentityPool) return answer(200, { IdentityId: id });
    if (operation !== "GetCredentialsForIdentity" || IdentityId !== id)
      return answer(400, { __type: "ResourceNotFoundException", message: "秘密の説明" });
    const keys: KnownKeys = {
      accessKeyId: `ASIA${randomBytes(8).toString("hex").toUpperCase()}`,
      secretAccessKey: `secret-key-${randomBytes(20).toString("hex")}`,
      sessionToken: `session-token-${randomBytes(40).toString("hex")}`,
    };
    identity.keys.set(keys, claims.sub);
    answer(200, {
      IdentityId: id,
      Credentials: {
        AccessKeyId: keys.accessKeyId,
        SecretKey: keys.secretAccessKey,
        SessionToken: keys.sessionToken,
        Expiration: Date.now() / 1000 + identity.seconds,
      },
    });
  });
  const identity: IdentityServer = Object.assign(server, {
    keys: new Map<KnownKeys, string>(),
    calls: [],
    seconds: 3600,
    fault: undefined,
  });
  return identity;
}

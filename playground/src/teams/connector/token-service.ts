import { generateKeyPairSync, randomBytes, sign } from "node:crypto";

/** Signs what the connector sends, and publishes the key for it (reference page on Teams, 8.1). */
export class TokenService {
  readonly issuer = "https://api.botframework.com";
  /** What the bot has to show. */
  readonly botToken = randomBytes(24).toString("base64url");
  private readonly keyId = randomBytes(16).toString("base64url");
  private readonly keys = generateKeyPairSync("rsa", { modulusLength: 2048 });

  constructor(private readonly botId: string) {}

  /** OpenID configuration. */
  configuration(origin: string): object {
    return { issuer: this.issuer, jwks_uri: `${origin}/keys`, id_token_signing_alg_values_supported: ["RS256"] };
  }

  keySet(): object {
    const { n, e } = this.keys.publicKey.export({ format: "jwk" });
    return { keys: [{ kty: "RSA", use: "sig", kid: this.keyId, x5t: this.keyId, n, e, endorsements: ["msteams"] }] };
  }

  /** A token for one request to the bot. @param change claims beside or instead of the good ones */
  token(serviceUrl: string, change: Record<string, unknown> = {}): string {
    // Tokens are checked by the machine's clock, not by that of a test.
    const seconds = Math.floor(Date.now() / 1_000);
    const claims = {
      serviceurl: serviceUrl,
      iss: this.issuer,
      aud: this.botId,
      nbf: seconds - 60,
      exp: seconds + 3_600,
      ...change,
    };
    const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
    const input = `${part({ typ: "JWT", alg: "RS256", kid: this.keyId })}.${part(claims)}`;
    return `${input}.${sign("sha256", Buffer.from(input), this.keys.privateKey).toString("base64url")}`;
  }
}

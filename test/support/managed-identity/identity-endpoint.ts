import { startModelServer, type ModelServer, type Reply } from "../model-server";

export interface IdentityEndpoint extends ModelServer {
  tokens: string[];
  seconds: number;
  fault: Reply | undefined;
  /** Makes this process look like one of App Service, until `leave`. */
  enter(): void;
  leave(): void;
}

const names = ["IDENTITY_ENDPOINT", "IDENTITY_HEADER"] as const;

/** A stand-in for the identity endpoint of Azure App Service (api-version 2019-08-01). */
export async function startIdentityEndpoint(): Promise<IdentityEndpoint> {
  const before = names.map((name) => process.env[name]);
  const server = await startModelServer((response, request) => {
    if (endpoint.fault !== undefined) return endpoint.fault(response, request);
    const url = new URL(request.path, server.origin);
    const right =
      request.headers["x-identity-header"] === "test-identity-header" &&
      url.pathname === "/msi/token" &&
      url.searchParams.get("api-version") === "2019-08-01";
    response.setHeader("Content-Type", "application/json");
    if (!right) {
      response.writeHead(400).end(JSON.stringify({ statusCode: 400, message: "秘密の説明" }));
      return;
    }
    const token = `managed-token-${endpoint.tokens.length + 1}-for-${url.searchParams.get("resource")}-${url.searchParams.get("client_id") ?? "system"}`;
    endpoint.tokens.push(token);
    response.end(
      JSON.stringify({
        access_token: token,
        expires_on: String(Math.floor(Date.now() / 1000) + endpoint.seconds),
        resource: url.searchParams.get("resource"),
        token_type: "Bearer",
      }),
    );
  });
  const endpoint: IdentityEndpoint = Object.assign(server, {
    tokens: [],
    seconds: 86_400,
    fault: undefined,
    enter() {
      process.env.IDENTITY_ENDPOINT = `${server.origin}/msi/token`;
      process.env.IDENTITY_HEADER = "test-identity-header";
    },
    leave() {
      names.forEach((name, index) => {
        if (before[index] === undefined) delete process.env[name];
        else process.env[name] = before[index];
      });
    },
  });
  return endpoint;
}

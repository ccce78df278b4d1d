import { createManagedIdentity } from "@genai-office/shared/gateway/managed-identity";
import { GenaiError } from "@genai-office/shared/vocabulary";
import { startIdentityEndpoint, type IdentityEndpoint } from "../../support/managed-identity/identity-endpoint";

describe("a managed identity of Azure", () => {
  let endpoint: IdentityEndpoint;
  // One for all tests: MSAL looks once in the life of a process where its endpoint is.
  beforeAll(async () => {
    endpoint = await startIdentityEndpoint();
    endpoint.enter();
  });
  beforeEach(() => {
    endpoint.fault = undefined;
    endpoint.tokens.length = 0;
    endpoint.requests.length = 0;
    endpoint.seconds = 86_400;
  });
  afterAll(() => endpoint.leave());
  const resource = "https://cognitiveservices.azure.com";

  async function failureOf(promise: Promise<unknown>): Promise<GenaiError> {
    const thrown = await promise.then(
      () => undefined,
      (error: unknown) => error,
    );
    if (!GenaiError.isInstance(thrown)) throw new Error("did not fail by name");
    expect(`${thrown.message} ${String(thrown.cause)}`).not.toMatch(/秘密|managed-token/);
    return thrown;
  }

  test("one token for all who ask, kept while it is good, fetched anew when it is not", async () => {
    const token = createManagedIdentity({ resource });
    const [first, second] = await Promise.all([token(), token()]);
    expect(first).toBe(`managed-token-1-for-${resource}-system`);
    expect([second, await token()]).toEqual([first, first]);
    expect(endpoint.requests).toHaveLength(1);
    endpoint.seconds = 1;
    const short = createManagedIdentity({ resource });
    const before = await short();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(await short()).not.toBe(before);
  });

  test("a user-assigned identity is named", async () => {
    const token = createManagedIdentity({ resource, clientId: "11111111-2222-3333-4444-555555555555" });
    expect(await token()).toMatch(/-11111111-2222-3333-4444-555555555555$/);
  });

  test.each([
    [400, "unauthorized", false],
    [401, "unauthorized", false],
    [403, "forbidden", false],
    [408, "unavailable", true],
  ])("a refusal %i is %s, without the endpoint's words", async (status, code, retryable) => {
    endpoint.fault = (response) => {
      response.writeHead(status, { "Content-Type": "application/json" });
      response.end(JSON.stringify({ statusCode: status, message: "秘密の説明", error: "秘密の説明" }));
    };
    expect(await failureOf(createManagedIdentity({ resource })())).toMatchObject({ code, retryable });
  });

  test("an endpoint that never answers is a timeout, and the next asker asks anew", async () => {
    endpoint.fault = () => undefined;
    const token = createManagedIdentity({ resource, timeoutMs: 100 });
    expect(await failureOf(token())).toMatchObject({ code: "timeout", retryable: true });
    endpoint.fault = undefined;
    expect(await token()).toMatch(/^managed-token/);
  });

  test("an endpoint that is not there", async () => {
    await endpoint.close();
    expect(await failureOf(createManagedIdentity({ resource })())).toMatchObject({
      code: "connection-failed",
      retryable: true,
    });
  });
});

import { PublicClientApplication } from "@azure/msal-browser";
import { createMsalSignIn } from "../../../../shared/src/pane/sign-in/msal-sign-in";
import { dialogMessage } from "../../../../shared/src/pane/sign-in/dialog-result";
import type { SignInSurroundings } from "../../../../shared/src/pane/sign-in/office-surroundings";
import type { EntraOffer, SignIn } from "../../../../shared/src/sign-in";
import { idTokenClaims } from "../../../support/entra/claims";
import { makeSigningKey, signToken } from "../../../support/entra/signing-key";
import {
  hanako,
  paneApplication,
  relayAudience,
  taro,
  testTenant,
  type TestPerson,
} from "../../../support/entra/tenant";

/**
 * The bridge by which Office signs people in for its add-ins, as msal-browser speaks to it (its types under naa/). Nobody has
 * seen a real one here: what is shown is that our branch works with the library's own protocol.
 */
const key = makeSigningKey();
const authority = "https://login.example";
const offer: EntraOffer = {
  mode: "entra",
  clientId: paneApplication,
  authority: `${authority}/${testTenant}`,
  scopes: [`${relayAudience}/GenAI.Use`],
};

interface Envelope {
  method: string;
  requestId: string;
  tokenParams?: { scope?: string; forceRefresh?: boolean; loginHint?: string };
}

let asked: Envelope[];
let person: TestPerson;
let refusal: { status: string; code?: string; description?: string } | undefined;
let silentRefused: boolean;
let tokens: number;

function answer(message: Envelope): object {
  if (message.method === "GetInitContext") {
    return {
      success: true,
      initContext: {
        sdkName: "test",
        sdkVersion: "1",
        capabilities: { queryAccount: true },
        accountContext: {
          homeAccountId: `${person.objectId}.${testTenant}`,
          environment: "login.example",
          tenantId: testTenant,
        },
      },
    };
  }
  if (refusal !== undefined) return { success: false, error: refusal };
  if (silentRefused && message.method === "GetToken") {
    return { success: false, error: { status: "USER_INTERACTION_REQUIRED", code: "x", description: "secret" } };
  }
  tokens += 1;
  return {
    success: true,
    token: {
      access_token: `token-${tokens}`,
      expires_in: 3600,
      id_token: signToken(idTokenClaims(person, { authority }), key),
      scope: offer.scopes.join(" "),
      properties: null,
    },
    account: {
      homeAccountId: `${person.objectId}.${testTenant}`,
      environment: "login.example",
      tenantId: testTenant,
      username: person.userName,
      localAccountId: person.objectId,
      name: person.name,
    },
  };
}

function installOffice(account: TestPerson | undefined): void {
  let listener: (message: string) => void = () => undefined;
  Object.assign(window, {
    nestedAppAuthBridge: {
      addEventListener: (_name: string, heard: (message: string) => void) => (listener = heard),
      postMessage(text: string) {
        const message = JSON.parse(text) as Envelope;
        asked.push(message);
        const reply = { messageType: "NestedAppAuthResponse", requestId: message.requestId, ...answer(message) };
        setTimeout(() => listener(JSON.stringify(reply)), 0);
      },
    },
    Office: {
      context: {
        requirements: {
          isSetSupported: (name: string, version: string) => name === "NestedAppAuth" && version === "1.1",
        },
        ui: {
          displayDialogAsync: () => {
            throw new Error("no dialog may be opened here");
          },
        },
      },
      auth: {
        getAuthContext: () =>
          account === undefined
            ? Promise.reject(new Error("not here"))
            : Promise.resolve({ userObjectId: account.objectId, loginHint: account.userName }),
      },
    },
  });
}

async function open(account: TestPerson | undefined = undefined): Promise<SignIn> {
  installOffice(account);
  return createMsalSignIn(offer);
}

beforeEach(() => {
  asked = [];
  person = hanako;
  refusal = undefined;
  silentRefused = false;
  tokens = 0;
  window.sessionStorage.clear();
});

const methods = () => asked.map(({ method }) => method).filter((method) => method !== "GetInitContext");

it("gets a token from Office without showing anything", async () => {
  const signIn = await open();
  expect(await signIn.token()).toBe("token-1");
  expect(methods()).toEqual(["GetToken"]);
  expect(asked.at(-1)!.tokenParams!.scope).toContain(`${relayAudience}/GenAI.Use`);
  expect(signIn.signedInAs()).toBe(hanako.userName);
});

it("asks for another one when the relay has refused it", async () => {
  const signIn = await open();
  const first = await signIn.token();
  expect(await signIn.token({ renew: true })).not.toBe(first);
});

it("many requests at once ask Office once", async () => {
  const signIn = await open();
  const got = await Promise.all(Array.from({ length: 20 }, () => signIn.token()));
  expect(new Set(got)).toEqual(new Set(["token-1"]));
  expect(methods()).toHaveLength(1);
});

it("needs a click where Office wants to ask the person, and then lets Office ask", async () => {
  silentRefused = true;
  const signIn = await open();
  await expect(signIn.token()).rejects.toMatchObject({ code: "sign-in-required" });
  expect(methods()).not.toContain("GetTokenPopup");
  expect(await signIn.token({ interactive: true })).toBe("token-1");
  expect(methods().at(-1)).toBe("GetTokenPopup");
});

it("the person who says no is no error, and the words of the bridge go nowhere", async () => {
  refusal = { status: "USER_CANCEL", code: "user_cancel", description: "hanako@ministry.example" };
  const signIn = await open();
  const error = (await signIn.token({ interactive: true }).catch((thrown: unknown) => thrown)) as Error;
  expect(error).toMatchObject({ code: "aborted" });
  expect(`${error.stack}${String(error.cause)}`).not.toContain("hanako");
});

it("does not take the token of another account than the one Office is signed in with", async () => {
  const signIn = await open(hanako);
  person = taro;
  await expect(signIn.token()).rejects.toMatchObject({ code: "sign-in-required" });
  person = hanako;
  expect(await signIn.token()).toMatch(/^token-/);
});

describe("where it is offered and does not work", () => {
  let windows: number;

  /** Teams that says that it signs people in for its pages, and opens a window for the rest. */
  function teams(answer: (() => string | undefined) | undefined): SignInSurroundings {
    const account = { userObjectId: hanako.objectId, loginHint: hanako.userName };
    return {
      isNested: () => true,
      window: () =>
        answer &&
        ((read) => {
          windows += 1;
          const told = answer();
          return Promise.resolve(told === undefined ? undefined : read(told));
        }),
      account: () => Promise.resolve(account),
    };
  }

  const signedIn = (): string =>
    dialogMessage({
      accessToken: "token-of-the-window",
      idToken: signToken(idTokenClaims(hanako, { authority }), key),
      scopes: offer.scopes,
      expiresOn: new Date(Date.now() + 3_600_000),
      account: {
        homeAccountId: `${hanako.objectId}.${testTenant}`,
        environment: "login.example",
        tenantId: testTenant,
        username: hanako.userName,
        localAccountId: hanako.objectId,
        tenantProfiles: new Map(),
      },
      authority: offer.authority,
      idTokenClaims: idTokenClaims(hanako, { authority }),
    } as never);

  beforeEach(() => {
    windows = 0;
    installOffice(hanako);
    // Nobody has a session at the login service, whose frame has no window in here.
    const asks = { errorCode: "interaction_required" };
    jest.spyOn(PublicClientApplication.prototype, "ssoSilent").mockRejectedValue(asks);
  });
  afterEach(() => jest.restoreAllMocks());

  it("without its bridge, a click opens the window of the program, and no other", async () => {
    delete (window as { nestedAppAuthBridge?: unknown }).nestedAppAuthBridge;
    const opened = jest.spyOn(window, "open").mockReturnValue(null);
    const signIn = await createMsalSignIn(offer, teams(signedIn));
    expect(await signIn.token({ interactive: true })).toBe("token-of-the-window");
    expect([windows, opened.mock.calls.length]).toEqual([1, 0]);
  });

  it("refused by the program, a click opens its window, and the next visit does so at once", async () => {
    refusal = { status: "PERSISTENT_ERROR", code: "not_registered", description: "secret" };
    const signIn = await createMsalSignIn(offer, teams(signedIn));
    await expect(signIn.token()).rejects.toMatchObject({ code: expect.any(String) as string });
    expect(windows).toBe(0);
    expect(await signIn.token({ interactive: true })).toBe("token-of-the-window");
    expect(signIn.signedInAs()).toBe(hanako.userName);
    const before = asked.length;
    const again = await createMsalSignIn(offer, teams(signedIn));
    expect(await again.token({ interactive: true })).toBe("token-of-the-window");
    expect(asked).toHaveLength(before);
  });

  it.each([
    ["USER_CANCEL", "aborted"],
    ["NO_NETWORK", "connection-failed"],
  ])("%s is no reason for another window", async (status, code) => {
    refusal = { status };
    const signIn = await createMsalSignIn(offer, teams(signedIn));
    await expect(signIn.token({ interactive: true })).rejects.toMatchObject({ code });
    expect(windows).toBe(0);
  });

  it("the person who closes the window is no error", async () => {
    refusal = { status: "PERSISTENT_ERROR" };
    const signIn = await createMsalSignIn(
      offer,
      teams(() => undefined),
    );
    await expect(signIn.token({ interactive: true })).rejects.toMatchObject({ code: "aborted" });
    expect(windows).toBe(1);
  });
});

import { readSignInOffer, signInError } from "@genai-office/shared/sign-in";
import { GenaiError } from "@genai-office/shared/vocabulary";

describe("what the relay says about its sign-in", () => {
  const entra = { mode: "entra", clientId: "c", authority: "https://login.example/t", scopes: ["api://r/GenAI.Use"] };

  test("is read", () => {
    expect(readSignInOffer({ mode: "development", more: 1 })).toEqual({ mode: "development" });
    expect(readSignInOffer(entra)).toEqual(entra);
  });

  test.each([
    ["nothing", undefined],
    ["a mode of a newer relay", { mode: "passkey" }],
    ["no mode", {}],
    ["no application", { ...entra, clientId: undefined }],
    ["an address without https", { ...entra, authority: "http://login.example/t" }],
    ["no scope", { ...entra, scopes: [] }],
    ["a page", "<html>"],
  ])("%s is an error, never a way around the sign-in", (_name, document) => {
    expect(() => readSignInOffer(document)).toThrow(GenaiError);
  });
});

describe("an error of a sign-in library", () => {
  test.each([
    ["interaction_required", "sign-in-required"],
    ["login_required", "sign-in-required"],
    ["no_tokens_found", "sign-in-required"],
    ["timed_out", "sign-in-required"],
    ["something_newer", "sign-in-required"],
    ["user_cancelled", "aborted"],
    ["popup_window_error", "host-error"],
    ["post_request_failed", "connection-failed"],
    ["invalid_client", "unauthorized"],
    ["access_denied", "forbidden"],
    [undefined, "sign-in-required"],
  ])("%s means %s, and its words are dropped", (errorCode, code) => {
    const thrown = Object.assign(new Error("AADSTS50058 hanako@ministry.example"), { errorCode });
    const error = signInError(thrown);
    expect(error.code).toBe(code);
    expect(`${error.stack} ${String(error.cause)}`).not.toContain("hanako");
  });

  test("one of ours stays as it is", () => {
    const error = new GenaiError("aborted", "x");
    expect(signInError(error)).toBe(error);
  });
});

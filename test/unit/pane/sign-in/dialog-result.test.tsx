import type { AuthenticationResult } from "@azure/msal-browser";
import { dialogMessage, readDialogMessage } from "../../../../shared/src/pane/sign-in/dialog-result";

const result = {
  accessToken: "a",
  idToken: "i",
  scopes: ["s"],
  expiresOn: new Date(1_800_000_000_000),
  extExpiresOn: new Date(1_800_000_100_000),
  account: { localAccountId: "o", tenantProfiles: new Map([["t", { tenantId: "t", localAccountId: "o" }]]) },
} as unknown as AuthenticationResult;

it("crosses from the dialog to the pane whole, dates and maps included", () => {
  expect(readDialogMessage(dialogMessage(result))).toEqual(result);
  expect(readDialogMessage(dialogMessage(undefined))).toBe("failed");
});

it.each([
  ["another text", "hello"],
  ["an object", { type: "genai-signed-in", failed: true }],
  ["another kind", JSON.stringify({ type: "genai-sign-in", failed: true })],
  ["no token", JSON.stringify({ type: "genai-signed-in", result: { account: {} }, profiles: [] })],
  [
    "no end",
    JSON.stringify({ type: "genai-signed-in", result: { accessToken: "a", idToken: "i", account: {} }, profiles: [] }),
  ],
])("%s is no answer", (_name, told) => {
  expect(readDialogMessage(told)).toBeUndefined();
});

import { createTokenCache } from "../../../../relay/src/sign-in/token-cache";
import type { TokenIdentity } from "../../../../relay/src/sign-in/signed-in-person";

const identity = (expiresAt: number): TokenIdentity => ({
  tenantId: "t",
  objectId: "o",
  clientId: "c",
  kind: "person",
  groups: [],
  roles: [],
  expiresAt,
});

test("forgets after five minutes, and never later than the token ends", () => {
  let now = 0;
  const cache = createTokenCache(10, () => now);
  cache.set("long", identity(3600));
  cache.set("short", identity(60));
  now = 59_999;
  expect(cache.get("short")).toBeDefined();
  now = 60_000;
  expect(cache.get("short")).toBeUndefined();
  now = 299_999;
  expect(cache.get("long")).toBeDefined();
  now = 300_000;
  expect(cache.get("long")).toBeUndefined();
  expect(cache.size).toBe(0);
});

test("holds no more than it may, and drops what was used longest ago", () => {
  const cache = createTokenCache(3, () => 0);
  for (const key of ["a", "b", "c"]) cache.set(key, identity(3600));
  cache.get("a");
  cache.set("d", identity(3600));
  expect(["a", "b", "c", "d"].map((key) => cache.get(key) !== undefined)).toEqual([true, false, true, true]);
  expect(cache.size).toBe(3);
});

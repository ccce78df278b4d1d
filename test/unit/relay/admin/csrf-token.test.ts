import { isCsrfToken, makeCsrfToken } from "../../../../relay/src/admin/csrf-token";

const secret = () => Promise.resolve(new Uint8Array(32).fill(7));
const other = () => Promise.resolve(new Uint8Array(32).fill(8));

test("a token is good for its caller, its secret and its time, and for nothing else", async () => {
  const { token } = await makeCsrfToken(secret, "anna", 1_000_000);
  expect(await isCsrfToken(secret, "anna", token, 999_999)).toBe(true);
  expect(await isCsrfToken(secret, "anna", token, 1_000_000)).toBe(false);
  expect(await isCsrfToken(secret, "ben", token, 0)).toBe(false);
  expect(await isCsrfToken(other, "anna", token, 0)).toBe(false);
  expect(await isCsrfToken(secret, "anna", token.replace(/^\d+/, "2000000"), 0)).toBe(false);
  expect(await isCsrfToken(secret, "anna", `0${token}`, 0)).toBe(false);
});

test.each([
  undefined,
  "",
  ".",
  "1.",
  "1.x",
  "x.".padEnd(60, "A"),
  `1000000.${"A".repeat(44)}`,
  "1e9." + "A".repeat(43),
])("%j is no token", async (token) => {
  expect(await isCsrfToken(secret, "anna", token, 0)).toBe(false);
});

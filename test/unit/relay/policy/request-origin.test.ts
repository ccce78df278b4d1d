import { entraSettings } from "../../../support/entra/relay-settings";
import { checkExposure, ownHosts } from "../../../../relay/src/policy/exposure";
import { isOwnRequest } from "../../../../relay/src/policy/request-origin";

describe("isOwnRequest", () => {
  const hosts = ownHosts({}, 8443);
  const allowed = ["https://localhost:8444"];
  const from = (host?: string, origin?: string, fetchSite?: string): boolean =>
    isOwnRequest({ host, origin, fetchSite }, hosts, allowed);

  test.each(["localhost:8443", "LOCALHOST:8443", "127.0.0.1:8443", "[::1]:8443"])("host %s is ours", (host) => {
    expect(from(host)).toBe(true);
  });

  test.each([undefined, "", "localhost", "localhost:8444", "rebound.example:8443", "localhost:8443.evil.example"])(
    "host %s is not",
    (host) => expect(from(host)).toBe(false),
  );

  test.each(["https://localhost:8443", "https://127.0.0.1:8443", "https://localhost:8444"])(
    "origin %s is ours",
    (origin) => {
      expect(from("localhost:8443", origin)).toBe(true);
    },
  );

  test.each([
    "null",
    "https://evil.example",
    "https://localhost:9999",
    "https://evil.example/https://localhost:8443",
    "ftp://localhost:8443",
  ])("origin %s is not", (origin) => expect(from("localhost:8443", origin)).toBe(false));

  test("a request of another site without an origin is refused by its fetch metadata", () => {
    expect(from("localhost:8443", undefined, "cross-site")).toBe(false);
    expect(from("localhost:8443", undefined, "same-origin")).toBe(true);
  });

  test("a port of its own scheme may be left out", () => {
    expect(isOwnRequest({ host: "localhost", origin: undefined, fetchSite: undefined }, ownHosts({}, 443), [])).toBe(
      true,
    );
  });

  test("the public origin is ours as well", () => {
    const known = ownHosts({ publicOrigin: "https://genai.example.go.jp" }, 8080);
    const request = { host: "genai.example.go.jp", origin: "https://genai.example.go.jp", fetchSite: undefined };
    expect(isOwnRequest(request, known, [])).toBe(true);
  });
});

describe("checkExposure", () => {
  const publicOrigin = "https://genai.example.go.jp";
  const entra = entraSettings({ origin: "https://login.example" });
  const tls = { key: "", cert: "" };

  test("loopback needs nothing, with and without sign-in", () => {
    for (const host of ["127.0.0.1", "localhost", "::1"]) {
      expect(() => checkExposure({ host, tlsElsewhere: false })).not.toThrow();
      expect(() => checkExposure({ host, tlsElsewhere: false, entra })).not.toThrow();
    }
  });

  test.each(["0.0.0.0", "::", "192.0.2.1", "genai.example.go.jp", ""])("without sign-in nothing opens %j", (host) => {
    const everything = { host, tlsElsewhere: true, tls, publicOrigin };
    expect(() => checkExposure(everything)).toThrow("ENTRA_TENANT_ID");
    expect(() => checkExposure({ ...everything, host: "127.0.0.1" })).toThrow("ENTRA_TENANT_ID");
  });

  test("with sign-in: the public origin by https, and TLS here or stated to be elsewhere", () => {
    const open = { host: "0.0.0.0", tlsElsewhere: false, entra };
    expect(() => checkExposure({ ...open, tls })).toThrow("RELAY_PUBLIC_ORIGIN");
    expect(() => checkExposure({ ...open, tls, publicOrigin: "http://genai.example.go.jp" })).toThrow("https");
    expect(() => checkExposure({ ...open, publicOrigin })).toThrow("RELAY_TLS_ELSEWHERE");
    expect(() => checkExposure({ ...open, host: "127.0.0.1", publicOrigin })).toThrow("RELAY_TLS_ELSEWHERE");
    expect(() => checkExposure({ ...open, tls, publicOrigin })).not.toThrow();
    expect(() => checkExposure({ ...open, tlsElsewhere: true, publicOrigin })).not.toThrow();
  });
});

import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdminClient } from "../../../../relay/admin-page/admin-client";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let origin: string;
let asked: { path: string; headers: IncomingMessage["headers"] }[];
let answer: Answer;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push({ path: request.url ?? "", headers: request.headers });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => (asked = []));

const json = (response: ServerResponse, body: unknown, status = 200): void =>
  void response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
const session = (csrfToken: string, leftMs: number) => ({
  pseudonym: "p",
  roles: ["operator"],
  development: false,
  displayName: "試験",
  csrfToken,
  csrfExpires: new Date(Date.now() + leftMs).toISOString(),
});
const credentials = {
  headers: () => Promise.resolve({ Authorization: "Bearer old" }),
  renewedHeaders: () => Promise.resolve({ Authorization: "Bearer new" }),
};
const off = { subject: { scope: "whole" as const }, off: true };

test("a change carries the token of the session, which is asked for once while it is good", async () => {
  answer = ({ url }, response) =>
    json(response, url === "/api/admin/session" ? session("token-1", 600_000) : { known: true, switchedOff: [] });
  const client = createAdminClient(origin, credentials);
  await client.changeSwitch(off);
  await client.changeSwitch(off);
  expect(asked.map(({ path }) => path)).toEqual([
    "/api/admin/session",
    "/api/admin/kill-switch",
    "/api/admin/kill-switch",
  ]);
  expect(asked[1]?.headers).toMatchObject({ "x-csrf-token": "token-1", authorization: "Bearer old" });
});

test("a token that is about to expire is asked for anew", async () => {
  answer = ({ url }, response) =>
    json(response, url === "/api/admin/session" ? session("token-2", 30_000) : { known: true, switchedOff: [] });
  const client = createAdminClient(origin, credentials);
  await client.session();
  await client.changeSwitch(off);
  expect(asked.map(({ path }) => path)).toEqual(["/api/admin/session", "/api/admin/session", "/api/admin/kill-switch"]);
});

test("a refused access token is renewed once, and then the refusal is told", async () => {
  answer = ({ headers }, response) =>
    headers.authorization === "Bearer new"
      ? json(response, { version: "1" })
      : json(response, { error: { code: "sign-in-required", retryable: false } }, 401);
  await expect(createAdminClient(origin, credentials).status()).resolves.toEqual({ version: "1" });
  answer = (_, response) => json(response, { error: { code: "sign-in-required", retryable: false } }, 401);
  asked = [];
  await expect(createAdminClient(origin, credentials).status()).rejects.toMatchObject({ code: "sign-in-required" });
  expect(asked).toHaveLength(2);
});

test.each<[string, Answer, string]>([
  ["a refusal by its code", (_, response) => json(response, { error: { code: "forbidden" } }, 403), "forbidden"],
  ["a page of a proxy as an unknown failure", (_, response) => void response.writeHead(502).end("<html>"), "internal"],
  ["a lost connection", (request) => void request.socket.destroy(), "connection-failed"],
])("tells %s", async (_, reply, code) => {
  answer = reply;
  await expect(createAdminClient(origin, credentials).settings()).rejects.toMatchObject({ code });
});

test("an export that breaks off is no file", async () => {
  answer = (_, response) => {
    response.writeHead(200, { "Content-Type": "text/csv" });
    response.write("a,b\r\n");
    setImmediate(() => response.destroy());
  };
  const period = { from: "2026-11-01", to: "2026-11-02" };
  await expect(createAdminClient(origin, credentials).exportAudit(period, "csv")).rejects.toMatchObject({
    code: expect.stringMatching(/^connection-/) as string,
  });
});

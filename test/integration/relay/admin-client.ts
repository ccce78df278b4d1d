import { request as httpRequest } from "node:http";
import type { AdminSession, KillSwitchChange } from "../../../relay/src/admin/shapes";

/** What a request of the admin page carries; `undefined` leaves a header out. */
export type AdminHeaders = Record<string, string | undefined>;

export interface AdminAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/** Asks the admin API with exactly these headers: `fetch` would not let a test set Origin, Host or Sec-Fetch-Site freely. */
export function ask(
  origin: string,
  method: string,
  path: string,
  headers: AdminHeaders,
  body?: string,
): Promise<AdminAnswer> {
  const { hostname, port, host } = new URL(origin);
  const given = Object.fromEntries(
    Object.entries({ Host: host, ...headers }).filter(([, value]) => value !== undefined),
  );
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      { host: hostname, port, method, path: `/api/admin${path}`, headers: given as Record<string, string> },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.on("end", () =>
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            text: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

/** Headers of a change that a browser sends from the page itself. */
export function changeHeaders(origin: string, token: string | undefined, more: AdminHeaders = {}): AdminHeaders {
  return {
    "Content-Type": "application/json",
    Origin: origin,
    "Sec-Fetch-Site": "same-origin",
    "X-Csrf-Token": token,
    ...more,
  };
}

export async function sessionOf(origin: string, headers: AdminHeaders = {}): Promise<AdminSession> {
  return JSON.parse((await ask(origin, "GET", "/session", headers)).text) as AdminSession;
}

/** Switches something off or on, as the page does. */
export async function change(origin: string, what: KillSwitchChange, headers: AdminHeaders = {}): Promise<AdminAnswer> {
  const { csrfToken } = await sessionOf(origin, headers);
  return ask(origin, "POST", "/kill-switch", changeHeaders(origin, csrfToken, headers), JSON.stringify(what));
}

import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { connect, type DetailedPeerCertificate, type TLSSocket } from "node:tls";
import { clockAhead } from "../clock-ahead";
import type { CertificateStatus, EndpointStatus } from "../shapes";
import { certificateStatus } from "./certificate-status";
import type { Endpoint } from "./endpoints";

/** How long one server may take. Milliseconds. */
const longestMs = 5_000;

/** `Date` headers are whole seconds, cut off: the true moment is up to a second later (RFC 9110, 6.6.1). */
const wholeSecondMs = 1000;

/**
 * Asks a server for the headers of its address: no body, no key, nothing of a document. Any answer in HTTP counts as
 * reachable; whether a key is right shows when a model is used.
 */
export async function probeEndpoint({ origin, url, models }: Endpoint): Promise<EndpointStatus> {
  const secure = url.startsWith("https:");
  // On a connection of its own, which takes any certificate and sends nothing: also one that has expired has a date.
  const [certificate, answer] = await Promise.all([secure ? readCertificate(new URL(url)) : undefined, ask(url)]);
  return { endpoint: origin, models, ...answer, ...(certificate === undefined ? {} : { certificate }) };
}

type Answer = Pick<EndpointStatus, "reachable" | "status" | "fault" | "answersInMs" | "clockAheadMs">;

function ask(url: string): Promise<Answer> {
  const startedAt = performance.now();
  const send = url.startsWith("https:") ? httpsRequest : httpRequest;
  return new Promise((resolve) => {
    const outgoing = send(url, { method: "HEAD", agent: false, headers: { "User-Agent": "genai-relay" } });
    const timer = setTimeout(
      () => outgoing.destroy(Object.assign(new Error("timeout"), { code: "timeout" })),
      longestMs,
    );
    outgoing.on("response", (incoming) => {
      clearTimeout(timer);
      const answersInMs = Math.round(performance.now() - startedAt);
      incoming.resume();
      outgoing.destroy();
      resolve({ reachable: true, status: incoming.statusCode ?? 0, answersInMs, ...clockOf(incoming, answersInMs) });
    });
    outgoing.on("error", (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      // A second call, after an answer, changes nothing.
      resolve({ reachable: false, fault: faultOf(error) });
    });
    outgoing.end();
  });
}

function clockOf(incoming: IncomingMessage, answersInMs: number): { clockAheadMs?: number } {
  const told = Date.parse(incoming.headers.date ?? "");
  if (Number.isNaN(told)) return {};
  const to = Date.now();
  return { clockAheadMs: clockAhead({ from: to - answersInMs, to }, { from: told, to: told + wholeSecondMs }) };
}

function readCertificate({ hostname, port }: URL): Promise<CertificateStatus | undefined> {
  return new Promise((resolve) => {
    const host = hostname.replace(/^\[(.*)\]$/, "$1");
    const socket: TLSSocket = connect({
      host,
      port: port === "" ? 443 : Number(port),
      // Server names are names, not addresses (RFC 6066, 3).
      ...(/^[\d.]+$|:/.test(host) ? {} : { servername: host }),
      rejectUnauthorized: false,
    });
    const end = (certificate?: Partial<DetailedPeerCertificate>): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(certificate?.valid_to === undefined ? undefined : certificateStatus(new Date(certificate.valid_to)));
    };
    const timer = setTimeout(end, longestMs);
    socket.on("secureConnect", () => end(socket.getPeerCertificate(true)));
    socket.on("error", () => end());
  });
}

/** The name of a system or TLS error; anything else would be words of somebody. */
function faultOf({ code }: NodeJS.ErrnoException): string {
  return code !== undefined && /^[A-Za-z0-9_]{1,60}$/.test(code) ? code : "failed";
}

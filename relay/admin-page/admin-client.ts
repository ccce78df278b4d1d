import { fromWireError, GenaiError, type WireError } from "@genai-office/shared/vocabulary";
import {
  csrfHeader,
  type AdminSession,
  type AdminSettings,
  type AdminStatus,
  type AuditVerification,
  type KillSwitchChange,
  type KillSwitchState,
  type ReachabilityReport,
  type UsageGrouping,
  type UsageReport,
} from "../src/admin/shapes";

/** Days of Japan, YYYY-MM-DD, both included. */
export interface Period {
  from: string;
  to: string;
}

/** The admin API. Everything rejects with a GenaiError. */
export interface AdminClient {
  session(): Promise<AdminSession>;
  status(): Promise<AdminStatus>;
  lookNow(): Promise<ReachabilityReport>;
  usage(period: Period, by: UsageGrouping): Promise<UsageReport>;
  killSwitch(): Promise<KillSwitchState>;
  changeSwitch(change: KillSwitchChange): Promise<KillSwitchState>;
  settings(): Promise<AdminSettings>;
  /** @param anchor `N:HASH`, a line "audit anchor" of the log to compare with */
  verifyAudit(anchor?: string): Promise<AuditVerification>;
  exportAudit(period: Period, format: "ndjson" | "csv"): Promise<{ name: string; content: Blob }>;
}

/** Gives the headers that say who asks. */
export interface Credentials {
  headers(): Promise<Record<string, string>>;
  /** After the relay has refused the last ones. */
  renewedHeaders(): Promise<Record<string, string>>;
}

/** Checking or exporting years of audit rows takes its time. Milliseconds. */
const patienceMs = 10 * 60_000;

/**
 * Speaks to the relay that delivered the page. A change needs the token of the session; it is asked for before the first
 * change and again when it is about to expire.
 */
export function createAdminClient(origin: string, credentials: Credentials): AdminClient {
  let known: AdminSession | undefined;

  async function send(path: string, init: RequestInit, who: Record<string, string>): Promise<Response> {
    const headers = { Accept: "application/json", ...who, ...(init.headers as Record<string, string> | undefined) };
    try {
      const signal = AbortSignal.timeout(patienceMs);
      return await fetch(`${origin}/api/admin/${path}`, { ...init, headers, redirect: "error", signal });
    } catch (thrown) {
      throw new GenaiError("connection-failed", "the relay does not answer", { retryable: true, cause: thrown });
    }
  }

  async function ask(path: string, init: RequestInit = {}): Promise<Response> {
    let response = await send(path, init, await credentials.headers());
    if (response.status === 401) response = await send(path, init, await credentials.renewedHeaders());
    if (response.ok) return response;
    throw await refusalOf(response);
  }

  const get = async <Shape>(path: string): Promise<Shape> => (await (await ask(path)).json()) as Shape;

  async function session(): Promise<AdminSession> {
    known = await get<AdminSession>("session");
    return known;
  }

  async function post<Shape>(path: string, body: unknown): Promise<Shape> {
    const isFresh = known !== undefined && Date.parse(known.csrfExpires) - Date.now() > 60_000;
    const { csrfToken } = isFresh ? known! : await session();
    const headers = { "Content-Type": "application/json", [csrfHeader]: csrfToken };
    const response = await ask(path, { method: "POST", headers, body: JSON.stringify(body) });
    return (await response.json()) as Shape;
  }

  return {
    session,
    status: () => get("status"),
    lookNow: () => post("reachability", {}),
    usage: ({ from, to }, by) => get(`usage?${new URLSearchParams({ from, to, by }).toString()}`),
    killSwitch: () => get("kill-switch"),
    changeSwitch: (change) => post("kill-switch", change),
    settings: () => get("settings"),
    verifyAudit: (anchor) =>
      get(anchor === undefined ? "audit/verify" : `audit/verify?${new URLSearchParams({ anchor }).toString()}`),
    async exportAudit({ from, to }, format) {
      const response = await ask(`audit/export?${new URLSearchParams({ from, to, format }).toString()}`);
      try {
        return { name: `audit-${from}-${to}.${format}`, content: await response.blob() };
      } catch (thrown) {
        // The relay breaks a file off when it cannot be written to its end.
        throw new GenaiError("connection-lost", "the file was not written to its end", { cause: thrown });
      }
    },
  };
}

async function refusalOf(response: Response): Promise<GenaiError> {
  const document = (await response.json().catch(() => ({}))) as { error?: Partial<WireError> };
  return fromWireError(document.error ?? {}, response.status);
}

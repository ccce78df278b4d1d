import { GenaiError } from "../../../vocabulary";
import { credentialHeaders, type CredentialPort } from "../../credentials";
import type { HttpRequest } from "../../transport/http-client";
import type { TransportOptions } from "../../transport/transport-options";
import { toBase64 } from "../base64";
import { invoke, lookUp, type AppReply } from "../call-app";
import { fetchFile } from "../fetch-file";
import { isPublicName } from "../public-name";
import { isRecord } from "../is-record";
import { readExappEntry, type ExappEntry } from "./exapp-entry";
import { readHistoryEntry, type HistoryEntry } from "./history-entry";

export interface ExappsApiOptions extends TransportOptions {
  /** Base of the team API, such as `https://….execute-api.ap-northeast-1.amazonaws.com/api`. */
  baseUrl: string;
  credentials?: CredentialPort;
}

/** Pages of the history (ten entries each, newest first) that are looked through for an invocation. */
const maximumPages = 3;

/** The routes of GENAI's team API that AI apps need (reference page on GENAI's contracts, surface 2B). */
export class ExappsApi {
  private readonly baseUrl: string;

  constructor(private readonly options: ExappsApiOptions) {
    this.baseUrl = options.baseUrl.replace(/\/+$/, "");
  }

  /** GET /exapps: what this person may use, without forms. */
  async list(signal: AbortSignal): Promise<ExappEntry[]> {
    const document = await this.get("/exapps", {}, signal);
    if (!Array.isArray(document)) throw new GenaiError("malformed-response", "the list of apps is no list");
    return (document as unknown[]).map(readExappEntry).filter((entry) => entry !== undefined);
  }

  /** GET /teams/{team}/exapps/{app}: one app with its form. */
  async app(teamId: string, exAppId: string, signal: AbortSignal): Promise<ExappEntry> {
    const path = `/teams/${encodeURIComponent(teamId)}/exapps/${encodeURIComponent(exAppId)}`;
    const entry = readExappEntry(await this.get(path, {}, signal));
    if (entry === undefined) throw new GenaiError("malformed-response", "the app has no ids");
    return entry;
  }

  /** POST /exapps/invoke */
  invoke(body: Record<string, unknown>, signal: AbortSignal): Promise<AppReply> {
    const text = JSON.stringify(body);
    const request = async (): Promise<HttpRequest> => ({
      method: "POST",
      url: `${this.baseUrl}/exapps/invoke`,
      headers: { ...(await this.headers()), "Content-Type": "application/json" },
      body: text,
    });
    return invoke(request, this.options, signal);
  }

  /** GET /exapps/history: one entry by its key. */
  async history(teamId: string, exAppId: string, createdDate: string, signal: AbortSignal): Promise<HistoryEntry> {
    const document = await this.get("/exapps/history", { teamId, exAppId, createdDate }, signal);
    const entry = isRecord(document) ? readHistoryEntry(document.history) : undefined;
    if (entry === undefined) throw new GenaiError("malformed-response", "the history has no entry");
    return entry;
  }

  /** GET /exapps/histories: the entries of a conversation, newest first. */
  async conversation(teamId: string, exAppId: string, sessionId: string, signal: AbortSignal): Promise<HistoryEntry[]> {
    const found: HistoryEntry[] = [];
    let next: string | undefined;
    for (let page = 0; page < maximumPages; page++) {
      const query = { teamId, exAppId, ...(next === undefined ? {} : { exclusiveStartKey: JSON.stringify(next) }) };
      const document = await this.get("/exapps/histories", query, signal);
      if (!isRecord(document) || !Array.isArray(document.history)) {
        throw new GenaiError("malformed-response", "the history is no list");
      }
      const entries = (document.history as unknown[]).map(readHistoryEntry).filter((entry) => entry !== undefined);
      found.push(...entries.filter((entry) => entry.sessionId === sessionId));
      next = typeof document.lastEvaluatedKey === "string" ? document.lastEvaluatedKey : undefined;
      if (next === undefined || found.length > 0) break;
    }
    return found.sort((a, b) => compareKeys(b.createdDate, a.createdDate));
  }

  /**
   * GET /exapps/artifact-file, then the file itself from the signed address it names. That address is opened without our
   * token, and only over https at a public name, or at the service's own origin.
   */
  async artifact(fileUrl: string, signal: AbortSignal): Promise<string> {
    // GENAI decodes the parameter once more than HTTP does.
    const document = await this.get("/exapps/artifact-file", { s3Url: encodeURIComponent(fileUrl) }, signal);
    const address = isRecord(document) ? document.data : undefined;
    if (typeof address !== "string" || !this.mayFetch(address)) {
      throw new GenaiError("malformed-response", "no address of a file that may be fetched");
    }
    return toBase64(await fetchFile(address, this.options, signal));
  }

  private mayFetch(address: string): boolean {
    if (!URL.canParse(address)) return false;
    const { protocol, origin, hostname, username, password } = new URL(address);
    if (username !== "" || password !== "") return false;
    return origin === new URL(this.baseUrl).origin || (protocol === "https:" && isPublicName(hostname));
  }

  private async get(path: string, query: Record<string, string>, signal: AbortSignal): Promise<unknown> {
    const parameters = new URLSearchParams(query).toString();
    const request = async (): Promise<HttpRequest> => ({
      method: "GET",
      url: `${this.baseUrl}${path}${parameters === "" ? "" : `?${parameters}`}`,
      headers: await this.headers(),
    });
    return (await lookUp(request, this.options, signal)).document;
  }

  private async headers(): Promise<Record<string, string>> {
    return { Accept: "application/json", ...(await credentialHeaders(this.options.credentials)) };
  }
}

/** Keys are milliseconds as text: longer is later. */
export function compareKeys(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

import type { INetworkModule } from "@azure/msal-node";
import { request } from "node:https";

/** The token library's network, with the stand-in's certificate trusted. */
export function networkClient(ca: string): INetworkModule {
  function send<Body>(method: string, url: string, headers: Record<string, string>, body?: string) {
    return new Promise<{ headers: Record<string, string>; body: Body; status: number }>((resolve, reject) => {
      const sent = request(url, { method, headers, ca }, (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("end", () => {
          const text = Buffer.concat(parts).toString();
          const received = Object.entries(response.headers).map(([name, value]) => [name, String(value)]);
          resolve({
            headers: Object.fromEntries(received) as Record<string, string>,
            body: (text.startsWith("{") ? JSON.parse(text) : text) as Body,
            status: response.statusCode ?? 0,
          });
        });
      });
      sent.on("error", reject);
      sent.end(body);
    });
  }
  return {
    sendGetRequestAsync: (url, options) => send("GET", url, options?.headers ?? {}),
    sendPostRequestAsync: (url, options) => send("POST", url, options?.headers ?? {}, options?.body),
  };
}

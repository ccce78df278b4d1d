import { readFile } from "node:fs/promises";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { generate } from "selfsigned";

/** Path -> text of a page, or folder behind a prefix that ends with "/". */
export type Site = Readonly<Record<string, { readonly body: string } | { readonly folder: string }>>;

export interface Server {
  readonly origin: string;
  close(): Promise<void>;
}

const types: Record<string, string> = { ".js": "text/javascript; charset=utf-8" };

/** An https server on a free port of localhost, each origin in an agent cluster of its own as in the playground. */
export async function serve(site: Site): Promise<Server> {
  const { private: key, cert } = await generate([{ name: "commonName", value: "localhost" }]);
  const server = createServer({ key, cert }, (request, response) => {
    const path = new URL(request.url ?? "/", "https://localhost").pathname;
    content(site, path).then(
      (body) => {
        response.writeHead(body === undefined ? 404 : 200, {
          "Content-Type": types[extname(path)] ?? "text/html; charset=utf-8",
          "Origin-Agent-Cluster": "?1",
        });
        response.end(body);
      },
      (error: unknown) => response.destroy(error as Error),
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "localhost", resolve);
  });
  return {
    origin: `https://localhost:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error === undefined ? resolve() : reject(error)));
      }),
  };
}

async function content(site: Site, path: string): Promise<string | Buffer | undefined> {
  const exact = site[path];
  if (exact !== undefined && "body" in exact) return exact.body;
  for (const [prefix, entry] of Object.entries(site)) {
    if (!("folder" in entry) || !path.startsWith(prefix)) continue;
    try {
      return await readFile(join(entry.folder, path.slice(prefix.length).replaceAll("..", "")));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
  }
  return undefined;
}

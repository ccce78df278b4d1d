import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { basename, extname } from "node:path";
import { Readable } from "node:stream";
import type { Stats } from "node:fs";
import { acceptedEncodings } from "./accepted-encoding";
import { contentTypeOf } from "./content-type";
import { fillTemplate, pageLocale, type TemplateValues } from "./html-template";
import { safePath } from "./safe-path";

export interface StaticFilesOptions {
  /** Folder that is served. */
  root: string;
  /** First segments of paths that are not served although the folder holds them. */
  hiddenFolders?: readonly string[];
  /** When given, HTML files are templates and these values are filled in. */
  template?: Omit<TemplateValues, "locale">;
  /** By first segment of the path: values that are filled in there instead. */
  templateOf?: Readonly<Record<string, Partial<Omit<TemplateValues, "locale">>>>;
}

/** Answers GET and HEAD for a path below the folder; undefined when there is no such file. */
export type StaticFiles = (request: Request, urlPath: string) => Promise<Response | undefined>;

/** Names with a content hash, as the build makes them: name.0123456789abcdef.js or name-0123456789.js. */
const hashedName = /[.-](?=[0-9a-f]*\d)[0-9a-f]{8,}\.[a-z0-9]+$/i;

/**
 * Serves files of a folder: HTML filled in and revalidated each time, hashed names for ever, the rest revalidated;
 * a precompressed twin (.br, .gz) instead of the file when the client accepts it and it is not older.
 */
export function createStaticFiles(options: StaticFilesOptions): StaticFiles {
  return async (request, urlPath) => {
    if (request.method !== "GET" && request.method !== "HEAD") return undefined;
    const path = safePath(options.root, urlPath);
    const folder = urlPath.split("/").find((segment) => segment !== "");
    if (path === undefined || (folder !== undefined && options.hiddenFolders?.includes(decodeURIComponent(folder)))) {
      return undefined;
    }
    const found = await fileStats(path);
    if (found === undefined) return undefined;
    if (extname(path) === ".html" && options.template !== undefined)
      return page(request, path, { ...options.template, ...options.templateOf?.[folder ?? ""] });
    return file(request, path, found);
  };
}

async function page(request: Request, path: string, template: Omit<TemplateValues, "locale">): Promise<Response> {
  const locale = pageLocale(request.headers.get("accept-language") ?? undefined);
  const html = fillTemplate(await readFile(path, "utf8"), { ...template, locale });
  const etag = `"${createHash("sha256").update(html).digest("base64url").slice(0, 22)}"`;
  const headers = { "Cache-Control": "no-cache", Vary: "Accept-Language", ETag: etag };
  if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
  return new Response(request.method === "HEAD" ? null : html, {
    headers: { ...headers, "Content-Type": contentTypeOf(path), "Content-Language": locale },
  });
}

async function file(request: Request, path: string, stats: Stats): Promise<Response> {
  const chosen = await smallestTwin(request, path, stats);
  const etag = `"${chosen.stats.size.toString(36)}-${Math.trunc(chosen.stats.mtimeMs).toString(36)}"`;
  const headers: Record<string, string> = {
    "Cache-Control": hashedName.test(basename(path)) ? "public, max-age=31536000, immutable" : "no-cache",
    Vary: "Accept-Encoding",
    ETag: etag,
  };
  if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
  headers["Content-Type"] = contentTypeOf(path);
  headers["Content-Length"] = String(chosen.stats.size);
  if (chosen.encoding !== undefined) headers["Content-Encoding"] = chosen.encoding;
  if (request.method === "HEAD") return new Response(null, { headers });
  const body = Readable.toWeb(createReadStream(chosen.path)) as ReadableStream<Uint8Array>;
  return new Response(body, { headers });
}

interface ChosenFile {
  path: string;
  stats: Stats;
  encoding?: string;
}

async function smallestTwin(request: Request, path: string, stats: Stats): Promise<ChosenFile> {
  for (const { encoding, suffix } of acceptedEncodings(request.headers.get("accept-encoding") ?? undefined)) {
    const twin = await fileStats(path + suffix);
    // Files with a content hash in their name never change, whatever order the build wrote them in.
    const current = twin !== undefined && (hashedName.test(basename(path)) || twin.mtimeMs >= stats.mtimeMs);
    if (current) return { path: path + suffix, stats: twin, encoding };
  }
  return { path, stats };
}

async function fileStats(path: string): Promise<Stats | undefined> {
  try {
    const stats = await stat(path);
    return stats.isFile() ? stats : undefined;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT" || code === "ENOTDIR" || code === "ENAMETOOLONG") return undefined;
    throw error;
  }
}

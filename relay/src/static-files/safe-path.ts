import { join } from "node:path";

/**
 * File below `root` for the path of a URL, or undefined when the path is none of ours: undecodable, with a segment that
 * begins with a dot (parents, hidden files), or with a character that means a path of its own on some system.
 * A path that ends in "/" means its index.html.
 */
export function safePath(root: string, urlPath: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(urlPath);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
  // Backslash, colon and NUL are separators, drives and ends elsewhere.
  if (/[\\:\0]/.test(decoded)) return undefined;
  const segments = decoded.split("/").filter((segment) => segment !== "");
  if (segments.some((segment) => segment.startsWith("."))) return undefined;
  return decoded.endsWith("/") ? join(root, ...segments, "index.html") : join(root, ...segments);
}

import { strToU8, zipSync } from "fflate";
import { drawIcon } from "./draw-icon";
import type { Suite } from "./suite";
import { teamsManifest } from "./teams-manifest";

/** The zip that an administrator uploads to Teams: manifest and the two icons. Same input, same bytes. */
export function teamsPackage(suite: Suite & { botId: string }): Uint8Array {
  const files = {
    "manifest.json": strToU8(`${JSON.stringify(teamsManifest(suite), null, 2)}\n`),
    "color.png": drawIcon(192),
    "outline.png": drawIcon(32, true),
  };
  // Zip's own calendar begins in 1980; a fixed date keeps the package reproducible.
  return zipSync(files, { mtime: new Date("1980-01-02T00:00:00") });
}

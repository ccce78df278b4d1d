import { strToU8, zipSync } from "fflate";
import { drawIcon } from "./draw-icon";
import type { Suite } from "./suite";
import { teamsLanguageFile } from "./teams-language-file";
import { teamsManifest } from "./teams-manifest";
import { englishTexts } from "./teams-texts";

/** The zip that an administrator uploads to Teams: manifest, its English texts and the two icons. Same input, same bytes. */
export function teamsPackage(suite: Suite & { botId: string }): Uint8Array {
  const json = (content: object): Uint8Array => strToU8(`${JSON.stringify(content, null, 2)}\n`);
  const files = {
    "manifest.json": json(teamsManifest(suite)),
    "en.json": json(teamsLanguageFile(englishTexts(suite))),
    "color.png": drawIcon(192),
    "outline.png": drawIcon(32, true),
  };
  // Zip's own calendar begins in 1980; a fixed date keeps the package reproducible.
  return zipSync(files, { mtime: new Date("1980-01-02T00:00:00") });
}

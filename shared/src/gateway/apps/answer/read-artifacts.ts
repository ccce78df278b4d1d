import { isRecord } from "../is-record";

/** A file that belongs to an answer: its content, or where GENAI keeps it. */
export type AppArtifact =
  | { name: string; content: string }
  | { name: string; fileUrl: string }
  /** Named, but neither sent nor kept anywhere. */
  | { name: string };

/** Reads `artifacts`: `content` or `contents` (base64), or `file_url` in a history. */
export function readArtifacts(artifacts: unknown): AppArtifact[] {
  if (!Array.isArray(artifacts)) return [];
  return (artifacts as unknown[]).filter(isRecord).map((artifact, index): AppArtifact => {
    const name = fileName(artifact.display_name ?? artifact.filename, index);
    const content = base64Of(artifact.content) ?? base64Of(artifact.contents);
    if (content !== undefined) return { name, content };
    const { file_url: fileUrl } = artifact;
    return typeof fileUrl === "string" && fileUrl !== "" ? { name, fileUrl } : { name };
  });
}

/** Base64 with padding and without line breaks; undefined for anything else. */
function base64Of(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const bare = value.replace(/^data:[^,]{0,200},/, "").replace(/\s+/g, "");
  if (bare === "" || !/^[A-Za-z0-9+/]*={0,2}$/.test(bare)) return undefined;
  const unpadded = bare.replace(/=+$/, "");
  return unpadded.length % 4 === 1 ? undefined : unpadded.padEnd(Math.ceil(unpadded.length / 4) * 4, "=");
}

/** A name that is only a name: no folders, no control characters, no reversal of the reading direction. */
function fileName(value: unknown, index: number): string {
  const last = typeof value === "string" ? (value.split(/[/\\]/).at(-1) ?? "") : "";
  const name = last.replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, "").trim();
  return name === "" || /^\.+$/.test(name) ? `artifact-${index + 1}` : name.slice(0, 200);
}

import { AppRefusal } from "../app-refusal";
import { maximumFiles } from "../form/common-fields";
import { say } from "../texts/say";

/** A file as it came; not decoded yet. */
export interface UploadedFile {
  /** Key of the form's field. */
  key: string;
  name: string;
  base64: string;
}

const longestName = 255;

/**
 * The files of `inputs.files`, in both shapes of the specification: `{key, files: [{filename, content}]}`, which GENAI
 * sends, and `{key, filename, contents}` of its asynchronous example; `content` and `contents` in either.
 * @throws AppRefusal "bad-request" for another shape, "input-too-large" for too many files
 */
export function uploadedFiles(value: unknown): UploadedFile[] {
  if (value === undefined || value === null || value === "") return [];
  if (!Array.isArray(value)) throw unreadable();
  const files = value.flatMap((entry: unknown) => {
    if (!isRecord(entry)) throw unreadable();
    const key = typeof entry["key"] === "string" ? entry["key"] : "";
    if (entry["files"] === undefined) return [fileOf(entry, key)];
    if (!Array.isArray(entry["files"])) throw unreadable();
    return entry["files"].map((file: unknown) => fileOf(file, key));
  });
  if (files.length > maximumFiles)
    throw new AppRefusal("input-too-large", say("refusal.tooManyFiles", { maximum: maximumFiles }));
  return files;
}

function fileOf(value: unknown, key: string): UploadedFile {
  if (!isRecord(value)) throw unreadable();
  const name = value["filename"] ?? value["display_name"];
  const base64 = value["content"] ?? value["contents"];
  if (typeof name !== "string" || name.length > longestName || typeof base64 !== "string") throw unreadable();
  return { key, name, base64 };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function unreadable(): AppRefusal {
  return new AppRefusal("bad-request", say("refusal.fileShape"));
}

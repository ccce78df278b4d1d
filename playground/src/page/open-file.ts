import { PackageError } from "@genai-office/office-host/package";
import { packageNotices, notices, texts, type Notice } from "./texts";

/** A file that could not be opened, with what to tell the person. */
export class OpenFailure extends Error {
  constructor(
    readonly notice: Notice,
    options?: ErrorOptions,
  ) {
    super(notice.title, options);
    this.name = "OpenFailure";
  }
}

/** More than the host would open anyway; a file of this size is not even read into memory. */
const largestFile = 256 * 1024 * 1024;

/** Reads a chosen file. @throws OpenFailure */
export async function readFile(file: File): Promise<Uint8Array> {
  if (file.size > largestFile) throw new OpenFailure(packageNotices["too-large"]);
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    throw new OpenFailure(notices.unreadable, { cause: error });
  }
}

/** Loads a sample from the server. @throws OpenFailure */
export async function readSample(url: string): Promise<Uint8Array> {
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw new OpenFailure(notices.sampleMissing, { cause: error });
  }
}

/** What to say about bytes that the host refused. */
export function noticeFor(error: unknown): Notice {
  if (error instanceof OpenFailure) return error.notice;
  if (error instanceof PackageError) {
    const isLegacy = error.code === "not-word" && error.message.includes(".doc");
    return packageNotices[isLegacy ? "legacy" : error.code];
  }
  return notices.cannotDraw;
}

/**
 * What stands on the detail line, for people who ask for help: a code or the kind of error, never its message, which is
 * English and may quote the document.
 */
export function detailFor(error: unknown): string | undefined {
  const cause = error instanceof OpenFailure ? error.cause : error;
  if (cause === undefined) return undefined;
  if (cause instanceof PackageError) return texts.detail(cause.code);
  return texts.detail(cause instanceof Error ? cause.name : "Error");
}

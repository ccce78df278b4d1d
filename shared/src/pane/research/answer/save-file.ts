import type { InquiryFile } from "../jobs/inquiry";

/** Control signs, and signs that turn the direction of writing, would hide what a name ends in. */
const disguises = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** A name that is one, on every system: no folder, no disguise. */
export function fileNameOf(name: string): string {
  const plain = name
    .replace(disguises, "")
    .replace(/[\\/:*?"<>|]/g, "_")
    .replace(/^\.+/, "")
    .trim();
  return plain === "" ? "file" : plain.slice(0, 200);
}

/** Hands a file of an answer to the browser, to be saved. False when what came is no base64. */
export function saveFile({ name, content }: InquiryFile): boolean {
  if (content === undefined) return false;
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
  } catch {
    return false;
  }
  // Never a type that a browser would open in place: it is to be saved.
  const url = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = fileNameOf(name);
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return true;
}

const wordMediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** Hands the bytes to the browser as a file. */
export function download(bytes: Uint8Array, name: string, mediaType = wordMediaType): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mediaType }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the address after this task has ended.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

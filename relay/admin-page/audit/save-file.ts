/** How long the browser may take to begin saving before the file's memory is given back. Milliseconds. */
const graceMs = 60_000;

/** Hands a file to the browser to be saved; it was fetched with headers, which a plain link could not send. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), graceMs);
}

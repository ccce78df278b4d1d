const wordFile = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** Hands a Word file to the browser as a download, by the address of a blob that ends with it. */
export function saveFile({ name, bytes }: { name: string; bytes: Uint8Array }, page: Document = document): void {
  const address = URL.createObjectURL(new Blob([Uint8Array.from(bytes)], { type: wordFile }));
  const link = page.createElement("a");
  link.href = address;
  link.download = name;
  page.body.append(link);
  link.click();
  link.remove();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

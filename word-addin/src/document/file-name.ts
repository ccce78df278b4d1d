/** Name of the file from its address: decoded, without query. Empty for a document that was never saved. */
export function fileNameOf(url: string | null | undefined): string {
  const path = (url ?? "").split(/[?#]/, 1)[0]!;
  const last = path.split(/[/\\]/).at(-1) ?? "";
  try {
    return decodeURIComponent(last);
  } catch {
    // A stray "%" in a local file name is no escape sequence: the name is meant as it stands.
    return last;
  }
}

/** SHA-256 of a text's UTF-8 bytes, as 64 hexadecimal digits. Needs a secure context, as every pane is. */
export async function sha256Hex(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

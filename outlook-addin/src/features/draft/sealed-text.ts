/** A text that only the holder of the key can read, and only for the conversation it was sealed for. */
export interface SealedText {
  /** Base64 of the AES-GCM key (256 bit). */
  key: string;
  /** Base64 of nonce and cipher text. */
  sealed: string;
}

const nonceBytes = 12;

function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

function bound(conversation: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(conversation) as Uint8Array<ArrayBuffer>;
}

/** Seals a text with a key of its own. */
export async function sealText(text: string, conversation: string): Promise<SealedText> {
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, true, ["encrypt"]);
  const iv = crypto.getRandomValues(new Uint8Array(nonceBytes));
  const cipher = await crypto.subtle.encrypt(
    { name: "AES-GCM", iv, additionalData: bound(conversation) },
    key,
    new TextEncoder().encode(text),
  );
  const sealed = new Uint8Array(nonceBytes + cipher.byteLength);
  sealed.set(iv);
  sealed.set(new Uint8Array(cipher), nonceBytes);
  return { key: toBase64(new Uint8Array(await crypto.subtle.exportKey("raw", key))), sealed: toBase64(sealed) };
}

/** The text; rejects for another conversation, another key, and anything that was changed. */
export async function openText({ key, sealed }: SealedText, conversation: string): Promise<string> {
  const bytes = fromBase64(sealed);
  const opener = await crypto.subtle.importKey("raw", fromBase64(key), "AES-GCM", false, ["decrypt"]);
  const plain = await crypto.subtle.decrypt(
    { name: "AES-GCM", iv: bytes.slice(0, nonceBytes), additionalData: bound(conversation) },
    opener,
    bytes.slice(nonceBytes),
  );
  return new TextDecoder().decode(plain);
}

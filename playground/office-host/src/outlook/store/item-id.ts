/** An id in the manner of Exchange: letters, digits, "=", and the two characters that REST writes otherwise. */
export function itemId(): string {
  return `AAMkAD${randomLetters(48)}+${randomLetters(24)}/${randomLetters(20)}=`;
}

export function attachmentId(): string {
  return `AAMkAD${randomLetters(40)}BEgAQ${randomLetters(12)}=`;
}

export function messageId(): string {
  return `<${crypto.randomUUID()}@office-host.invalid>`;
}

export function conversationId(): string {
  return `AAQkAD${randomLetters(42)}=`;
}

/** office.js turns "/" and "+" of an id into "-" and "_" on its way to the host: both name one item. */
export function comparableId(id: string): string {
  return id.replaceAll("/", "-").replaceAll("+", "_");
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

function randomLetters(count: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(count)), (value) => alphabet[value % alphabet.length]).join(
    "",
  );
}

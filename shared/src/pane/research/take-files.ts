import type { AppFile } from "../../vocabulary";

/** Files whose words a pane can read: the gate judges them like what is typed. Of the others it knows the name only. */
const readable = /\.(txt|md|markdown|csv|tsv|json|xml|html?|eml|log)$/i;
/** Beyond this the gate reads the beginning: markings stand at the top. Characters. */
const mostJudged = 400_000;

/** A file as it was chosen, with what the gate can read of it. */
export interface TakenFile extends AppFile {
  /** Of the file itself, not of its base64. */
  bytes: number;
  /** The words in it; undefined where a pane cannot read them. */
  text?: string;
}

/**
 * Reads a file into base64, and its words where they can be read (UTF-8, else the encodings of Japanese Windows and mail).
 * Rejects when the file cannot be read: it was moved, or is held by another program.
 */
export async function takeFile(file: File): Promise<TakenFile> {
  const bytes = await bytesOf(file);
  const text = readable.test(file.name) ? decode(bytes)?.slice(0, mostJudged) : undefined;
  return {
    filename: file.name,
    content: toBase64(bytes),
    bytes: bytes.length,
    ...(text === undefined ? {} : { text }),
  };
}

function bytesOf(file: File): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer));
    reader.onerror = () => reject(reader.error ?? new Error("a file cannot be read"));
    reader.readAsArrayBuffer(file);
  });
}

/** The encoding that fits; undefined when none does, which makes the file one that nobody can read. */
function decode(bytes: Uint8Array): string | undefined {
  const encodings =
    bytes[0] === 0xff || bytes[0] === 0xfe ? ["utf-16le", "utf-16be"] : ["utf-8", "shift_jis", "euc-jp"];
  for (const encoding of encodings) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes("\u0000")) return text;
    } catch {
      // Not in this encoding: the next one is tried.
    }
  }
  return undefined;
}

function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  // In pieces that divide by three, so that no padding stands in the middle; apply takes so many arguments.
  for (let at = 0; at < bytes.length; at += 30_000) {
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + 30_000))));
  }
  return pieces.join("");
}

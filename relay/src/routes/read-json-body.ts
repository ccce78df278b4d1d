import { isUtf8 } from "node:buffer";
import { GenaiError } from "@genai-office/shared/vocabulary";

/** Largest request body: 8 MiB, about 2.7 million Japanese characters. */
export const maximumBodyBytes = 8 * 1024 * 1024;

/** Text that fits into `maximumBodyBytes` whatever its script: three bytes are the most a UTF-16 unit takes. */
const maximumTextCharacters = Math.floor(maximumBodyBytes / 3);

/** Largest step: an AI app may ask for files of 6 MB, which base64 makes 8, and for text beside them. */
export const maximumStepBytes = 12 * 1024 * 1024;

/**
 * Reads a JSON body, at most `maximumBytes` of it.
 * @throws GenaiError "input-too-large", or "bad-request" for another content type, broken UTF-8 or broken JSON.
 */
export async function readJsonBody(request: Request, maximumBytes = maximumBodyBytes): Promise<unknown> {
  return (await readSizedJson(request, maximumBytes)).document;
}

/** `readJsonBody` for who must know how large it was: `characters` are UTF-16 units of the body. */
export async function readSizedJson(
  request: Request,
  maximumBytes: number,
): Promise<{ document: unknown; characters: number }> {
  const contentType = request.headers.get("content-type") ?? "";
  // Asking for JSON also keeps plain HTML forms of other sites out: they cannot send it.
  if (!/^application\/json\s*(;|$)/i.test(contentType)) throw new GenaiError("bad-request", "the body is not JSON");
  if (Number(request.headers.get("content-length") ?? 0) > maximumBytes) throw tooLarge();
  const text = await readText(request, maximumBytes);
  if (hasManyParts(text)) throw tooLarge();
  try {
    return { document: JSON.parse(text) as unknown, characters: text.length };
  } catch (cause) {
    throw new GenaiError("bad-request", "the body is not well-formed JSON", { cause });
  }
}

/** Objects and arrays of one body: the largest step has two for each of its 100,000 blocks. */
const maximumParts = 500_000;

/** A body of nothing but empty objects takes twenty times its size as memory, and seconds to parse; it is counted first. */
function hasManyParts(text: string): boolean {
  // Each takes a character at least.
  if (text.length <= maximumParts) return false;
  let parts = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === 0x22) at = endOfString(text, at);
    else if ((character === 0x7b || character === 0x5b) && ++parts > maximumParts) return true;
  }
  return false;
}

/** Offset of the quote that ends the string which begins at `start`; the end of the text when none does. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text.charCodeAt(end - 1 - escapes) === 0x5c) escapes++;
    if (escapes % 2 === 0) return end;
  }
  return text.length;
}

async function readText(request: Request, maximumBytes: number): Promise<string> {
  try {
    // HTTP holds a body to its announced length, so only one without needs counting; this way is several times faster.
    if (request.headers.has("content-length")) return wholeText(await request.arrayBuffer());
    const decoder = new TextDecoder("utf-8", { fatal: true });
    return await readCounted(request, decoder, maximumBytes);
  } catch (cause) {
    if (GenaiError.isInstance(cause)) throw cause;
    throw new GenaiError("bad-request", "the body is not UTF-8, or did not arrive whole", { cause });
  }
}

/** What a fatal TextDecoder gives, several times faster. */
function wholeText(bytes: ArrayBuffer): string {
  const buffer = Buffer.from(bytes);
  if (!isUtf8(buffer)) throw new TypeError("not UTF-8");
  const hasByteOrderMark = buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf;
  return buffer.toString("utf8", hasByteOrderMark ? 3 : 0);
}

async function readCounted(
  request: Request,
  decoder: InstanceType<typeof TextDecoder>,
  maximumBytes: number,
): Promise<string> {
  if (request.body === null) return "";
  const reader = request.body.getReader();
  let text = "";
  for (let bytes = 0; ;) {
    const { value, done } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > maximumBytes) {
      await reader.cancel();
      throw tooLarge();
    }
    text += decoder.decode(value, { stream: true });
  }
}

/**
 * Only files make a step large; so much text would hold the gate, and this process, for seconds.
 * @throws GenaiError "input-too-large"
 */
export function requireTextSize(characters: number): void {
  if (characters > maximumTextCharacters) throw tooLarge();
}

function tooLarge(): GenaiError {
  return new GenaiError("input-too-large", "the body is larger than this server takes");
}

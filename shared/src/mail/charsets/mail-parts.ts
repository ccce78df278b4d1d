import { readPartHead, type PartHead } from "./part-head";

/** A head and what stands below it: a whole mail or a part of one. A mail within it is a part, whose bytes are left alone. */
export interface MailPart {
  head: PartHead;
  /** Bytes of the head, without the blank line below it. */
  headStart: number;
  headEnd: number;
  /** Bytes of the body, without the line end before the next boundary; of a container, what stands before its first part. */
  bodyStart: number;
  bodyEnd: number;
}

/** More parts than a mail has; what stands behind them stays as it is. */
const mostParts = 2000;

/**
 * Finds heads and bodies in the bytes of a mail, line by line, as its reader does: each boundary line begins a part. Bodies of closed containers belong to nothing.
 */
export function mailParts(raw: Uint8Array): MailPart[] {
  const parts: MailPart[] = [];
  const boundaries = new Set<string>();
  let part: MailPart | undefined;
  let headStart = 0;
  let inHead = true;
  let lineEnd = 0;
  const endHead = (headEnd: number, bodyStart: number): void => {
    const head = readPartHead(latinOf(raw.subarray(headStart, headEnd)));
    part = { head, headStart, headEnd, bodyStart, bodyEnd: raw.length };
    parts.push(part);
    if (head.boundary !== undefined) boundaries.add(head.boundary);
    inHead = false;
    headStart = bodyStart;
  };
  for (let start = 0; start < raw.length && parts.length < mostParts; start = lineEnd) {
    const feed = raw.indexOf(0x0a, start);
    lineEnd = feed < 0 ? raw.length : feed + 1;
    let end = feed < 0 ? raw.length : feed;
    while (end > start && (raw[end - 1] === 0x0d || raw[end - 1] === 0x0a)) end -= 1;
    const closing = boundaries.size > 0 ? boundaryAt(raw, start, end, boundaries) : undefined;
    if (closing !== undefined) {
      // A part may be nothing but its head.
      if (inHead && headStart < start) endHead(start, start);
      if (part !== undefined) part.bodyEnd = Math.max(part.bodyStart, withoutLineEnd(raw, start));
      part = undefined;
      inHead = !closing;
      headStart = lineEnd;
    } else if (inHead && end === start) endHead(start, lineEnd);
  }
  if (inHead && headStart < raw.length && parts.length < mostParts) endHead(raw.length, raw.length);
  return parts;
}

/** False for a boundary line, true for the one that closes its container, undefined for any other line. */
function boundaryAt(raw: Uint8Array, start: number, end: number, boundaries: ReadonlySet<string>): boolean | undefined {
  if (raw[start] !== 0x2d || raw[start + 1] !== 0x2d || end - start > 300) return undefined;
  const line = latinOf(raw.subarray(start + 2, end)).replace(/[ \t]+$/, "");
  if (boundaries.has(line)) return false;
  return line.endsWith("--") && boundaries.has(line.slice(0, -2)) ? true : undefined;
}

function withoutLineEnd(raw: Uint8Array, at: number): number {
  if (raw[at - 1] !== 0x0a) return at;
  return raw[at - 2] === 0x0d ? at - 2 : at - 1;
}

/** Each byte as one character. */
export function latinOf(bytes: Uint8Array): string {
  let text = "";
  for (let start = 0; start < bytes.length; start += 8192)
    text += String.fromCharCode(...bytes.subarray(start, start + 8192));
  return text;
}

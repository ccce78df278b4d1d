const flowedPart =
  /^(content-type:[ \t]*text\/plain\b(?:[^\r\n]|\r?\n[ \t]){0,400}?;\s*format\s*=\s*"?)flowed((?:[^\r\n]|\r?\n[ \t]){0,400})/gim;
/** Stands for "flowed" while a reader that joins lines without a look at their quotes reads the mail. */
const held = "fl0wed";

/** A mail whose text is laid out by format=flowed, held back from readers that would join its lines. */
export interface HeldFlow {
  raw: Uint8Array;
  /** Gives the text as it is meant. */
  release(text: string): string;
}

/**
 * Keeps postal-mime from joining flowed lines: it takes the space of an empty quoted line ("> ") for a soft break and so moves
 * the marks of quoting. The lines are joined by `joinFlowed` instead. Undefined for mails whose first plain part is not flowed.
 * @param raw the file; its headers are ASCII
 */
export function holdFlow(raw: Uint8Array): HeldFlow | undefined {
  const text = new TextDecoder("latin1").decode(raw);
  const first = /^content-type:[ \t]*text\/plain\b/im.exec(text);
  const flowed = [...text.matchAll(flowedPart)];
  if (first === null || flowed[0]?.index !== first.index) return undefined;
  const bytes = raw.slice();
  for (const match of flowed) {
    const at = match.index + match[1]!.length;
    for (let index = 0; index < held.length; index += 1) bytes[at + index] = held.charCodeAt(index);
  }
  const header = flowed[0][0];
  const isSpaceDeleted = /;\s*delsp\s*=\s*"?yes/i.test(header);
  return {
    raw: bytes,
    release: (words) => joinFlowed(words.replace(/(format\s*=\s*"?)fl0wed/gi, "$1flowed"), isSpaceDeleted),
  };
}

/**
 * Joins the soft breaks of a text with format=flowed: a line that ends in a space goes on in the next one of the same depth of
 * quoting; marks of quoting and one stuffed space are taken off before, "-- " ends no line softly (RFC 3676, 4).
 * @param isSpaceDeleted DelSp=yes: the space at a soft break is none of the text
 */
export function joinFlowed(text: string, isSpaceDeleted: boolean): string {
  const joined: string[] = [];
  let pieces: string[] = [];
  let open: number | undefined;
  const close = (): void => {
    if (open === undefined) return;
    const words = pieces.join("");
    joined.push(open === 0 ? words : `${">".repeat(open)}${words === "" ? "" : " "}${words}`);
    open = undefined;
    pieces = [];
  };
  for (const line of text.split(/\r\n|[\r\n]/)) {
    const depth = /^>*/.exec(line)![0].length;
    const words = line.slice(depth).replace(/^ /, "");
    if (open !== undefined && (open !== depth || words === "-- ")) close();
    open = depth;
    const isSoft = words.endsWith(" ") && words !== "-- ";
    pieces.push(isSoft && isSpaceDeleted ? words.slice(0, -1) : words);
    if (!isSoft) close();
  }
  close();
  return joined.join("\n");
}

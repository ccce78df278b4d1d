import { checkPayloadLength } from "./payload-limit";

const lineFeed = 10;
const space = 32;
const colon = 58;

/** Receives the data and the name ("" when unnamed) of one event. */
export type EventHandler = (data: string, name: string) => void;

/**
 * A push parser of server-sent events (WHATWG HTML, "9.2.6 Interpreting an event stream"): LF, CR and CRLF, comments,
 * `data:` with or without a space, data over several lines. `id` and `retry` mean nothing here and are skipped.
 * Unlike a browser's EventSource it hands out an event that the end of the stream cut off, see `end`.
 * Parts of an unfinished line are kept in a list and joined once, so that time is linear in the size of an event. One
 * larger than payload-limit.ts allows is "malformed-response".
 */
export class EventStreamParser {
  private lineParts: string[] = [];
  /** Characters of the unfinished line, and of the data of the unfinished event. */
  private lineLength = 0;
  private dataLength = 0;
  private data: string | undefined;
  private moreData: string[] | undefined;
  private name = "";
  private lastWasCarriageReturn = false;
  private recognisedLines = 0;

  /** @param namesAlone hands out events that have a name but no data as well, which the standard drops */
  constructor(
    private readonly handle: EventHandler,
    private readonly namesAlone = false,
  ) {}

  /** True when at least one line was one that an event stream may hold. */
  get recognised(): boolean {
    return this.recognisedLines > 0;
  }

  /** The text so far ends within a line, and that is no comment. */
  get isInField(): boolean {
    return this.lineParts.length > 0 && this.lineParts[0]!.charCodeAt(0) !== colon;
  }

  /** Takes text as it comes; events are handed out as soon as their blank line is seen. */
  push(text: string): void {
    let start = 0;
    if (this.lastWasCarriageReturn && text.length > 0) {
      this.lastWasCarriageReturn = false;
      if (text.charCodeAt(0) === lineFeed) start = 1;
    }
    // Both cursors move forward only: a stream of bare CRs must not be searched for LFs line by line.
    let nextFeed = text.indexOf("\n", start);
    let nextReturn = text.indexOf("\r", start);
    while (nextFeed !== -1 || nextReturn !== -1) {
      let end = nextFeed;
      let next = end + 1;
      if (nextReturn !== -1 && (nextFeed === -1 || nextReturn < nextFeed)) {
        end = nextReturn;
        next = end + 1;
        if (nextFeed === next) next++;
        else if (next === text.length) this.lastWasCarriageReturn = true;
        nextReturn = text.indexOf("\r", next);
      }
      if (nextFeed !== -1 && nextFeed < next) nextFeed = text.indexOf("\n", next);
      if (this.lineParts.length === 0) this.takeLine(text, start, end);
      else {
        this.lineParts.push(text.slice(start, end));
        this.takeHeldLine();
      }
      start = next;
    }
    if (start === text.length) return;
    this.lineParts.push(start === 0 ? text : text.slice(start));
    this.lineLength += text.length - start;
    checkPayloadLength(this.lineLength + this.dataLength);
  }

  /**
   * Tells that the stream is over. What was not closed by a blank line is handed out as well: servers forget the last
   * blank line, and a payload cut in the middle does not parse, so nothing false can come of it.
   * Returns true when something had been left open.
   */
  end(): boolean {
    const open = this.lineParts.length > 0 || this.data !== undefined;
    if (this.lineParts.length > 0) this.takeHeldLine();
    this.dispatch();
    return open;
  }

  private takeHeldLine(): void {
    const line = this.lineParts.join("");
    this.lineParts = [];
    this.lineLength = 0;
    this.takeLine(line, 0, line.length);
  }

  private takeLine(text: string, start: number, end: number): void {
    if (start === end) {
      this.dispatch();
    } else if (isField(text, "data", start, end)) {
      const value = text.slice(valueStart(text, start + 4, end), end);
      this.recognisedLines++;
      this.dataLength += value.length;
      if (this.data === undefined) this.data = value;
      else {
        (this.moreData ??= []).push(value);
        checkPayloadLength(this.dataLength);
      }
    } else if (isField(text, "event", start, end)) {
      this.recognisedLines++;
      this.name = text.slice(valueStart(text, start + 5, end), end);
    } else if (isField(text, "error", start, end)) {
      // No field of the standard: older llama.cpp servers report a failure so.
      this.recognisedLines++;
      this.data = text.slice(valueStart(text, start + 5, end), end);
      this.name = "error";
    } else if (
      text.charCodeAt(start) === colon ||
      isField(text, "id", start, end) ||
      isField(text, "retry", start, end)
    ) {
      this.recognisedLines++;
    }
  }

  private dispatch(): void {
    const { data, moreData, name } = this;
    this.data = undefined;
    this.moreData = undefined;
    this.dataLength = 0;
    this.name = "";
    if (data === undefined) {
      if (this.namesAlone && name !== "") this.handle("", name);
      return;
    }
    this.handle(moreData === undefined ? data : `${data}\n${moreData.join("\n")}`, name);
  }
}

/** A line is a field when its name is followed by a colon or by nothing. */
function isField(text: string, name: string, start: number, end: number): boolean {
  if (!text.startsWith(name, start)) return false;
  const after = start + name.length;
  return after === end || (after < end && text.charCodeAt(after) === colon);
}

function valueStart(text: string, nameEnd: number, end: number): number {
  if (nameEnd === end) return end;
  return text.charCodeAt(nameEnd + 1) === space && nameEnd + 1 < end ? nameEnd + 2 : nameEnd + 1;
}

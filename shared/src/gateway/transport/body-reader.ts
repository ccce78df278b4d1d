import { GenaiError } from "../../vocabulary";
import { EventStreamParser } from "./event-stream-parser";
import { LineSplitter } from "./line-splitter";
import { checkPayloadLength } from "./payload-limit";
import { InvalidUtf8, Utf8Decoder } from "./utf8-decoder";
import type { ReplyDecoder } from "./wire-contract";

type BodyKind = "unknown" | "events" | "lines" | "document";

/**
 * Brings the bytes of a 2xx reply to a decoder. What the body is, is seen from its first character and not from its
 * content type, which gateways get wrong: `{` or `[` is one JSON document (a server that does not stream, or an error
 * inside a 200), `<` is a web page, the rest is an event stream. A decoder may say that its body is something else.
 */
export class BodyReader {
  private readonly utf8 = new Utf8Decoder();
  private readonly parser: EventStreamParser;
  private readonly lines = new LineSplitter((line) => this.takeEvent(line, ""));
  private kind: BodyKind = "unknown";
  private documentParts: string[] = [];
  private documentLength = 0;
  /** Payloads so far, without those that only keep the connection alive. */
  private payloads = 0;
  private hasContent = false;
  private ending = false;

  constructor(private readonly decoder: ReplyDecoder) {
    this.parser = new EventStreamParser((data, name) => this.takeEvent(data, name), decoder.heedsNames);
  }

  /**
   * Takes a network read. Throws GenaiError for a body that cannot be understood; what came before it is kept.
   * @returns true when it held a payload or a part of one; false for comments, blank lines and pings
   */
  push(bytes: Uint8Array): boolean {
    if (this.decoder.format === "bytes") {
      this.decoder.takeBytes?.(bytes);
      return true;
    }
    const before = this.payloads;
    let text: string;
    try {
      text = this.utf8.push(bytes);
    } catch (thrown) {
      throw this.asMalformed(thrown);
    }
    this.takeText(text);
    if (this.payloads > before) return true;
    return this.kind === "events" ? this.parser.isInField : this.kind !== "unknown" && /\S/.test(text);
  }

  /** Tells that the body is over. */
  end(): void {
    try {
      this.utf8.end();
    } catch (thrown) {
      throw this.asMalformed(thrown);
    }
    if (this.kind === "document") {
      this.decoder.takeDocument(parseJson(this.documentParts.join("")));
      return;
    }
    this.ending = true;
    if (this.kind === "lines") return this.lines.end();
    this.parser.end();
    if (this.hasContent && !this.parser.recognised) throw new GenaiError("not-a-model-server", "no event in the body");
  }

  private takeText(text: string): void {
    if (this.kind === "unknown") {
      const first = /\S/.exec(text)?.[0];
      if (first === undefined) return;
      this.hasContent = true;
      if (first === "<") throw new GenaiError("not-a-model-server", "the server answered with a web page");
      this.kind = this.kindOf(first);
    }
    if (this.kind === "document") {
      this.documentParts.push(text);
      checkPayloadLength((this.documentLength += text.length));
    } else if (this.kind === "lines") this.lines.push(text);
    else this.parser.push(text);
  }

  private kindOf(first: string): BodyKind {
    const { format = "detect" } = this.decoder;
    if (format === "lines" || format === "document") return format;
    return first === "{" || first === "[" ? "document" : "events";
  }

  private takeEvent(data: string, name: string): void {
    if (this.decoder.complete) return;
    if (!this.ending) {
      const { keepAlives } = this.decoder;
      this.decoder.takeEvent(data, name);
      // A bare `data:` is a keep-alive of some proxies.
      if ((data !== "" || this.decoder.heedsNames === true) && this.decoder.keepAlives === keepAlives) this.payloads++;
      return;
    }
    try {
      this.decoder.takeEvent(data, name);
    } catch (thrown) {
      // The stream broke off inside its last event: that is an incomplete stream, which conclude() will say.
      if (!GenaiError.isInstance(thrown) || thrown.code !== "malformed-response") throw thrown;
    }
  }

  private asMalformed(thrown: unknown): unknown {
    if (!(thrown instanceof InvalidUtf8)) return thrown;
    this.takeText(thrown.validText);
    return new GenaiError("malformed-response", "the body is not UTF-8");
  }
}

/** JSON.parse with an error of ours: its message would quote the text. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The SyntaxError is not kept as the cause: its message quotes the answer.
    throw new GenaiError("malformed-response", "a payload is not JSON");
  }
}

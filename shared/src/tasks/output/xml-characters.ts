/**
 * What XML 1.0 (2.2, "Characters") forbids: control characters other than tab and line breaks, lone surrogates, U+FFFE
 * and U+FFFF. Word refuses a document that holds one of them.
 */
const forbidden = /(?![\t\n\r\u007f-\u009f])\p{Cc}|[\p{Cs}\ufffe\uffff]/gu;

/** Takes the characters out of a stream that XML forbids; a pair of surrogates may be cut by the stream. */
export class XmlCharacters {
  private held = "";

  push(delta: string): string {
    const text = this.held + delta;
    const last = text.charCodeAt(text.length - 1);
    const open = last >= 0xd800 && last <= 0xdbff;
    this.held = open ? text.slice(-1) : "";
    return (open ? text.slice(0, -1) : text).replace(forbidden, "");
  }

  /** The stream has ended: half a pair that is still held is no character. */
  flush(): void {
    this.held = "";
  }
}

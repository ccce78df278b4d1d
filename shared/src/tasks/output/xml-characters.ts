import { withoutForbiddenCharacters } from "../../ooxml";

/** Takes the characters out of a stream that XML forbids; a pair of surrogates may be cut by the stream. */
export class XmlCharacters {
  private held = "";

  push(delta: string): string {
    const text = this.held + delta;
    const last = text.charCodeAt(text.length - 1);
    const open = last >= 0xd800 && last <= 0xdbff;
    this.held = open ? text.slice(-1) : "";
    return withoutForbiddenCharacters(open ? text.slice(0, -1) : text);
  }

  /** The stream has ended: half a pair that is still held is no character. */
  flush(): void {
    this.held = "";
  }
}

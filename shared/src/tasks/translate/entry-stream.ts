/** A beginning of a line that may still become a number's mark. */
const maybeMark =
  /^[ \t\u3000>*_#•・-]*(?:[[［【〔]{0,2}\s*(?:#|№|No\.?)?\s*[0-9０-９]{0,5}\s*[\]］】〕]{0,2}[:：]?[ *_]*)?$/u;
const mark =
  /^[ \t\u3000>*_#•・-]*[[［【〔]{1,2}\s*(?:#|№|No\.?)?\s*[0-9０-９]{1,5}\s*[\]］】〕]{1,2}(?:\*\*|__)?[:：]?[ \t\u3000]*/u;
/** The end of a line that may still become a mark inside it, or the white space beside one. */
const openMark = /[ \u3000]*(?:[[［]{1,2}[^\]］]{0,8}[\]］]{0,2}[ \u3000]*)?$/u;

/**
 * Shows the words of an answer while it streams, without its marks: each entry's words, parted by line breaks. What may
 * still become a mark is held back; words before the first mark are a preface and not shown.
 */
export class EntryStream {
  private buffer = "";
  private atLineStart = true;
  private inEntry = false;
  private shown = false;

  push(delta: string): string {
    this.buffer += delta;
    return this.drain(false);
  }

  flush(): string {
    return this.drain(true);
  }

  private drain(final: boolean): string {
    let out = "";
    for (;;) {
      if (this.atLineStart) {
        this.buffer = this.buffer.replace(/^[\r\n]+/, "");
        if (this.buffer === "" || (!final && maybeMark.test(this.buffer))) return out;
        const length = mark.exec(this.buffer)?.[0].length ?? 0;
        if (length > 0) {
          this.buffer = this.buffer.slice(length);
          this.inEntry = true;
          if (this.shown) out += "\n";
        } else if (this.inEntry) out += "\n";
        this.atLineStart = false;
      }
      const end = this.buffer.search(/[\r\n]/);
      const complete = end >= 0 || final;
      const line = end >= 0 ? this.buffer.slice(0, end) : this.buffer;
      const safe = complete ? line.trimEnd().length : openMark.exec(line)!.index;
      const words = line.slice(0, safe).replace(/[ \u3000]*[[［]{2}\s*[/／]\s*[\]］]{2}[ \u3000]*/gu, "\n");
      if (this.inEntry && words !== "") {
        out += words;
        this.shown = true;
      }
      this.buffer = this.buffer.slice(end >= 0 ? end + 1 : final ? line.length : safe);
      if (end < 0) return out;
      this.atLineStart = true;
    }
  }
}

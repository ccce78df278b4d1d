import { foreignLinkDropper } from "../../guards";

/** What an address, a link, a picture or a tag of HTML has in it, in any width; 。 stands for a dot before Latin letters. */
const sign = /[[\]`<>:@./\\！［］＜＞：＠．／＼]|[。｡](?=[A-Za-zＡ-Ｚａ-ｚ]|$)/u;
/** The word before it: Latin letters, digits and signs of any width, and the one space that may stand before a colon. */
const wordBefore = /[!-~\uff01-\uff5e]*[ \t]?[!-~\uff01-\uff5e]*$/u;
/** A word that may still become an address. */
const openWord = /[!-~\uff01-\uff5e。｡]+[ \t]?$/u;

/**
 * The restored answer of a masked chat, without addresses that the messages do not have. A name that comes back inside of one
 * would leave with it, when the client follows the link or shows the picture by itself. Words of Japanese pass as they come;
 * from a word on that may be an address, or markup of one, the line is held back until it is whole.
 */
export class ChatLines {
  private readonly drop: (output: string) => { text: string };
  private held = "";
  /** True when what is held has to wait for the end of its line. */
  private waits = false;

  /** @param sources texts of the messages, unmasked */
  constructor(sources: readonly string[]) {
    this.drop = foreignLinkDropper(sources, "keep");
  }

  push(text: string): string {
    const lines = text.split("\n");
    let out = "";
    for (const [index, line] of lines.entries()) {
      this.held += line;
      out += index === lines.length - 1 ? this.ready() : this.close("\n");
    }
    return out;
  }

  flush(): string {
    return this.close("");
  }

  private close(end: string): string {
    const line = this.held + end;
    this.held = "";
    this.waits = false;
    return this.drop(line).text;
  }

  /** As much of a line that has not ended as cannot belong to an address. */
  private ready(): string {
    if (this.waits) return "";
    const at = this.held.search(sign);
    this.waits = at >= 0 && !/^[。｡]$/u.test(this.held.slice(at));
    const open =
      at >= 0 ? wordBefore.exec(this.held.slice(0, at))!.index : (openWord.exec(this.held)?.index ?? this.held.length);
    const out = this.held.slice(0, open);
    this.held = this.held.slice(open);
    return out;
  }
}

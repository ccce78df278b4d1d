/**
 * A text made of pieces. Its last character and its length are known without looking at the text: one that is added to and looked
 * at in turns is copied whole each time.
 */
export class JoinedText {
  length = 0;
  /** The last character, a UTF-16 unit; undefined while nothing was added. */
  last: string | undefined;
  private readonly pieces: string[] = [];

  add(piece: string): void {
    if (piece === "") return;
    this.pieces.push(piece);
    this.length += piece.length;
    this.last = piece.at(-1);
  }

  toString(): string {
    return this.pieces.join("");
  }
}

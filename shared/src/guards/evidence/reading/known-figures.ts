import { figuresIn, type Figure } from "../../figures";

const known = new Map<string, readonly Figure[]>();
const mostCharacters = 120_000;
let characters = 0;

/** What `figuresIn` finds, remembered for the lines that rest on the same stretches. The list must not be changed. */
export function knownFiguresIn(text: string): readonly Figure[] {
  let figures = known.get(text);
  if (figures === undefined) {
    if (characters > mostCharacters) {
      known.clear();
      characters = 0;
    }
    characters += text.length;
    figures = figuresIn(text);
    known.set(text, figures);
  }
  return figures;
}
